// The cheapest plan in whole people by trying every one: slow, and right by construction.
import { checkPlan, objectiveOf } from '#optimiser';
import type { PlannedStart, PlanProblem } from '#optimiser';

/** Most people of one start that are tried; the needs of small problems ask for fewer. */
const MOST_PEOPLE = 4;

/** Tries every number of people at every start of a small problem, keeping those plans that the checker passes. */
export function cheapestWholePlan(problem: PlanProblem): {
  readonly objectiveGbp: number;
  readonly starts: readonly PlannedStart[];
} {
  const slots = problem.places.flatMap((_, place) =>
    problem.options.flatMap((__, option) => problem.startMonths.map((___, start) => ({ place, option, start }))),
  );
  const none: readonly PlannedStart[] = [];
  let best = { objectiveGbp: objectiveOf(problem, []), starts: none };
  const chosen: PlannedStart[] = [];
  const visit = (slot: number): void => {
    const at = slots[slot];
    if (at === undefined) {
      if (checkPlan(problem, chosen).length > 0) return;
      const objectiveGbp = objectiveOf(problem, chosen);
      if (objectiveGbp < best.objectiveGbp) best = { objectiveGbp, starts: [...chosen] };
      return;
    }
    visit(slot + 1);
    for (let people = 1; people <= MOST_PEOPLE; people++) {
      chosen.push({ ...at, people });
      if (breaksNoCeiling(problem, chosen)) visit(slot + 1);
      chosen.pop();
    }
  };
  visit(0);
  return best;
}

/** Rules that a plan too small breaks and a greater one may keep: a cohort may yet grow, earlier starts make room on a
 *  ramp, and an earlier opening falls into another year's budget. */
const MENDABLE: ReadonlySet<string> = new Set(['minimum-cohort', 'ramp']);

/** Whether more people might still make the plan whole. */
function breaksNoCeiling(problem: PlanProblem, chosen: readonly PlannedStart[]): boolean {
  const opens = problem.channels.some(({ opening }) => opening !== undefined);
  return checkPlan(problem, chosen).every(({ rule }) => MENDABLE.has(rule) || (opens && rule === 'budget'));
}
