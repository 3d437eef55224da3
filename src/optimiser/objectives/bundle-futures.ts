// Many futures as a few: those that are alike in how much they need, each bundle at its mean.
import { itemAt, yearsOfPeriod } from '../plan-problem.ts';
import type { PlanProblem } from '../plan-problem.ts';
import type { NeedSamples } from './risk-steps.ts';

/** Bundles of a two-stage question: eighths of the futures, from least need to most. */
const BUNDLES = 8;

/** @returns needs by bundle instead of by future; bundles are equally likely as nearly as their number allows */
export function bundleFutures(problem: PlanProblem, { count, needFte }: NeedSamples): NeedSamples {
  const bundles = Math.min(BUNDLES, count);
  const totals = Array.from({ length: count }, () => 0);
  problem.needFte.forEach((_, cell) => {
    const years = yearsOfPeriod(itemAt(problem.periods, cell % problem.periods.length));
    for (let future = 0; future < count; future++) {
      totals[future] = itemAt(totals, future) + years * Math.max(0, itemAt(needFte, cell * count + future));
    }
  });
  const order = totals.map((_, future) => future).sort((a, b) => itemAt(totals, a) - itemAt(totals, b) || a - b);
  const bundled = new Float64Array(problem.needFte.length * bundles);
  for (let bundle = 0; bundle < bundles; bundle++) {
    const members = order.slice(Math.floor((bundle * count) / bundles), Math.floor(((bundle + 1) * count) / bundles));
    problem.needFte.forEach((_, cell) => {
      let sum = 0;
      for (const future of members) sum += itemAt(needFte, cell * count + future);
      bundled[cell * bundles + bundle] = sum / members.length;
    });
  }
  return { count: bundles, needFte: bundled };
}
