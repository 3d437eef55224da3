// Adds rows and columns to a plan's programme: what a question asks beyond the plan itself.
import { CompressedEntries } from '../compressed-entries.ts';
import { itemAt } from '../plan-problem.ts';
import type { PlanProgramme } from '../formulate.ts';
import type { Column, LinearProgramme, Row } from '../programme.ts';

/** A row to be added, with its coefficient in columns that are there already. */
export type AddedRow = { readonly row: Row; readonly coefficients: ReadonlyMap<number, number> };

/** A column to be added, with its coefficient in rows that are there already. */
export type AddedColumn = { readonly column: Column; readonly coefficients: ReadonlyMap<number, number> };

/** The programme with one row more, which stands last. */
export function withRow(programme: LinearProgramme, { row, coefficients }: AddedRow): LinearProgramme {
  const { columns, rows } = programme;
  const written = new CompressedEntries();
  columns.forEach((_, column) => {
    forEachEntry(programme, column, (at, value) => written.push(at, value));
    const value = coefficients.get(column);
    if (value !== undefined) written.push(rows.length, value);
    written.closeColumn();
  });
  return { columns, rows: [...rows, row], ...written.compressed() };
}

/** The programme with more columns, which stand last. */
export function withColumns(programme: LinearProgramme, added: readonly AddedColumn[]): LinearProgramme {
  const written = new CompressedEntries();
  programme.columns.forEach((_, column) => {
    forEachEntry(programme, column, (at, value) => written.push(at, value));
    written.closeColumn();
  });
  for (const { coefficients } of added) {
    for (const [row, value] of coefficients) written.push(row, value);
    written.closeColumn();
  }
  return {
    columns: [...programme.columns, ...added.map(({ column }) => column)],
    rows: programme.rows,
    ...written.compressed(),
  };
}

/** Columns of what stays short in a period: all that are no starts and help to meet a need of it. */
export function shortageColumns({ programme, starts, limits }: PlanProgramme, period: number): readonly number[] {
  const isNeed = limits.map((limit) => limit.kind === 'shortage' && limit.period === period);
  const found = new Set<number>();
  for (let column = starts.length; column < programme.columns.length; column++) {
    forEachEntry(programme, column, (row, value) => {
      if (isNeed[row] === true && value === 1) found.add(column);
    });
  }
  return [...found];
}

export function forEachEntry(
  { columnStarts, rowIndices, coefficients }: LinearProgramme,
  column: number,
  visit: (row: number, value: number) => void,
): void {
  for (let entry = itemAt(columnStarts, column); entry < itemAt(columnStarts, column + 1); entry++) {
    visit(itemAt(rowIndices, entry), itemAt(coefficients, entry));
  }
}
