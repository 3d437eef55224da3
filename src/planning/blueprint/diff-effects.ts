// What another version does to the demand of each place, in people and pay, with how sure that is.
import { demandLines, type DemandLine, type Rebase } from '#blueprint';
import { canonicalJson, fail, formatMonth, ok, type Month, type Result } from '#kernel';
import { estimateOf, type Estimate } from '../plan/figures.ts';
import { blueprintDemand } from './blueprint-demand.ts';
import type { BlueprintView } from './blueprint-view.ts';

/** What the other version does to one place's demand in one month. */
export type DemandEffect = {
  readonly place: string;
  readonly month: Month;
  /** At the stated values of the register. */
  readonly fteBefore: number;
  readonly fteAfter: number;
  /** Pay with on-costs at the month's stated prices. */
  readonly payBeforeGbpPerYear: number;
  readonly payAfterGbpPerYear: number;
  /** After less before over the samples of the register, which both versions share, so that what is uncertain about both
   *  alike does not blur the difference. */
  readonly fteChange: Estimate;
  readonly payChangeGbpPerYear: Estimate;
};

export type EffectRequest = {
  readonly rebased: Rebase;
  /** Id of the scenario whose assumptions hold. */
  readonly scenario: string;
  /** Months to read; none reads the end of the horizon. */
  readonly at: readonly Month[];
};

/** By month as asked for, then from the centre outwards; places that do not exist in a month are left out. */
export function demandEffects(view: BlueprintView, request: EffectRequest): Result<readonly DemandEffect[]> {
  const { system } = view.pack;
  const { rebased, scenario } = request;
  const months = request.at.length === 0 ? [system.baseMonth + system.horizonMonths] : request.at;
  const outside = months.filter((month) => month < system.baseMonth || month > system.baseMonth + system.horizonMonths);
  if (outside.length > 0) return fail(...outside.map((month) => outOfHorizon(view, month)));
  const [before, after] = [demandLines(rebased.before), demandLines(rebased.after)];
  const ask = (lines: readonly DemandLine[]) => blueprintDemand({ system, scenario, lines });
  const old = ask(before);
  if (!old.ok) return old;
  const fresh = ask(after);
  if (!fresh.ok) return fresh;
  // Lines that stand in both versions ask the same in every sample, so the difference needs the others alone.
  const dropped = ask(linesWithout(before, after));
  if (!dropped.ok) return dropped;
  const added = ask(linesWithout(after, before));
  if (!added.ok) return added;
  const effects = months.flatMap((month) => {
    const [statedBefore, statedAfter] = [old.value.statedIn(month), fresh.value.statedIn(month)];
    const [less, more] = [dropped.value.sampledIn(month), added.value.sampledIn(month)];
    return livingIn(view, month).map((place): DemandEffect => {
      const [one, other] = [statedBefore(place), statedAfter(place)];
      const [gone, come] = [less(place), more(place)];
      return {
        place,
        month,
        fteBefore: one.fte,
        fteAfter: other.fte,
        payBeforeGbpPerYear: one.payGbpPerYear,
        payAfterGbpPerYear: other.payGbpPerYear,
        fteChange: estimateOf(lessBySample(come.fte, gone.fte)),
        payChangeGbpPerYear: estimateOf(lessBySample(come.payGbpPerYear, gone.payGbpPerYear)),
      };
    });
  });
  return ok(effects);
}

/** The lines that are not among the others, each of those taken out once. */
function linesWithout(lines: readonly DemandLine[], others: readonly DemandLine[]): readonly DemandLine[] {
  const left = new Map<string, number>();
  for (const key of others.map(lineKey)) left.set(key, (left.get(key) ?? 0) + 1);
  return lines.filter((line) => {
    const key = lineKey(line);
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count <= 0;
  });
}

/** All that a line asks by; who has set a value changes nothing. */
function lineKey({ parameters, formula, ...line }: DemandLine): string {
  return canonicalJson({
    ...line,
    formula: formula.text,
    parameters: parameters.map(({ id, unit, value }) => ({ id, unit, value })),
  });
}

function livingIn({ pack, codes }: BlueprintView, month: Month): readonly string[] {
  return pack.system.places
    .filter(({ code, from, to }) => codes.has(code) && from <= month && (to === null || month < to))
    .map(({ code }) => code);
}

function lessBySample(after: Float64Array, before: Float64Array): Float64Array {
  return after.map((value, sample) => value - (before[sample] ?? 0));
}

function outOfHorizon({ pack }: BlueprintView, month: Month) {
  const { baseMonth, horizonMonths } = pack.system;
  const [first, last] = [formatMonth(baseMonth), formatMonth(baseMonth + horizonMonths)];
  return {
    code: 'out-of-range',
    message: `--at is ${formatMonth(month)}, and the pack looks from ${first} to ${last}; an effect is read within that span`,
    path: 'at',
    hint: `Write a month from ${first} to ${last}.`,
  } as const;
}
