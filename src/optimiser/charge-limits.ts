// Limits that several parts share, taken out of a part's programme and charged for instead, at prices common to all.
import type { PlanProgramme } from './formulate.ts';
import type { PlanLimit } from './plan-limit.ts';
import { priceAt } from './plan-prices.ts';
import type { PlanPrices } from './plan-prices.ts';
import { itemAt } from './plan-problem.ts';
import type { PlanProblem } from './plan-problem.ts';

/** The programme without the nation's capacities and budgets, each start charged for what it takes of them. What it
 *  costs in all parts, less what those limits are worth, is a bound on the plan of the whole (Lagrangian relaxation). */
export function chargeLimits(problem: PlanProblem, plan: PlanProgramme, prices: PlanPrices): PlanProgramme {
  const { columns, rows, columnStarts, rowIndices, coefficients } = plan.programme;
  const isShared = plan.limits.map(({ kind }) => kind === 'capacity' || kind === 'budget');
  const kept = new Int32Array(rows.length);
  let keptCount = 0;
  isShared.forEach((shared, row) => {
    kept[row] = shared ? -1 : keptCount++;
  });
  const charges = plan.limits.map((limit, row) => (itemAt(isShared, row) ? chargeFor(problem, prices, limit) : 0));
  const starts = [0];
  const keptIndices: number[] = [];
  const keptCoefficients: number[] = [];
  const chargedColumns = columns.map((column, index) => {
    let chargeGbp = 0;
    for (let entry = itemAt(columnStarts, index); entry < itemAt(columnStarts, index + 1); entry++) {
      const row = itemAt(rowIndices, entry);
      chargeGbp += itemAt(charges, row) * itemAt(coefficients, entry);
      if (itemAt(isShared, row)) continue;
      keptIndices.push(itemAt(kept, row));
      keptCoefficients.push(itemAt(coefficients, entry));
    }
    starts.push(keptIndices.length);
    return { ...column, cost: column.cost + chargeGbp };
  });
  return {
    programme: {
      columns: chargedColumns,
      rows: rows.filter((_, row) => !itemAt(isShared, row)),
      columnStarts: Int32Array.from(starts),
      rowIndices: Int32Array.from(keptIndices),
      coefficients: Float64Array.from(keptCoefficients),
    },
    starts: plan.starts,
    limits: plan.limits.filter((_, row) => !itemAt(isShared, row)),
  };
}

function chargeFor(problem: PlanProblem, prices: PlanPrices, limit: PlanLimit): number {
  const { values, index } = priceAt(problem, prices, limit);
  return itemAt(values, index);
}
