// How cheap no plan of a problem can be, from one solution in fractions and without making a plan of it.
import { ok } from '#kernel';
import type { Result } from '#kernel';
import { formulate } from '../formulate.ts';
import type { PlanProblem } from '../plan-problem.ts';
import { relaxedPlan } from '../read-plan.ts';
import type { SolvePart } from '../solve-part.ts';
import { provenBoundGbp } from '../proven-bound.ts';

/** @returns a bound that the prices of the solution prove, whatever the solver; 0 where it found none in its time */
export async function boundOf(problem: PlanProblem, solve: SolvePart): Promise<Result<number>> {
  const programme = formulate(problem);
  const solution = await solve(programme.programme, { part: 0, parts: 1 });
  if (!solution.ok) return solution;
  return ok(provenBoundGbp(problem, relaxedPlan(problem, programme, solution.value).prices));
}
