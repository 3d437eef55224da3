// Where a start helps: in its own place, or in several that share the post.
import { itemAt, responseOffset, yearsOfPeriod } from './plan-problem.ts';
import type { PlanProblem } from './plan-problem.ts';
import type { ServedPlace } from './plan-rules.ts';

/** @returns the places in which the post of a start works, with the share of its FTE that each has */
export function servedPlaces(problem: PlanProblem, at: { place: number; option: number }): readonly ServedPlace[] {
  const { serves } = itemAt(problem.channels, itemAt(problem.options, at.option).channel);
  return serves === undefined ? [{ place: at.place, share: 1 }] : itemAt(serves, at.place);
}

/** Digital FTE that one start gives in all places it serves, mean over the period. */
export function fteOfStart(
  problem: PlanProblem,
  at: { place: number; option: number; start: number },
  period: number,
): number {
  let fte = 0;
  for (const { place, share } of servedPlaces(problem, at)) {
    fte += share * itemAt(problem.responseFte, responseOffset(problem, { ...at, place }) + period);
  }
  return fte;
}

/** What one start costs up to the end of the last period: its own cost, and the pay of the FTE that it gives. */
export function costOfStartGbp(problem: PlanProblem, at: { place: number; option: number; start: number }): number {
  const option = itemAt(problem.options, at.option);
  let fteYears = 0;
  problem.periods.forEach((period, index) => {
    fteYears += fteOfStart(problem, at, index) * yearsOfPeriod(period);
  });
  return option.costGbpPerStart + option.payGbpPerFteYear * fteYears;
}
