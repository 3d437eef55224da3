// A question of such a size that many programmes of it can be solved.
import { coarsenProblem, type PlanProblem } from '#optimiser';

/** Places up to which the questions are asked of the problem itself. */
const FEW_PLACES = 7;

/** The problem itself where it is small; else with the places counted together that respond alike. */
export function smallEnough(problem: PlanProblem): PlanProblem {
  return problem.places.length <= FEW_PLACES ? problem : coarsenProblem(problem).problem;
}
