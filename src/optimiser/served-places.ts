// Where a start helps: in its own place, or in several that share the post.
import { itemAt } from './plan-problem.ts';
import type { PlanProblem } from './plan-problem.ts';
import type { ServedPlace } from './plan-rules.ts';

/** @returns the places in which the post of a start works, with the share of its FTE that each has */
export function servedPlaces(problem: PlanProblem, at: { place: number; option: number }): readonly ServedPlace[] {
  const { serves } = itemAt(problem.channels, itemAt(problem.options, at.option).channel);
  return serves === undefined ? [{ place: at.place, share: 1 }] : itemAt(serves, at.place);
}
