// Which starts are worth a column of the programme: those that are open, serve a need, and can ever pay for themselves.
import { costOfStartGbp, itemAt, needOffset, responseOffset, yearOfStart, yearsOfPeriod } from './plan-problem.ts';
import type { PlanProblem } from './plan-problem.ts';

/** One start that the programme may make, by index into the problem, with its whole cost per person. */
export type StartColumn = {
  readonly place: number;
  readonly option: number;
  readonly start: number;
  readonly costGbp: number;
};

/** The starts to choose from, in the order of places, options and start months. Leaving out the others loses nothing:
 *  a start whose help, at the full price of shortage, is worth less than it costs is in no cheapest plan. */
export function startColumns(problem: PlanProblem): readonly StartColumn[] {
  const columns: StartColumn[] = [];
  for (let place = 0; place < problem.places.length; place++) {
    for (let option = 0; option < problem.options.length; option++) {
      for (let start = 0; start < problem.startMonths.length; start++) {
        const at = { place, option, start };
        if (!isOpen(problem, at)) continue;
        const costGbp = costOfStartGbp(problem, at);
        if (greatestHelpGbp(problem, at) > costGbp) columns.push({ ...at, costGbp });
      }
    }
  }
  return columns;
}

/** Whether the channel takes people in that month and has room in that place. */
export function isOpen(problem: PlanProblem, at: { place: number; option: number; start: number }): boolean {
  const channel = itemAt(problem.channels, itemAt(problem.options, at.option).channel);
  const month = itemAt(problem.startMonths, at.start);
  if (channel.opensMonth !== null && month < channel.opensMonth) return false;
  if (channel.closesMonth !== null && month >= channel.closesMonth) return false;
  return itemAt(channel.peoplePerYear, yearOfStart(problem, at.start)) * itemAt(channel.shareOfPlace, at.place) > 0;
}

/** What one start is worth where every hour it gives meets a need. */
function greatestHelpGbp(problem: PlanProblem, at: { place: number; option: number; start: number }): number {
  const needs = needOffset(problem, { place: at.place, role: itemAt(problem.options, at.option).role });
  const responses = responseOffset(problem, at);
  let fteYears = 0;
  problem.periods.forEach((period, index) => {
    if (itemAt(problem.needFte, needs + index) <= 0) return;
    fteYears += itemAt(problem.responseFte, responses + index) * yearsOfPeriod(period);
  });
  return fteYears * problem.shortagePriceGbpPerFteYear;
}
