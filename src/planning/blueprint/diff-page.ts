// Another version of the catalogue against the one in force: what would change for each place, in words, people and pay.
import { rebase, type Rebase, type RebaseConflict, type RequirementChange } from '#blueprint';
import { fail, groupBy, monthInWords, ok, type Month, type Result } from '#kernel';
import { fteInWords, poundsInWords } from '../plan/words.ts';
import { blueprintDemand } from './blueprint-demand.ts';
import { type BlueprintAnswer, counted, fewOf, number, pageOf, plainRows, text } from './blueprint-page.ts';
import type { BlueprintView } from './blueprint-view.ts';

export type DiffData = {
  readonly from: string;
  readonly to: string;
  readonly changes: readonly RequirementChange[];
  readonly conflicts: readonly RebaseConflict[];
  readonly effects: readonly DemandEffect[];
};

/** What the other version does to one place's demand, once the plan's horizon is reached. */
export type DemandEffect = {
  readonly place: string;
  readonly month: Month;
  readonly fteBefore: number;
  readonly fteAfter: number;
  /** Pay with on-costs, at base-month prices. */
  readonly payBeforeGbpPerYear: number;
  readonly payAfterGbpPerYear: number;
};

/** @param against version of the catalogue among the pack's other versions
 *  @param scenario id of the scenario whose assumptions give the demand */
export function diffAnswer(
  view: BlueprintView,
  against: { readonly version: string; readonly scenario: string },
): Result<BlueprintAnswer<DiffData>> {
  const { pack, codes } = view;
  const next = pack.records.versions.find(({ version }) => version === against.version);
  if (next === undefined) return fail(unknownVersion(view, against.version));
  const { system, blueprint } = pack;
  const rebased = rebase({ blueprint, next, places: system.places, month: system.baseMonth });
  if (!rebased.ok) return rebased;
  const effects = demandEffects(view, rebased.value, against.scenario);
  if (!effects.ok) return effects;
  const data: DiffData = {
    from: blueprint.catalogue.version,
    to: next.version,
    changes: rebased.value.changes.filter((each) => codes.has(each.place)),
    conflicts: rebased.value.conflicts.filter(
      (each) => each.places.length === 0 || each.places.some((code) => codes.has(code)),
    ),
    effects: effects.value,
  };
  return ok({ data, page: pageFor(view, data) });
}

function demandEffects(
  view: BlueprintView,
  { before, after }: Rebase,
  scenario: string,
): Result<readonly DemandEffect[]> {
  const { system } = view.pack;
  const old = blueprintDemand({ system, resolved: before, scenario });
  if (!old.ok) return old;
  const fresh = blueprintDemand({ system, resolved: after, scenario });
  if (!fresh.ok) return fresh;
  const month = system.baseMonth + system.horizonMonths;
  const living = system.places.filter(
    ({ code, from, to }) => view.codes.has(code) && from <= month && (to === null || month < to),
  );
  return ok(
    living.map(({ code }) => {
      const [one, other] = [old.value.total(code, month), fresh.value.total(code, month)];
      return {
        place: code,
        month,
        fteBefore: one.fte,
        fteAfter: other.fte,
        payBeforeGbpPerYear: one.payGbpPerYear,
        payAfterGbpPerYear: other.payGbpPerYear,
      };
    }),
  );
}

function pageFor(view: BlueprintView, data: DiffData) {
  const changed = groupBy(data.changes, (each) => each.place);
  const [whole] = data.effects;
  const refused = data.conflicts.filter((each) => each.kind === 'refused').length;
  return pageOf(view, {
    id: 'diff',
    title: `Version ${data.to} against version ${data.from}`,
    summary: [
      `Version ${data.to} changes ${counted(new Set(data.changes.map((each) => each.requirement)).size, 'requirement', 'requirements')} for ${counted(changed.size, 'place', 'places')}.`,
      `${counted(refused, 'setting is', 'settings are')} no longer allowed, and ${counted(data.conflicts.length - refused, 'value has', 'values have')} been changed by both the catalogue and a profile.`,
      ...(whole === undefined ? [] : [effectSentence(view, whole)]),
    ],
    sections: [effectSection(view, data), conflictSection(view, data), changeSection(view, data)],
  });
}

