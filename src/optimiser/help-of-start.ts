// What a start gives: digital FTE in its own role and in those that its people move on to, in every place that it serves.
import { itemAt, needOffset, yearsOfPeriod } from './plan-problem.ts';
import type { PlanProblem } from './plan-problem.ts';
import { servedPlaces } from './served-places.ts';

/** A start by index into the problem. */
type StartAt = { readonly place: number; readonly option: number; readonly start: number };

/** Visits every need that a start helps. @param visit takes an index into `needFte`, and digital FTE that one start gives */
export function forEachHelp(problem: PlanProblem, at: StartAt, visit: (need: number, fte: number) => void): void {
  const periods = problem.periods.length;
  forEachReach(problem, at, ({ needs, responses, factor }) => {
    for (let period = 0; period < periods; period++) {
      visit(needs + period, factor * itemAt(problem.responseFte, responses + period));
    }
  });
}

/** Digital FTE that one start gives in all places and roles, mean over the period. */
export function fteOfStart(problem: PlanProblem, at: StartAt, period: number): number {
  let fte = 0;
  forEachReach(problem, at, ({ responses, factor }) => {
    fte += factor * itemAt(problem.responseFte, responses + period);
  });
  return fte;
}

/** What one start costs up to the end of the last period: its own cost, and the pay of the FTE that it gives. */
export function costOfStartGbp(problem: PlanProblem, at: StartAt): number {
  const { costGbpPerStart, payGbpPerFteYear } = itemAt(problem.options, at.option);
  let fteYears = 0;
  forEachHelp(problem, at, (need, fte) => {
    fteYears += fte * yearsOfPeriod(itemAt(problem.periods, need % problem.periods.length));
  });
  return costGbpPerStart + payGbpPerFteYear * fteYears;
}

/** How many reaches a problem has in all. */
export function reachCount({ reaches, options }: Pick<PlanProblem, 'reaches' | 'options'>): number {
  return reaches?.role.length ?? options.length;
}

/** One role in one place: where its needs and the responses in it begin, and what the place has of those. */
type Reached = { readonly needs: number; readonly responses: number; readonly factor: number };

function forEachReach(problem: PlanProblem, at: StartAt, visit: (reached: Reached) => void): void {
  const { reaches, placeFactors, options, startMonths, periods, classOfPlace } = problem;
  const count = reachCount(problem);
  const first = reaches === undefined ? at.option : itemAt(reaches.firstOf, at.option);
  const last = reaches === undefined ? at.option + 1 : itemAt(reaches.firstOf, at.option + 1);
  for (const { place, share } of servedPlaces(problem, at)) {
    for (let reach = first; reach < last; reach++) {
      const role = reaches === undefined ? itemAt(options, at.option).role : itemAt(reaches.role, reach);
      const factor = placeFactors === undefined ? 1 : itemAt(placeFactors, place * count + reach);
      visit({
        needs: needOffset(problem, { place, role }),
        responses: ((itemAt(classOfPlace, place) * count + reach) * startMonths.length + at.start) * periods.length,
        factor: share * factor,
      });
    }
  }
}
