// What each start of a plan costs beyond its own price: the opening of its channel, and dearer places in a queue.
import { limitTable } from './limit-table.ts';
import { itemAt, yearOfStart } from './plan-problem.ts';
import type { PlannedStart, PlanProblem } from './plan-problem.ts';
import { openingsOf } from './plan-value.ts';

/** An opening is paid with the first start that needs it; what going beyond a cap costs is shared by all who take of it.
 *  @returns GBP, shape [start of the plan]; with the starts' own cost they add up to `programmeCostGbp` */
export function extraCostsGbp(problem: PlanProblem, starts: readonly PlannedStart[]): Float64Array {
  const extraGbp = new Float64Array(starts.length);
  for (const { channel, group, year, costGbp } of openingsOf(problem, starts)) {
    const first = starts.findIndex((start) => {
      const { opening } = itemAt(problem.channels, channel);
      const isOfChannel = itemAt(problem.options, start.option).channel === channel;
      return isOfChannel && opening?.groupOfPlace[start.place] === group && yearOfStart(problem, start.start) === year;
    });
    extraGbp[first] = itemAt(extraGbp, first) + costGbp;
  }
  const table = limitTable(problem);
  const used = new Float64Array(table.limits.length);
  const forEachPaid = (visit: (limit: number, taken: number, index: number) => void): void => {
    starts.forEach((start, index) => {
      table.forEachUse(start, (limit, amount) => {
        const paidBy = itemAt(table.breaches, limit)?.paidBy ?? null;
        if (paidBy !== null) visit(limit, start.people * amount, index);
      });
    });
  };
  forEachPaid((limit, taken) => {
    used[limit] = itemAt(used, limit) + taken;
  });
  forEachPaid((limit, taken, index) => {
    const beyond = Math.max(0, itemAt(used, limit) - itemAt(table.most, limit));
    const priceGbp = itemAt(table.breaches, limit)?.priceGbp ?? 0;
    if (beyond > 0) extraGbp[index] = itemAt(extraGbp, index) + (beyond * priceGbp * taken) / itemAt(used, limit);
  });
  return extraGbp;
}
