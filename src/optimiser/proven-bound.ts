// How cheap no plan can be: the bound that prices prove, without the programme and without trust in the solver.
import { limitTable } from './limit-table.ts';
import type { StartPlace } from './limit-table.ts';
import { honestPrices } from './plan-prices.ts';
import type { PlanPrices } from './plan-prices.ts';
import { forEachHelp } from './help-of-start.ts';
import { itemAt, needOffset, yearOfStart, yearsOfPeriod } from './plan-problem.ts';
import type { PlanProblem } from './plan-problem.ts';
import { stepsAt } from './shortage-steps.ts';
import { isOpen } from './start-columns.ts';

/** A lower bound on every plan, from the prices alone and without the programme, so that nobody need trust the solver:
 *  what the needs would pay, less what the limits would charge, less the most that each place could still earn within
 *  its own capacities, and each channel after it has paid for its opening, at these prices. Good prices make it tight; any
 *  prices make it true (weak duality). @source docs/model/optimiser.md */
export function provenBoundGbp(problem: PlanProblem, anyPrices: PlanPrices): number {
  const prices = honestPrices(problem, anyPrices);
  const table = limitTable(problem);
  const floorGbp = floorPrices(problem, prices);
  let bound = 0;
  problem.needFte.forEach((fte, cell) => {
    const priceGbp = itemAt(prices.needGbp, cell);
    bound += Math.max(0, fte) * priceGbp - savedByShortage(problem, cell, priceGbp - itemAt(floorGbp, cell));
  });
  (problem.floors ?? []).forEach(({ mostShortFte }, index) => {
    bound -= mostShortFte * itemAt(prices.floorGbp, index);
  });
  table.limits.forEach(({ kind }, limit) => {
    if (kind !== 'place-capacity') bound -= itemAt(table.most, limit) * itemAt(prices.limitGbp, limit);
  });
  return Math.max(0, bound - mostEarned(problem, prices));
}

/** What an FTE short takes of a floor, shape [place][role][period]. */
function floorPrices(problem: PlanProblem, { floorGbp }: PlanPrices): Float64Array {
  const prices = new Float64Array(problem.needFte.length);
  (problem.floors ?? []).forEach(({ place, period }, index) => {
    for (let role = 0; role < problem.roles.length; role++) {
      const cell = needOffset(problem, { place, role }) + period;
      prices[cell] = itemAt(prices, cell) + itemAt(floorGbp, index);
    }
  });
  return prices;
}

/** What a cell saves at a price by leaving short the steps that cost less. */
function savedByShortage(problem: PlanProblem, cell: number, priceGbp: number): number {
  const { periods, shortagePriceGbpPerFteYear } = problem;
  const fullGbp = shortagePriceGbpPerFteYear * yearsOfPeriod(itemAt(periods, cell % periods.length));
  let savedGbp = 0;
  for (const { fte, share } of stepsAt(problem, cell)) {
    if (fte < Infinity && share * fullGbp < priceGbp) savedGbp += (priceGbp - share * fullGbp) * fte;
  }
  return savedGbp;
}

/** The most that starts could earn beyond their price: in each place, channel and year its capacity there times the best
 *  start of all; where a channel costs to open, all of a group's years from the best one on less that cost. */
function mostEarned(problem: PlanProblem, prices: PlanPrices): number {
  const { years } = limitTable(problem);
  const groups = problem.channels.map(({ opening }) => new Float64Array((opening?.groups.length ?? 0) * years));
  let earnedGbp = 0;
  for (let place = 0; place < problem.places.length; place++) {
    mostEarnedIn(problem, place, prices).forEach((gbp, index) => {
      if (gbp === 0) return;
      const [channel, year] = [Math.floor(index / years), index % years];
      const { opening } = itemAt(problem.channels, channel);
      if (opening === undefined) {
        earnedGbp += gbp;
        return;
      }
      const cell = itemAt(opening.groupOfPlace, place) * years + year;
      const ofGroup = itemAt(groups, channel);
      ofGroup[cell] = itemAt(ofGroup, cell) + gbp;
    });
  }
  groups.forEach((earned, channel) => {
    for (let first = 0; first < earned.length; first += years) {
      earnedGbp += mostAfterOpening(problem, prices, { channel, earned: earned.subarray(first, first + years) });
    }
  });
  return earnedGbp;
}

/** @returns the most that starts of one place could earn, shape [channel][year] */
function mostEarnedIn(problem: PlanProblem, place: number, prices: PlanPrices): Float64Array {
  const table = limitTable(problem);
  const best = new Float64Array(problem.channels.length * table.years);
  for (let option = 0; option < problem.options.length; option++) {
    const { channel } = itemAt(problem.options, option);
    for (let start = 0; start < problem.startMonths.length; start++) {
      const at = { place, option, start };
      if (!isOpen(problem, at)) continue;
      const index = channel * table.years + yearOfStart(problem, start);
      best[index] = Math.max(itemAt(best, index), earnedByStart(problem, prices, at));
    }
  }
  return best.map((gbp, index) => {
    if (gbp === 0) return 0;
    const limit = table.placeCapacityOf(Math.floor(index / table.years), place, index % table.years);
    return gbp * itemAt(table.most, limit);
  });
}

/** What one start earns at these prices beyond its cost and its use of limits; below 0 for a loss. */
function earnedByStart(problem: PlanProblem, prices: PlanPrices, at: StartPlace): number {
  const { costGbpPerStart, payGbpPerFteYear } = itemAt(problem.options, at.option);
  const table = limitTable(problem);
  let earned = -costGbpPerStart;
  forEachHelp(problem, at, (need, fte) => {
    const years = yearsOfPeriod(itemAt(problem.periods, need % problem.periods.length));
    earned += fte * (itemAt(prices.needGbp, need) - payGbpPerFteYear * years);
  });
  table.forEachUse(at, (limit, amount) => {
    if (itemAt(table.limits, limit).kind !== 'place-capacity') earned -= amount * itemAt(prices.limitGbp, limit);
  });
  return earned;
}

/** What a group earns when the channel opens in the best year or never.
 *  @param at.earned shape [year] */
function mostAfterOpening(
  problem: PlanProblem,
  prices: PlanPrices,
  at: { readonly channel: number; readonly earned: Float64Array },
): number {
  const table = limitTable(problem);
  const costGbp = itemAt(problem.channels, at.channel).opening?.costGbp ?? 0;
  let [best, fromYear] = [0, 0];
  for (let year = at.earned.length - 1; year >= 0; year--) {
    fromYear += itemAt(at.earned, year);
    let perGbp = 1;
    for (const budget of table.budgetsOf(at.channel, year)) perGbp += itemAt(prices.limitGbp, budget);
    best = Math.max(best, fromYear - costGbp * perGbp);
  }
  return best;
}
