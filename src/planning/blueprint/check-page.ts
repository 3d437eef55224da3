// Whether the blueprint holds together: what it has, who answers, what departs from it, and what a reader should look at.
import type { LapsesAhead, Orphan, Requirement } from '#blueprint';
import { formatMonth, groupBy } from '#kernel';
import { TIERS } from '#workforce';
import { type BlueprintAnswer, counted, fewOf, number, pageOf, plainRows, text } from './blueprint-page.ts';
import type { Pack } from '../ports.ts';
import { accountabilityData, accountabilityFindings, type AccountabilityData } from './accountability-data.ts';
import { inNames, type BlueprintView } from './blueprint-view.ts';
import { lapseInWords } from './departures.ts';

export type CheckData = {
  readonly requirements: number;
  readonly profiles: number;
  readonly places: number;
  readonly orphans: readonly Orphan[];
  readonly observations: readonly Observation[];
  /** What becomes of departures when they lapse. */
  readonly ahead: LapsesAhead;
};

/** Something that is no error and yet worth a look. */
export type Observation = { readonly about: string; readonly sentence: string };

export function checkAnswer(view: BlueprintView): BlueprintAnswer<CheckData> {
  const { pack, resolvedWhole } = view;
  const requirements = requirementsOf(pack);
  const accountability = accountabilityData(view);
  const { orphans } = accountability;
  const data: CheckData = {
    requirements: requirements.length,
    profiles: pack.blueprint.profiles.length,
    places: new Set(resolvedWhole.requirements.map((each) => each.place)).size,
    orphans,
    observations: [...observationsOf(view), ...wrongOf(view, accountability), ...refusedAhead(view.ahead)],
    ahead: view.ahead,
  };
  return {
    data,
    page: pageOf(view, {
      id: 'check',
      title: 'Does the blueprint hold together?',
      summary: [
        `The blueprint holds together: ${counted(data.requirements, 'requirement', 'requirements')} and ${counted(data.profiles, 'profile', 'profiles')} resolve for ${counted(data.places, 'place', 'places')} without a breach of any lock.`,
        orphans.length === 0
          ? 'Every requirement has a body that answers for it wherever it applies.'
          : `For ${counted(orphans.length, 'requirement in a place', 'requirements in places')} there is no body that could answer.`,
        `${counted(data.observations.length, 'thing is', 'things are')} worth a look.`,
      ],
      sections: [observationSection(data.observations), lapseSection(view), tierSection(view)],
    }),
  };
}

/** What the page about accountability finds, but for orphans, which the summary counts. */
function wrongOf(view: BlueprintView, data: AccountabilityData): readonly Observation[] {
  return accountabilityFindings(data).map(({ requirement, place, finding, sentence }) => ({
    about: `${requirement === null ? '' : `${requirement}, `}${view.nameOf.place(place)} (${place})`,
    sentence: `${finding[0]?.toUpperCase() ?? ''}${finding.slice(1)}: ${inNames(view, sentence)}.`,
  }));
}

function refusedAhead({ refusals }: LapsesAhead): readonly Observation[] {
  return refusals.flatMap(({ month, problems }) =>
    problems.map(({ path, message }) => ({
      about: path,
      sentence: `From ${formatMonth(month)}, when a departure lapses, the blueprint is refused: ${message}.`,
    })),
  );
}

/** It applies to kinds of body alone that the pack is still to get. */
function isAwaited({ appliesTo }: Requirement, { blueprint }: Pack): boolean {
  const { kinds } = blueprint.catalogue.awaits;
  return appliesTo.kinds !== null && appliesTo.kinds.every((kind) => kinds.includes(kind));
}

/** Those of the catalogue, and those that profiles add. */
function requirementsOf({ blueprint }: Pack): readonly Requirement[] {
  return [...blueprint.catalogue.requirements, ...blueprint.profiles.flatMap((each) => each.adds)];
}

