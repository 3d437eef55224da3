// What needs are worth and what limits cost at the margin, by thing instead of by row.
import { limitTable } from './limit-table.ts';
import type { PlanLimit } from './plan-limit.ts';
import { itemAt, needOffset, yearsOfPeriod } from './plan-problem.ts';
import type { PlanProblem } from './plan-problem.ts';
import { dearestShare } from './shortage-steps.ts';

/** Prices in GBP, all from 0. */
export type PlanPrices = {
  /** One more FTE needed throughout the period, shape [place][role][period]. */
  readonly needGbp: Float64Array;
  /** One more FTE that may stay short, shape [floor]. */
  readonly floorGbp: Float64Array;
  /** One unit more of what a limit allows, shape [limit of the table]. */
  readonly limitGbp: Float64Array;
};

/** @param rowPrices of the rows that `limits` describe, from 0 for needs and to 0 for limits */
export function pricesOfRows(problem: PlanProblem, limits: readonly PlanLimit[], rowPrices: Float64Array): PlanPrices {
  const prices = noPrices(problem);
  limits.forEach((limit, row) => {
    const price = itemAt(rowPrices, row);
    const at = priceAt(problem, prices, limit);
    if (at !== null) at.values[at.index] = Math.max(0, limit.kind === 'shortage' ? price : -price);
  });
  return prices;
}

export function noPrices(problem: PlanProblem): PlanPrices {
  return {
    needGbp: new Float64Array(problem.needFte.length),
    floorGbp: new Float64Array((problem.floors ?? []).length),
    limitGbp: new Float64Array(limitTable(problem).limits.length),
  };
}

/** Where the price of a limit stands; null where it has none because it only ties choices together. */
export function priceAt(
  problem: PlanProblem,
  prices: PlanPrices,
  limit: PlanLimit,
): { readonly values: Float64Array; readonly index: number } | null {
  const table = limitTable(problem);
  const ofLimit = (index: number) => ({ values: prices.limitGbp, index });
  switch (limit.kind) {
    case 'shortage':
      return { values: prices.needGbp, index: needOffset(problem, limit) + limit.period };
    case 'floor':
      return { values: prices.floorGbp, index: limit.floor };
    case 'capacity':
      return ofLimit(table.capacityOf(limit.channel, limit.year));
    case 'place-capacity':
      return ofLimit(table.placeCapacityOf(limit.channel, limit.place, limit.year));
    case 'budget':
      return ofLimit(table.budgetAt(limit.budget, limit.year));
    case 'cap':
      return ofLimit(table.capAt(limit.cap));
    case 'opening':
    case 'cohort':
      return null;
  }
}

/** The same prices, none above what it would cost to pay the breach instead; a bound needs that to be true. */
export function honestPrices(problem: PlanProblem, prices: PlanPrices): PlanPrices {
  const { periods, floors = [], shortagePriceGbpPerFteYear } = problem;
  const table = limitTable(problem);
  const floorGbp = prices.floorGbp.map((gbp, index) => {
    const { period, priceGbpPerFteYear } = itemAt(floors, index);
    return Math.min(gbp, priceGbpPerFteYear * yearsOfPeriod(itemAt(periods, period)));
  });
  const most = prices.needGbp.map((_, need) => {
    const years = yearsOfPeriod(itemAt(periods, need % periods.length));
    return shortagePriceGbpPerFteYear * years * dearestShare(problem, need);
  });
  floors.forEach(({ place, period }, index) => {
    for (let role = 0; role < problem.roles.length; role++) {
      const need = needOffset(problem, { place, role }) + period;
      most[need] = itemAt(most, need) + itemAt(floorGbp, index);
    }
  });
  const limitGbp = prices.limitGbp.map((gbp, limit) => {
    const breach = itemAt(table.breaches, limit);
    if (breach === null) return gbp;
    let perGbp = 1;
    for (const budget of table.payersOf(breach)) perGbp += itemAt(prices.limitGbp, budget);
    return Math.min(gbp, breach.priceGbp * perGbp);
  });
  return { needGbp: prices.needGbp.map((gbp, need) => Math.min(gbp, itemAt(most, need))), floorGbp, limitGbp };
}