function effectSentence({ nameOf }: BlueprintView, effect: DemandEffect): string {
  const fte = effect.fteAfter - effect.fteBefore;
  const pay = effect.payAfterGbpPerYear - effect.payBeforeGbpPerYear;
  const word = fte < 0 ? 'fewer' : 'more';
  return `In ${monthInWords(effect.month)} it asks ${nameOf.place(effect.place)} for ${fteInWords(Math.abs(fte))} ${word} digital full-time posts than the version in force, at ${poundsInWords(Math.abs(pay))} a year ${pay < 0 ? 'less' : 'more'} in pay.`;
}

function effectSection({ nameOf }: BlueprintView, { effects }: DiffData) {
  const moved = effects.filter((each) => Math.abs(each.fteAfter - each.fteBefore) >= 0.005);
  return {
    id: 'effects',
    heading: 'People and pay',
    introduction:
      'Digital full-time posts asked for at the end of the horizon, at the stated values of the register, and their pay with on-costs at base-month prices.',
    columns: [
      text('Place'),
      number('FTE now'),
      number('FTE then'),
      number('Difference'),
      number('Pay a year, difference'),
    ],
    groups: plainRows(
      moved.map((each) => [
        nameOf.place(each.place),
        fteInWords(each.fteBefore),
        fteInWords(each.fteAfter),
        signed(each.fteAfter - each.fteBefore, fteInWords),
        signed(each.payAfterGbpPerYear - each.payBeforeGbpPerYear, poundsInWords),
      ]),
    ),
    whenEmpty: 'It asks for the same people everywhere.',
  };
}

function signed(value: number, inWords: (size: number) => string): string {
  return `${value < 0 ? '−' : '+'}${inWords(Math.abs(value))}`;
}

function conflictSection({ nameOf }: BlueprintView, { conflicts }: DiffData) {
  return {
    id: 'conflicts',
    heading: 'What meets your tailoring',
    introduction:
      'Settings that the other version refuses are set aside; where both have changed a value, the profile stands.',
    columns: ['Profile', 'Requirement', 'Places', 'In words', 'Next step'].map(text),
    groups: plainRows(
      conflicts.map((each) => [
        each.profile,
        each.requirement ?? '–',
        fewOf(each.places.map(nameOf.place), 4) || '–',
        each.message,
        each.hint,
      ]),
    ),
    whenEmpty: 'Nothing meets the tailoring of any profile.',
  };
}

function changeSection({ nameOf }: BlueprintView, { changes }: DiffData) {
  // The same change in several places is told once.
  const alike = groupBy(changes, (each) => JSON.stringify({ ...each, place: '' }));
  return {
    id: 'changes',
    heading: 'What changes',
    introduction: 'Every field that is not as it was, before and after.',
    columns: ['Requirement', 'Change', 'Field', 'Before', 'After', 'Places'].map(text),
    groups: plainRows(
      [...alike.values()].flatMap((group) => {
        const [first] = group;
        if (first === undefined) return [];
        const named = `${first.requirement}: ${first.title}`;
        const places = group.map((each) => nameOf.place(each.place)).join(', ');
        if (first.fields.length === 0) return [[named, first.kind, '–', '–', '–', places]];
        return first.fields.map((each) => [named, first.kind, each.field, each.before, each.after, places]);
      }),
    ),
    whenEmpty: 'Nothing changes.',
  };
}

function unknownVersion({ pack }: BlueprintView, version: string) {
  const known = pack.records.versions.map((each) => each.version);
  return {
    code: 'unknown-reference',
    message: `version '${version}' is not among the pack's blueprint/versions; --against takes the version of a catalogue there`,
    path: 'against',
    hint:
      known.length === 0
        ? 'Add the other version as a file of blueprint/versions/.'
        : `Choose one of: ${known.join(', ')}.`,
  } as const;
}
