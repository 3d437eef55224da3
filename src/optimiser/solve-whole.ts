// Small problems solved once more in whole people, so that neither their plan nor its bound loses by rounding.
import { ok } from '#kernel';
import type { Result } from '#kernel';
import { checkPlan } from './check-plan.ts';
import { formulateWhole } from './formulate.ts';
import type { PlanProgramme } from './formulate.ts';
import type { SolvePart } from './solve-part.ts';
import { itemAt } from './plan-problem.ts';
import type { PlannedStart, PlanProblem } from './plan-problem.ts';
import { describePlan } from './read-plan.ts';
import type { PlanResult } from './read-plan.ts';

/** Starts to choose from up to which a problem is solved in whole people: some seconds on one thread. Of larger ones,
 *  rounding costs less than the search for whole people finds in its time. */
export const MOST_WHOLE_STARTS = 1500;

/** A plan within this share of the cheapest is near enough: two hospitals over ten years take two seconds to come so near,
 *  and more than five minutes to come within half of it. */
const NEAR_ENOUGH = 0.005;

/** @param plan found in fractions and rounded
 *  @returns the cheaper of the two plans, with the better bound; the given one where the solver finds none in its time */
export async function solveWhole(
  problem: PlanProblem,
  plan: PlanResult,
  solve: SolvePart,
): Promise<Result<PlanResult>> {
  const programme = formulateWhole(problem);
  const solution = await solve(programme.programme, { part: 1, parts: 2, leastGap: NEAR_ENOUGH });
  if (!solution.ok) return solution;
  const { values, bound, status } = solution.value;
  const starts = values.length === 0 ? [] : wholeStarts(programme, values);
  const found = describePlan(problem, { ...plan, starts });
  const isBetter = found.objectiveGbp < plan.objectiveGbp && checkPlan(problem, starts).length === 0;
  const { objectiveGbp, ...better } = isBetter ? found : plan;
  const boundGbp = Math.min(objectiveGbp, Math.max(plan.boundGbp, bound));
  const relativeGap = objectiveGbp > 0 ? (objectiveGbp - boundGbp) / objectiveGbp : 0;
  return ok({ ...better, status: status === 'stopped' ? status : plan.status, objectiveGbp, boundGbp, relativeGap });
}

function wholeStarts({ starts }: PlanProgramme, values: Float64Array): readonly PlannedStart[] {
  return starts.flatMap(({ place, option, start }, column) => {
    const people = Math.round(itemAt(values, column));
    return people > 0 ? [{ place, option, start, people }] : [];
  });
}
