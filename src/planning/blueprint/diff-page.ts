// Another version of the catalogue against the one in force: what would change for each place, in words, people and pay.
import { rebase, type RebaseConflict, type RequirementChange } from '#blueprint';
import { fail, groupBy, monthInWords, ok, type Month, type Result } from '#kernel';
import { fteInWords, poundsInWords } from '../plan/words.ts';
import { nationOf } from '../plan/context-rows.ts';
import { type BlueprintAnswer, counted, fewOf, number, pageOf, plainRows, text } from './blueprint-page.ts';
import type { BlueprintView } from './blueprint-view.ts';
import { demandEffects, type DemandEffect } from './diff-effects.ts';

export type DiffData = {
  readonly from: string;
  readonly to: string;
  readonly changes: readonly RequirementChange[];
  readonly conflicts: readonly RebaseConflict[];
  readonly effects: readonly DemandEffect[];
};

export type DiffRequest = {
  /** Version of the catalogue among the pack's other versions. */
  readonly version: string;
  /** Id of the scenario whose assumptions give the demand. */
  readonly scenario: string;
  /** Months in which the demand is read; none reads the end of the horizon. */
  readonly at: readonly Month[];
};

/** Both versions are resolved for the month of the view. */
export function diffAnswer(view: BlueprintView, request: DiffRequest): Result<BlueprintAnswer<DiffData>> {
  const { pack, codes, month } = view;
  const next = pack.records.versions.find(({ version }) => version === request.version);
  if (next === undefined) return fail(unknownVersion(view, request.version));
  const { system, blueprint } = pack;
  const rebased = rebase({ blueprint, next, places: system.places, month });
  if (!rebased.ok) return rebased;
  const { scenario, at } = request;
  const effects = demandEffects(view, { rebased: rebased.value, scenario, at });
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

function pageFor(view: BlueprintView, data: DiffData) {
  const changed = groupBy(data.changes, (each) => each.place);
  const top = view.place?.code ?? nationOf(view.pack.system);
  const refused = data.conflicts.filter((each) => each.kind === 'refused').length;
  return pageOf(view, {
    id: 'diff',
    title: `Version ${data.to} against version ${data.from}`,
    summary: [
      `Version ${data.to} changes ${counted(new Set(data.changes.map((each) => each.requirement)).size, 'requirement', 'requirements')} for ${counted(changed.size, 'place', 'places')}.`,
      `${counted(refused, 'setting is', 'settings are')} no longer allowed, and ${counted(data.conflicts.length - refused, 'value has', 'values have')} been changed by both the catalogue and a profile.`,
      ...data.effects.filter((each) => each.place === top).map((each) => effectSentence(view, each)),
    ],
    sections: [effectSection(view, data), conflictSection(view, data), changeSection(view, data)],
  });
}

function effectSentence({ nameOf }: BlueprintView, effect: DemandEffect): string {
  const where = `In ${monthInWords(effect.month)} it asks ${nameOf.place(effect.place)}`;
  if (!isMoved(effect)) return `${where} for as many posts as the version in force.`;
  const fte = effect.fteAfter - effect.fteBefore;
  const pay = effect.payAfterGbpPerYear - effect.payBeforeGbpPerYear;
  const word = fte < 0 ? 'fewer' : 'more';
  return `${where} for ${fteInWords(Math.abs(fte))} ${word} digital full-time posts than the version in force (8 in 10: ${spanInWords(effect.fteChange, fteInWords)}), at ${poundsInWords(Math.abs(pay))} a year ${pay < 0 ? 'less' : 'more'} in pay (${spanInWords(effect.payChangeGbpPerYear, poundsInWords)}).`;
}

/** Less than half a hundredth of a post is no difference. */
function isMoved({ fteBefore, fteAfter, fteChange }: DemandEffect): boolean {
  return [fteAfter - fteBefore, fteChange.p10, fteChange.p90].some((change) => Math.abs(change) >= 0.005);
}

/** Without signs where both ends go one way, for the sentence says which. */
function spanInWords(change: DemandEffect['fteChange'], inWords: (size: number) => string): string {
  const { p10, p90 } = change;
  if (p10 * p90 < 0) return rangeInWords(change, inWords);
  const [less, more] = [Math.abs(p10), Math.abs(p90)].toSorted((a, b) => a - b);
  return `${inWords(less ?? 0)} to ${inWords(more ?? 0)}`;
}

function rangeInWords({ p10, p90 }: DemandEffect['fteChange'], inWords: (size: number) => string): string {
  return `${signed(p10, inWords)} to ${signed(p90, inWords)}`;
}

function effectSection({ nameOf }: BlueprintView, { effects }: DiffData) {
  const months = groupBy(effects.filter(isMoved), (each) => each.month);
  return {
    id: 'effects',
    heading: 'People and pay',
    introduction:
      'Digital full-time posts asked for, at the stated values of the register, and their pay with on-costs at the prices of the month. The range holds with a chance of 8 in 10: both versions are read on the same samples of every assumption, so that only what differs between them is uncertain.',
    columns: [
      text('Place'),
      number('FTE now'),
      number('FTE then'),
      number('Difference'),
      number('8 in 10'),
      number('Pay a year, difference'),
      number('8 in 10'),
    ],
    groups: [...months].map(([month, each]) => ({
      heading: monthInWords(month),
      rows: each.map((one) => [
        nameOf.place(one.place),
        fteInWords(one.fteBefore),
        fteInWords(one.fteAfter),
        signed(one.fteAfter - one.fteBefore, fteInWords),
        rangeInWords(one.fteChange, fteInWords),
        signed(one.payAfterGbpPerYear - one.payBeforeGbpPerYear, poundsInWords),
        rangeInWords(one.payChangeGbpPerYear, poundsInWords),
      ]),
    })),
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
