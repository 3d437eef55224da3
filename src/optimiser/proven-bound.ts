// A lower bound on every plan, worked out from the prices of the rows alone, so that nobody need trust the solver.
import { valueOfLimit } from './formulate.ts';
import type { PlanProgramme } from './formulate.ts';
import { itemAt, yearOfStart } from './plan-problem.ts';
import type { PlanProblem } from './plan-problem.ts';

/** Weak duality: whatever the prices, what the needs would pay less what the limits would charge, less what starts
 *  could still earn beyond their price, is more than no plan. Good prices make it tight; any prices make it true,
 *  because no column can exceed its place's capacity or its need.
 *  @param rowPrices shape [row], from 0 for needs and to 0 for limits; empty gives the bound of no prices, which is 0
 *  @source docs/model/optimiser.md */
export function provenBoundGbp(problem: PlanProblem, plan: PlanProgramme, rowPrices: Float64Array): number {
  if (rowPrices.length === 0) return 0;
  const { columns, columnStarts, rowIndices, coefficients } = plan.programme;
  const prices = plan.limits.map((limit, row) => {
    const price = itemAt(rowPrices, row);
    return limit.kind === 'shortage' ? Math.max(0, price) : Math.min(0, price);
  });
  const values = plan.limits.map((limit) => valueOfLimit(problem, limit));
  const most = mostOfEachColumn(problem, plan, values);
  let bound = 0;
  prices.forEach((price, row) => {
    bound += price * itemAt(values, row);
  });
  columns.forEach((column, index) => {
    let reducedCost = column.cost;
    for (let entry = itemAt(columnStarts, index); entry < itemAt(columnStarts, index + 1); entry++) {
      reducedCost -= itemAt(coefficients, entry) * itemAt(prices, itemAt(rowIndices, entry));
    }
    bound += Math.min(0, reducedCost) * itemAt(most, index);
  });
  return Math.max(0, bound);
}

/** The most that each column can be in a cheapest plan: a place's capacity for starts, the need itself for a shortage. */
function mostOfEachColumn(problem: PlanProblem, plan: PlanProgramme, values: readonly number[]): readonly number[] {
  const starts = plan.starts.map(({ place, option, start }) => {
    const { channel } = itemAt(problem.options, option);
    const year = yearOfStart(problem, start);
    return valueOfLimit(problem, { kind: 'place-capacity', channel, place, year });
  });
  const shortages = values.filter((_, row) => itemAt(plan.limits, row).kind === 'shortage');
  return [...starts, ...shortages];
}
