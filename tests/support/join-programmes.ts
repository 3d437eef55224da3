// Several programmes as one, side by side: they share no row, so the joint optimum is the optimum of each.
import type { LinearProgramme } from '#optimiser';

export function joinProgrammes(programmes: readonly LinearProgramme[]): LinearProgramme {
  const columnStarts = [0];
  const rowIndices: number[] = [];
  const coefficients: number[] = [];
  let firstRow = 0;
  for (const programme of programmes) {
    const firstEntry = rowIndices.length;
    for (const start of programme.columnStarts.subarray(1)) columnStarts.push(firstEntry + start);
    for (const row of programme.rowIndices) rowIndices.push(firstRow + row);
    coefficients.push(...programme.coefficients);
    firstRow += programme.rows.length;
  }
  return {
    columns: programmes.flatMap(({ columns }) => columns),
    rows: programmes.flatMap(({ rows }) => rows),
    columnStarts: Int32Array.from(columnStarts),
    rowIndices: Int32Array.from(rowIndices),
    coefficients: Float64Array.from(coefficients),
  };
}
