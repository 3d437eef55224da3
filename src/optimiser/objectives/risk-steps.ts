// Uncertain needs as prices: a problem whose shortage costs what it costs on average, and more in the worst futures.
import { assert } from '#kernel';
import { itemAt } from '../plan-problem.ts';
import type { PlannedStart, PlanProblem } from '../plan-problem.ts';
import { forEachHelp } from '../help-of-start.ts';
import { yearsOfPeriod } from '../plan-problem.ts';

/** Needs in every future, mean over the period: FTE short before the plan, below 0 for a surplus.
 *  Shape [place][role][period][future]. */
export type NeedSamples = { readonly count: number; readonly needFte: Float64Array };

/** How futures are weighed: the mean counts for 1 − weight, the mean of the worst `tailShare` of futures for weight. */
export type RiskView = { readonly weight: number; readonly tailShare: number };

/** Steps of a stair; ranks between two are joined, at their mean price. */
const STEPS = 8;

/** The problem whose objective is the sample average over futures with its tail weighed: the n-th largest need is short
 *  in n futures, so an FTE between two needs next to each other costs the price times the weight of those futures.
 *  For the mean this is exact but for the joining of ranks; the tails of single cells add up to the tail of the sum or
 *  to more, so risk is never understated. @source docs/model/objectives.md, eq. 5–7 */
export function weighFutures(problem: PlanProblem, samples: NeedSamples, view: RiskView): PlanProblem {
  const { count, needFte } = samples;
  assert(
    needFte.length === problem.needFte.length * count,
    'needs by future have the shape [place][role][period][future]',
  );
  const steps = Math.min(STEPS, count);
  const fte = new Float64Array(problem.needFte.length * steps);
  const share = new Float64Array(fte.length);
  const highest = problem.needFte.map((_, cell) => {
    const sorted = needFte
      .slice(cell * count, (cell + 1) * count)
      .sort()
      .reverse();
    for (let step = 0; step < steps; step++) {
      const [from, to] = [Math.floor((step * count) / steps), Math.floor(((step + 1) * count) / steps)];
      writeStep({ sorted, from, to, view, into: { fte, share, at: cell * steps + step } });
    }
    return itemAt(sorted, 0);
  });
  return { ...problem, needFte: highest, shortageSteps: { count: steps, fte, share } };
}

type StepTask = {
  /** Needs of one cell, the largest first. */
  readonly sorted: Float64Array;
  readonly from: number;
  readonly to: number;
  readonly view: RiskView;
  readonly into: { readonly fte: Float64Array; readonly share: Float64Array; readonly at: number };
};

/** From the need of one rank down to that of another; the last step has no floor and is short in every future. */
function writeStep({ sorted, from, to, view, into }: StepTask): void {
  const count = sorted.length;
  let [held, priced] = [0, 0];
  for (let rank = from; rank < to && rank + 1 < count; rank++) {
    const width = itemAt(sorted, rank) - itemAt(sorted, rank + 1);
    held += width;
    priced += width * weightOf((rank + 1) / count, view);
  }
  into.fte[into.at] = held;
  into.share[into.at] = to === count ? 1 : held > 0 ? priced / held : weightOf(to / count, view);
}

/** What a shortage in a share of futures weighs. */
function weightOf(shareOfFutures: number, { weight, tailShare }: RiskView): number {
  return (1 - weight) * shareOfFutures + weight * Math.min(1, shareOfFutures / tailShare);
}

/** What a plan leaves short over all futures, in FTE-years over the whole plan. */
export type RiskReading = {
  readonly meanFteYears: number;
  /** Mean of the worst `tailShare` of futures. */
  readonly tailFteYears: number;
  /** Shape [future]. */
  readonly fteYears: Float64Array;
};

/** @param help as `helpOf` gives it */
export function readRisk(
  problem: PlanProblem,
  samples: NeedSamples,
  { help, tailShare }: { readonly help: Float64Array; readonly tailShare: number },
): RiskReading {
  const { count, needFte } = samples;
  const fteYears = new Float64Array(count);
  help.forEach((fte, cell) => {
    const years = yearsOfPeriod(itemAt(problem.periods, cell % problem.periods.length));
    for (let future = 0; future < count; future++) {
      const short = Math.max(0, itemAt(needFte, cell * count + future) - fte);
      fteYears[future] = itemAt(fteYears, future) + short * years;
    }
  });
  const worst = fteYears.toSorted().reverse();
  const inTail = tailShare * count;
  let tail = 0;
  worst.forEach((each, rank) => {
    tail += each * Math.min(1, Math.max(0, inTail - rank));
  });
  return { meanFteYears: fteYears.reduce((sum, each) => sum + each, 0) / count, tailFteYears: tail / inTail, fteYears };
}

/** Digital FTE that starts bring, mean over the period, shape [place][role][period]. */
export function helpOf(problem: PlanProblem, starts: readonly PlannedStart[]): Float64Array {
  const help = new Float64Array(problem.needFte.length);
  for (const start of starts) {
    forEachHelp(problem, start, (need, fte) => {
      help[need] = itemAt(help, need) + start.people * fte;
    });
  }
  return help;
}
