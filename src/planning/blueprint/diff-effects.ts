// What another version does to the demand of each place, in people and pay, with how sure that is.
import type { Rebase } from '#blueprint';
import { fail, formatMonth, ok, type Month, type Result } from '#kernel';
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
  const old = blueprintDemand({ system, resolved: rebased.before, scenario });
  if (!old.ok) return old;
  const fresh = blueprintDemand({ system, resolved: rebased.after, scenario });
  if (!fresh.ok) return fresh;
  const effects = months.flatMap((month) => {
    const [before, after] = [old.value.totalsIn(month), fresh.value.totalsIn(month)];
    return livingIn(view, month).map((place): DemandEffect => {
      const [one, other] = [before(place), after(place)];
      return {
        place,
        month,
        fteBefore: one.stated.fte,
        fteAfter: other.stated.fte,
        payBeforeGbpPerYear: one.stated.payGbpPerYear,
        payAfterGbpPerYear: other.stated.payGbpPerYear,
        fteChange: estimateOf(lessBySample(other.sampled.fte, one.sampled.fte)),
        payChangeGbpPerYear: estimateOf(lessBySample(other.sampled.payGbpPerYear, one.sampled.payGbpPerYear)),
      };
    });
  });
  return ok(effects);
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
