// What applies to me, and why: every requirement of a place with its values, and who set each of them.
import { LOCK_WORDS, type ParameterValue, type ResolvedBlueprint, type ResolvedRequirement } from '#blueprint';
import { formatMonth, groupBy } from '#kernel';
import { type BlueprintAnswer, counted, number, pageOf, plainRows, text } from './blueprint-page.ts';
import type { BlueprintView } from './blueprint-view.ts';
import { becomesInWords, departureInWords } from './departures.ts';

export function resolveAnswer(view: BlueprintView): BlueprintAnswer<ResolvedBlueprint> {
  const { resolved, pack, place } = view;
  const own = place === null ? [] : resolved.requirements.filter((each) => each.place === place.code);
  const listed = own.length > 0 ? own : resolved.requirements;
  const places = new Set(resolved.requirements.map((each) => each.place)).size;
  const tailored = resolved.requirements.filter((each) => isTailored(each, pack.blueprint.catalogue.id));
  const departing = resolved.requirements.filter((each) => each.deviations.length > 0);
  return {
    data: resolved,
    page: pageOf(view, {
      id: 'resolve',
      title: 'What applies, and who says so',
      summary: [
        `${counted(new Set(resolved.requirements.map((each) => each.requirement.id)).size, 'requirement applies', 'requirements apply')} in ${counted(places, 'place', 'places')}.`,
        `Profiles have set a value in ${tailored.length} of ${resolved.requirements.length} cases, and ${departing.length} depart from the blueprint for a time, with a reason.`,
      ],
      sections: [requirementSection(view, listed), deviationSection(view), placeSection(view)],
    }),
  };
}

function isTailored(each: ResolvedRequirement, catalogue: string): boolean {
  const setters = [each.addedBy, each.maturesSetBy, ...each.parameters.map((one) => one.setBy)];
  return setters.some((setter) => setter !== catalogue);
}

function requirementSection(view: BlueprintView, listed: readonly ResolvedRequirement[]) {
  const byPlace = groupBy(listed, (each) => each.place);
  // Places with the same values are shown once, or a nation of forty systems would read the same thing forty times.
  const alike = groupBy([...byPlace], ([, each]) => JSON.stringify(each.map((one) => ({ ...one, place: '' }))));
  return {
    id: 'requirements',
    heading: 'Requirements and values',
    introduction: 'Each value stands with the profile that set it; where no profile did, the catalogue did.',
    columns: ['Requirement', 'Tailoring', 'Begins', 'Matures', 'Values', 'Skills'].map(text),
    groups: [...alike.values()].map((group) => ({
      heading: headingOf(
        view,
        group.map(([code]) => code),
      ),
      rows: (group[0]?.[1] ?? []).map((each) => rowOf(view, each)),
    })),
    whenEmpty: 'Nothing applies here.',
  };
}

function headingOf({ nameOf }: BlueprintView, codes: readonly string[]): string {
  return codes.map((code) => `${nameOf.place(code)} (${code})`).join(', ');
}

function rowOf(view: BlueprintView, each: ResolvedRequirement): readonly string[] {
  const catalogue = view.pack.blueprint.catalogue.id;
  const by = (setter: string): string => (setter === catalogue ? '' : `, set by ${setter}`);
  const values = each.parameters.map(
    (one) => `${wordsOf(one.id)}: ${amountOf(view, one.value)} ${one.unit}${by(one.setBy)}`,
  );
  return [
    `${each.requirement.id}: ${each.requirement.title}${each.addedBy === catalogue ? '' : `, added by ${each.addedBy}`}`,
    LOCK_WORDS[each.requirement.lock],
    formatMonth(each.from),
    `${formatMonth(each.matures)}${by(each.maturesSetBy)}`,
    values.join('; ') || '–',
    each.requirement.skills.map(({ skill, level }) => `${skill} (${level})`).join('; ') || '–',
  ];
}

/** `postsPerThousand` → `posts per thousand`. */
function wordsOf(parameter: string): string {
  return parameter.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** A value before its unit; that of an assumption by the assumption's name. */
function amountOf({ pack }: BlueprintView, value: ParameterValue): string {
  if (value.kind === 'number') return String(value.value);
  const assumption = pack.system.assumptions.find(({ id }) => id === value.id);
  return `as the register has “${assumption?.description ?? value.id}”,`;
}

function deviationSection(view: BlueprintView) {
  const { nameOf } = view;
  return {
    id: 'deviations',
    heading: 'Departures in force',
    introduction:
      'Comply or explain: the binding value stays, and holds again in the month in which the departure lapses.',
    columns: ['Place', 'Requirement', 'What', 'Lapses', 'Then', 'Reason', 'Approved by', 'Profile'].map(text),
    groups: plainRows(
      view.ahead.lapses.map((each) => [
        `${nameOf.place(each.place)} (${each.place})`,
        each.requirement,
        departureInWords(each),
        formatMonth(each.departure.reviewBy),
        becomesInWords(each),
        each.departure.reason,
        each.departure.approver,
        each.departure.profile,
      ]),
    ),
    whenEmpty: 'Nobody departs from the blueprint.',
  };
}

function placeSection({ resolved, nameOf, pack }: BlueprintView) {
  const catalogue = pack.blueprint.catalogue.id;
  return {
    id: 'places',
    heading: 'Places',
    introduction: 'How much applies in each place, and how much of it a profile has made its own.',
    columns: [text('Place'), number('Requirements'), number('Tailored'), number('Departures')],
    groups: plainRows(
      [...groupBy(resolved.requirements, (each) => each.place)].map(([code, each]) => [
        `${nameOf.place(code)} (${code})`,
        String(each.length),
        String(each.filter((one) => isTailored(one, catalogue)).length),
        String(each.filter((one) => one.deviations.length > 0).length),
      ]),
    ),
    whenEmpty: 'Nothing applies here.',
  };
}
