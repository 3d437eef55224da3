// Which starts are worth a column of the programme: those that are open, serve a need, and can ever pay for themselves.
import { costOfStartGbp, forEachHelp } from './help-of-start.ts';
import { limitTable } from './limit-table.ts';
import type { StartPlace } from './limit-table.ts';
import { itemAt, needOffset, yearOfStart, yearsOfPeriod } from './plan-problem.ts';
import type { PlanProblem } from './plan-problem.ts';
import { dearestShare } from './shortage-steps.ts';

/** One start that the programme may make, by index into the problem, with its whole cost per person. */
export type StartColumn = StartPlace & { readonly costGbp: number };

/** The starts to choose from, in the order of places, options and start months. Leaving out the others loses nothing:
 *  a start whose help, at the full price of shortage, is worth less than it costs is in no cheapest plan. */
export function startColumns(problem: PlanProblem): readonly StartColumn[] {
  const columns: StartColumn[] = [];
  const worth = needWorth(problem);
  for (let place = 0; place < problem.places.length; place++) {
    for (let option = 0; option < problem.options.length; option++) {
      for (let start = 0; start < problem.startMonths.length; start++) {
        const at = { place, option, start };
        if (!isOpen(problem, at)) continue;
        const costGbp = costOfStartGbp(problem, at);
        if (greatestHelpGbp(problem, at, worth) > costGbp) columns.push({ ...at, costGbp });
      }
    }
  }
  return columns;
}

/** Whether the channel takes people in that month and has room in that place. */
export function isOpen(problem: PlanProblem, at: StartPlace): boolean {
  const channel = itemAt(problem.channels, itemAt(problem.options, at.option).channel);
  const month = itemAt(problem.startMonths, at.start);
  if (channel.opensMonth !== null && month < channel.opensMonth) return false;
  if (channel.closesMonth !== null && month >= channel.closesMonth) return false;
  return itemAt(channel.peoplePerYear, yearOfStart(problem, at.start)) * itemAt(channel.shareOfPlace, at.place) > 0;
}

/** The most that one more FTE may be worth, GBP, shape [place][role][period]: 0 where there is no need. */
function needWorth(problem: PlanProblem): Float64Array {
  const { roles, periods, needFte, floors = [], shortagePriceGbpPerFteYear } = problem;
  const worth = needFte.map((fte, need) => {
    const years = yearsOfPeriod(itemAt(periods, need % periods.length));
    return fte > 0 ? shortagePriceGbpPerFteYear * years * dearestShare(problem, need) : 0;
  });
  for (const { place, period, priceGbpPerFteYear } of floors) {
    for (let role = 0; role < roles.length; role++) {
      const need = needOffset(problem, { place, role }) + period;
      if (itemAt(needFte, need) <= 0) continue;
      worth[need] = itemAt(worth, need) + priceGbpPerFteYear * yearsOfPeriod(itemAt(periods, period));
    }
  }
  return worth;
}

/** What one start is worth where every hour it gives meets a need and all that it makes room for is wanted. */
function greatestHelpGbp(problem: PlanProblem, at: StartPlace, worth: Float64Array): number {
  let helpGbp = 0;
  forEachHelp(problem, at, (need, fte) => {
    helpGbp += fte * itemAt(worth, need);
  });
  const { breaches } = limitTable(problem);
  limitTable(problem).forEachUse(at, (limit, amount) => {
    if (amount < 0) helpGbp -= amount * (itemAt(breaches, limit)?.priceGbp ?? Infinity);
  });
  return helpGbp;
}
