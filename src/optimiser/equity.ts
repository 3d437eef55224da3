// The rule that no place is left behind where the nation is nearly served, turned into floors for the periods it holds in.
import { itemAt, needOffset } from './plan-problem.ts';
import type { PlannedStart, PlanProblem } from './plan-problem.ts';
import type { PlanFloor } from './plan-rules.ts';
import { shortageAfter } from './plan-value.ts';

/** The problem with a floor for every place in each period in which these starts bring the nation below the rule's mark
 *  and leave a place behind; the same problem where they break the rule nowhere. Floors that it has already stay. */
export function withFloors(problem: PlanProblem, starts: readonly PlannedStart[]): PlanProblem {
  const { equity, demandFte, periods, floors = [] } = problem;
  if (equity === undefined || demandFte === undefined) return problem;
  const shortFte = shortByPlace(problem, starts);
  const added: PlanFloor[] = [];
  for (let period = equity.fromPeriod; period < periods.length; period++) {
    const cells = problem.places.map((_, place) => place * periods.length + period);
    if (floors.some((floor) => floor.period === period)) continue;
    if (!isNationNearlyServed(problem, cells, shortFte)) continue;
    const own = cells.map((cell, place): PlanFloor => ({
      place,
      period,
      mostShortFte: equity.mostShortShare * itemAt(demandFte, cell),
      priceGbpPerFteYear: equity.priceGbpPerFteYear,
    }));
    if (own.some(({ mostShortFte }, place) => itemAt(shortFte, itemAt(cells, place)) > mostShortFte))
      added.push(...own);
  }
  return added.length === 0 ? problem : { ...problem, floors: [...floors, ...added] };
}

function isNationNearlyServed(problem: PlanProblem, cells: readonly number[], shortFte: Float64Array): boolean {
  const { equity, demandFte } = problem;
  if (equity === undefined || demandFte === undefined) return false;
  let [short, demand] = [0, 0];
  for (const cell of cells) {
    short += itemAt(shortFte, cell);
    demand += itemAt(demandFte, cell);
  }
  return demand > 0 && short <= equity.whenNationBelowShare * demand;
}

/** @returns shape [place][period] */
function shortByPlace(problem: PlanProblem, starts: readonly PlannedStart[]): Float64Array {
  const { places, roles, periods } = problem;
  const shortage = shortageAfter(problem, starts);
  const sums = new Float64Array(places.length * periods.length);
  places.forEach((_, place) => {
    roles.forEach((__, role) => {
      const offset = needOffset(problem, { place, role });
      for (let period = 0; period < periods.length; period++) {
        const cell = place * periods.length + period;
        sums[cell] = itemAt(sums, cell) + itemAt(shortage, offset + period);
      }
    });
  });
  return sums;
}
