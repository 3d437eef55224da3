// Rows of an answer as a table for spreadsheets.
import type { Table } from '#planning';

/** A column for each field of the first row; what is no text or number stands as JSON, and null as an empty cell. */
export function asTable(name: string, rows: readonly Readonly<Record<string, unknown>>[]): Table {
  const columns = Object.keys(rows[0] ?? {});
  return { name, columns, rows: rows.map((row) => columns.map((column) => cellOf(row[column]))) };
}

function cellOf(value: unknown): string | number {
  if (typeof value === 'number' || typeof value === 'string') return value;
  return value === null || value === undefined ? '' : JSON.stringify(value);
}
