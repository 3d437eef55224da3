// What needs are worth and what limits cost at the margin, by thing instead of by row; and the bound they prove.
import { itemAt, needOffset, responseOffset, yearOfStart, yearsOfPeriod } from './plan-problem.ts';
import type { PlanProblem } from './plan-problem.ts';
import { valueOfLimit, yearCount } from './plan-limit.ts';
import type { PlanLimit } from './plan-limit.ts';
import { isOpen } from './start-columns.ts';

/** Prices in GBP, all from 0. */
export type PlanPrices = {
  /** One more FTE needed throughout the period, shape [place][role][period]. */
  readonly needGbp: Float64Array;
  /** One more person in the nation, shape [channel][year]. */
  readonly capacityGbp: Float64Array;
  /** One more person in the place, shape [channel][place][year]. */
  readonly placeCapacityGbp: Float64Array;
  /** One more pound, shape [budget][year]. */
  readonly budgetGbp: Float64Array;
};

/** @param rowPrices of the rows that `limits` describe, from 0 for needs and to 0 for limits */
export function pricesOfRows(problem: PlanProblem, limits: readonly PlanLimit[], rowPrices: Float64Array): PlanPrices {
  const prices = noPrices(problem);
  limits.forEach((limit, row) => {
    const { values, index } = priceAt(problem, prices, limit);
    const price = itemAt(rowPrices, row);
    values[index] = Math.max(0, limit.kind === 'shortage' ? price : -price);
  });
  return prices;
}

export function noPrices(problem: PlanProblem): PlanPrices {
  const years = yearCount(problem);
  return {
    needGbp: new Float64Array(problem.needFte.length),
    capacityGbp: new Float64Array(problem.channels.length * years),
    placeCapacityGbp: new Float64Array(problem.channels.length * problem.places.length * years),
    budgetGbp: new Float64Array(problem.budgets.length * years),
  };
}

/** Where the price of a limit stands. */
export function priceAt(
  problem: PlanProblem,
  prices: PlanPrices,
  limit: PlanLimit,
): { readonly values: Float64Array; readonly index: number } {
  const years = yearCount(problem);
  switch (limit.kind) {
    case 'shortage':
      return { values: prices.needGbp, index: needOffset(problem, limit) + limit.period };
    case 'capacity':
      return { values: prices.capacityGbp, index: limit.channel * years + limit.year };
    case 'place-capacity': {
      const index = (limit.channel * problem.places.length + limit.place) * years + limit.year;
      return { values: prices.placeCapacityGbp, index };
    }
    case 'budget':
      return { values: prices.budgetGbp, index: limit.budget * years + limit.year };
  }
}

/** A lower bound on every plan, from the prices alone and without the programme, so that nobody need trust the solver:
 *  what the needs would pay, less what the nation's limits would charge, less the most that each place could still earn
 *  within its own capacities at these prices. Good prices make it tight; any prices make it true (weak duality).
 *  @source docs/model/optimiser.md */
export function provenBoundGbp(problem: PlanProblem, prices: PlanPrices): number {
  const most = problem.periods.map((period) => problem.shortagePriceGbpPerFteYear * yearsOfPeriod(period));
  const needGbp = prices.needGbp.map((price, index) => Math.min(price, itemAt(most, index % most.length)));
  let bound = 0;
  problem.needFte.forEach((fte, index) => {
    bound += Math.max(0, fte) * itemAt(needGbp, index);
  });
  const years = yearCount(problem);
  problem.channels.forEach((channel, index) => {
    for (let year = 0; year < years; year++) {
      bound -= itemAt(channel.peoplePerYear, year) * itemAt(prices.capacityGbp, index * years + year);
    }
  });
  problem.budgets.forEach((budget, index) => {
    for (let year = 0; year < years; year++) {
      bound -= itemAt(budget.gbpPerYear, year) * itemAt(prices.budgetGbp, index * years + year);
    }
  });
  for (let place = 0; place < problem.places.length; place++) {
    bound -= mostEarnedIn(problem, place, { ...prices, needGbp });
  }
  return Math.max(0, bound);
}

/** The most that starts in one place could earn beyond their price: for each channel and year its capacity there times
 *  the best start of all. */
function mostEarnedIn(problem: PlanProblem, place: number, prices: PlanPrices): number {
  const years = yearCount(problem);
  const best = new Float64Array(problem.channels.length * years);
  for (let option = 0; option < problem.options.length; option++) {
    const { channel } = itemAt(problem.options, option);
    for (let start = 0; start < problem.startMonths.length; start++) {
      const at = { place, option, start };
      if (!isOpen(problem, at)) continue;
      const index = channel * years + yearOfStart(problem, start);
      best[index] = Math.max(itemAt(best, index), earnedByStart(problem, prices, at));
    }
  }
  let earnedGbp = 0;
  best.forEach((gbp, index) => {
    if (gbp === 0) return;
    const channel = Math.floor(index / years);
    earnedGbp += gbp * valueOfLimit(problem, { kind: 'place-capacity', channel, place, year: index % years });
  });
  return earnedGbp;
}

/** What one start earns at these prices beyond its cost and its use of the nation's limits; below 0 for a loss. */
function earnedByStart(
  problem: PlanProblem,
  prices: PlanPrices,
  at: { place: number; option: number; start: number },
): number {
  const option = itemAt(problem.options, at.option);
  const years = yearCount(problem);
  const year = yearOfStart(problem, at.start);
  const needs = needOffset(problem, { place: at.place, role: option.role });
  const responses = responseOffset(problem, at);
  let earned = -option.costGbpPerStart - itemAt(prices.capacityGbp, option.channel * years + year);
  problem.periods.forEach((period, index) => {
    const worth = itemAt(prices.needGbp, needs + index) - option.payGbpPerFteYear * yearsOfPeriod(period);
    earned += worth * itemAt(problem.responseFte, responses + index);
  });
  const tier = itemAt(problem.channels, option.channel).accountableTier;
  problem.budgets.forEach((budget, index) => {
    if (budget.tier === tier) earned -= option.costGbpPerStart * itemAt(prices.budgetGbp, index * years + year);
  });
  return earned;
}