function observationsOf({ pack, resolvedWhole, month }: BlueprintView): readonly Observation[] {
  const requirements = requirementsOf(pack);
  const { archetypes } = pack.blueprint.catalogue;
  const applying = new Set(resolvedWhole.requirements.map((each) => each.requirement.id));
  const lapsed = pack.blueprint.profiles.flatMap((profile) =>
    [...profile.excludes, ...profile.sets].flatMap(({ requirement, deviation }) =>
      deviation !== null && deviation.reviewBy <= month ? [{ profile: profile.id, requirement, deviation }] : [],
    ),
  );
  const used = new Set(requirements.flatMap((each) => each.teams.map((team) => team.archetype)));
  const stated = new Set(pack.records.statements.flatMap((each) => each.archetype ?? []));
  return [
    ...requirements
      .filter((each) => !applying.has(each.id) && !isAwaited(each, pack))
      .map((each) => ({ about: each.id, sentence: 'It applies in no place that exists in this month.' })),
    ...requirements
      .filter((each) => each.standards.length === 0)
      .map((each) => ({ about: each.id, sentence: 'It names no standard, so no money can be aligned with it.' })),
    ...requirements
      .filter((each) => each.measures.length === 0)
      .map((each) => ({ about: each.id, sentence: 'It has no measure, so nobody can tell when it is met.' })),
    ...lapsed.map(({ profile, requirement, deviation }) => ({
      about: `${profile}, ${requirement}`,
      sentence: `The departure lapsed in ${formatMonth(deviation.reviewBy)}: renew it with a new date, or take it out.`,
    })),
    ...archetypes
      .filter(({ id }) => !used.has(id) && !stated.has(id))
      .map(({ id }) => ({
        about: id,
        sentence: 'No requirement asks for this archetype and no statement follows it.',
      })),
  ];
}

function lapseSection({ ahead, nameOf }: BlueprintView) {
  // The same lapse in several places is told once.
  const alike = groupBy(ahead.lapses, (each) => JSON.stringify([each.requirement, lapseInWords(each)]));
  return {
    id: 'lapses',
    heading: 'Departures that lapse',
    introduction: 'By date: what holds until then, and what holds from then on.',
    columns: ['Lapses', 'Requirement', 'Place', 'In words'].map(text),
    groups: plainRows(
      [...alike.values()].flatMap((group) => {
        const [first] = group;
        if (first === undefined) return [];
        const where = fewOf(
          group.map((each) => nameOf.place(each.place)),
          3,
        );
        return [[formatMonth(first.departure.reviewBy), first.requirement, where, lapseInWords(first)]];
      }),
    ),
    whenEmpty: 'Nobody departs from the blueprint.',
  };
}

function observationSection(observations: readonly Observation[]) {
  return {
    id: 'observations',
    heading: 'Worth a look',
    introduction: 'The pack is read all the same; each of these wants an answer from the body or the author named.',
    columns: ['About', 'What'].map(text),
    groups: plainRows(observations.map((each) => [each.about, each.sentence])),
    whenEmpty: 'There is nothing.',
  };
}

function tierSection({ pack }: BlueprintView) {
  const byTier = groupBy(requirementsOf(pack), (each) => each.accountableTier);
  return {
    id: 'tiers',
    heading: 'Who is asked',
    introduction:
      'Requirements of the catalogue and of profiles by the tier that answers, and by what a lower tier may change.',
    columns: [
      text('Accountable tier'),
      number('Requirements'),
      number('Mandatory'),
      number('Tighten only'),
      number('Free'),
    ],
    groups: plainRows(
      TIERS.flatMap((tier) => {
        const each = byTier.get(tier) ?? [];
        if (each.length === 0) return [];
        const locked = (lock: string): string => String(each.filter((one) => one.lock === lock).length);
        return [[tier, String(each.length), locked('mandatory'), locked('tighten-only'), locked('free')]];
      }),
    ),
    whenEmpty: 'The catalogue has no requirements.',
  };
}
