// Limits that several parts share, taken out of a part's programme and charged for instead, at prices common to all.
import type { PlanProgramme } from './formulate.ts';
import { honestPrices, priceAt } from './plan-prices.ts';
import type { PlanPrices } from './plan-prices.ts';
import { itemAt } from './plan-problem.ts';
import { isShared } from './split-problem.ts';
import type { ProblemPart } from './split-problem.ts';

/** A part's programme without the limits that it shares with others, each column charged for what it takes of them. What
 *  it costs in all parts, less what those limits are worth, is a bound on the plan of the whole (Lagrangian relaxation).
 *  @param prices of the part's own limits */
export function chargeLimits(part: ProblemPart, plan: PlanProgramme, prices: PlanPrices): PlanProgramme {
  const { columns, rows, columnStarts, rowIndices, coefficients } = plan.programme;
  const shared = plan.limits.map((limit) => isShared(part, limit));
  const honest = honestPrices(part.problem, prices);
  const kept = new Int32Array(rows.length);
  let keptCount = 0;
  shared.forEach((each, row) => {
    kept[row] = each ? -1 : keptCount++;
  });
  const charges = plan.limits.map((limit, row) => {
    const at = itemAt(shared, row) ? priceAt(part.problem, honest, limit) : null;
    return at === null ? 0 : itemAt(at.values, at.index);
  });
  const starts = [0];
  const keptIndices: number[] = [];
  const keptCoefficients: number[] = [];
  const chargedColumns = columns.map((column, index) => {
    let cost = column.cost;
    for (let entry = itemAt(columnStarts, index); entry < itemAt(columnStarts, index + 1); entry++) {
      const row = itemAt(rowIndices, entry);
      cost += itemAt(charges, row) * itemAt(coefficients, entry);
      if (itemAt(shared, row)) continue;
      keptIndices.push(itemAt(kept, row));
      keptCoefficients.push(itemAt(coefficients, entry));
    }
    starts.push(keptIndices.length);
    // Going beyond a cap costs no less than its honest price; rounding error must not make it pay.
    return { ...column, cost: index < plan.starts.length ? cost : Math.max(0, cost) };
  });
  return {
    programme: {
      columns: chargedColumns,
      rows: rows.filter((_, row) => !itemAt(shared, row)),
      columnStarts: Int32Array.from(starts),
      rowIndices: Int32Array.from(keptIndices),
      coefficients: Float64Array.from(keptCoefficients),
    },
    starts: plan.starts,
    limits: plan.limits.filter((_, row) => !itemAt(shared, row)),
  };
}
