// A linear or integer programme as data: columns, rows and the numbers between them; it knows no solver.

/** Minimise Σ cost·x subject to row bounds and column bounds. Infinite bounds are ±Infinity. */
export type LinearProgramme = {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** Nonzeros by column, compressed: `columnStarts` has one entry more than there are columns. */
  readonly columnStarts: Int32Array;
  readonly rowIndices: Int32Array;
  readonly coefficients: Float64Array;
};

export type Column = {
  readonly name: string;
  readonly cost: number;
  readonly lower: number;
  readonly upper: number;
  readonly isInteger: boolean;
};

export type Row = { readonly name: string; readonly lower: number; readonly upper: number };

export type Solution = {
  readonly status: 'optimal' | 'stopped' | 'infeasible';
  /** Infinity where no solution is known. */
  readonly objective: number;
  /** No solution can be cheaper than this. */
  readonly bound: number;
  /** Shape [column]; empty where none are known. Of a linear programme that was stopped they may break rows, and show
   *  only where the solver was heading. */
  readonly values: Float64Array;
  /** Price of each row: by how much the objective grows with the row's bound, shape [row]; empty where the programme has
   *  integers or none are known. */
  readonly rowPrices: Float64Array;
  /** What solving took, to keep a time limit over several programmes; no part of any answer. */
  readonly secondsTaken: number;
};
