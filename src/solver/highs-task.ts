// What crosses between the solver's caller and its thread: a programme in typed arrays, and what comes back.
import type { LinearProgramme, Solution } from '#optimiser';
import type { SolveLimits } from '#planning';

/** A programme without names, ready for HiGHS. */
export type HighsTask = {
  readonly columnCosts: Float64Array;
  readonly columnLowers: Float64Array;
  readonly columnUppers: Float64Array;
  /** 1 where the column is to be whole, shape [column]; empty where no column is. */
  readonly integrality: Int32Array;
  readonly rowLowers: Float64Array;
  readonly rowUppers: Float64Array;
  readonly columnStarts: Int32Array;
  readonly rowIndices: Int32Array;
  readonly coefficients: Float64Array;
  readonly limits: SolveLimits;
  /** Costs are divided by two to this power, so that the greatest is near 1; the solver's tolerances expect that. */
  readonly costExponent: number;
};

/** What the thread finds; its owner adds how long that took. */
export type HighsAnswer = Omit<Solution, 'secondsTaken'>;

export type HighsMessage =
  | { readonly kind: 'progress'; readonly shareDone: number }
  | { readonly kind: 'solved'; readonly solution: HighsAnswer }
  | { readonly kind: 'unbounded' };

export function highsTask(programme: LinearProgramme, limits: SolveLimits): HighsTask {
  const { columns, rows, columnStarts, rowIndices, coefficients } = programme;
  const hasIntegers = columns.some(({ isInteger }) => isInteger);
  const columnCosts = Float64Array.from(columns, ({ cost }) => cost);
  return {
    columnCosts,
    columnLowers: Float64Array.from(columns, ({ lower }) => lower),
    columnUppers: Float64Array.from(columns, ({ upper }) => upper),
    integrality: hasIntegers ? Int32Array.from(columns, ({ isInteger }) => (isInteger ? 1 : 0)) : new Int32Array(),
    rowLowers: Float64Array.from(rows, ({ lower }) => lower),
    rowUppers: Float64Array.from(rows, ({ upper }) => upper),
    columnStarts,
    rowIndices,
    coefficients,
    limits,
    costExponent: exponentOf(columnCosts.reduce((most, cost) => Math.max(most, Math.abs(cost)), 0)),
  };
}

/** @returns the power of two at or below `value`; 0 for 0 */
function exponentOf(value: number): number {
  return value > 0 ? Math.floor(Math.log2(value)) : 0;
}
