// The frontier between money and shortage: for each sum, the least that must stay short.
import { ok } from '#kernel';
import type { Result } from '#kernel';
import type { SolvePart } from '../solve-part.ts';
import type { PlanProblem } from '../plan-problem.ts';
import { figuresOf, fractionalPlan } from './fractional-plan.ts';
import type { PlanFigures } from './fractional-plan.ts';
import { inLanes } from './in-lanes.ts';
import { seekingLeastShortage, withPurse } from './spending-cap.ts';

/** What one sum of money can do at best. */
export type FrontierPoint = {
  readonly budgetGbp: number;
  readonly figures: PlanFigures;
};

/** Points from no money to as much as still helps, closer together where little money does most. A planner between two
 *  points can do at least as well as the line between them, for a mixture of two plans is a plan.
 *  @param problem coarse where the whole is large: the points are then bounds that no plan of the whole can beat
 *  @source docs/model/objectives.md, eq. 2 */
export async function frontier(
  problem: PlanProblem,
  solve: SolvePart,
  points: number,
): Promise<Result<readonly FrontierPoint[]>> {
  const seeking = seekingLeastShortage(problem);
  const most = await fractionalPlan(seeking, solve);
  if (!most.ok) return most;
  const dearest = most.value?.figures ?? figuresOf(problem, []);
  const between = Array.from({ length: points - 2 }, (_, index) => {
    const share = (index + 1) / (points - 1);
    return dearest.spentGbp * share * share;
  });
  const found = await inLanes(between, async (gbp): Promise<Result<FrontierPoint>> => {
    const plan = await fractionalPlan(withPurse(seeking, { gbp, per: 'plan' }), solve);
    if (!plan.ok) return plan;
    const figures = plan.value?.figures ?? figuresOf(problem, []);
    // A channel that costs to open is opened by parts in fractions, and would count as opened whole in the figures.
    return ok({ budgetGbp: gbp, figures: { ...figures, spentGbp: Math.min(gbp, figures.spentGbp) } });
  });
  if (!found.ok) return found;
  return ok([
    { budgetGbp: 0, figures: figuresOf(problem, []) },
    ...found.value,
    { budgetGbp: dearest.spentGbp, figures: dearest },
  ]);
}
