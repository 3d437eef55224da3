// A framework in CSV: the columns found by their names, the cells of each row by column, and complaints with their place.
import { type Complaint, type Complaints, quoted } from '../nhs-turnover/complaints.ts';
import { readText } from '../nhs-turnover/read-text.ts';
import { type CsvRecord, parseRecords, startOfCell } from '../csv-records.ts';

export type SheetRow<Column extends string> = {
  /** Text of a cell, trimmed, with one space between words. */
  readonly cell: (column: Column) => string;
  /** Complains of the cell in a column of this row. */
  readonly complain: (column: Column, fault: Pick<Complaint, 'code' | 'message'>) => void;
};

const NEXT = 'Download the file again from the publisher and import it unchanged.';

/** @param columns the columns that the official layout has, or those of them that are read
 *  @returns rows with their cells trimmed; none where a column is missing, which is complained of */
export function readSheet<const Column extends string>(
  bytes: Uint8Array,
  columns: readonly Column[],
  complaints: Complaints,
): readonly SheetRow<Column>[] {
  const text = readText(bytes, complaints);
  const [header, ...body] = text === null ? [] : parseRecords(text, complaints);
  if (header === undefined) return [];
  const missing = columns.filter((column) => !header.cells.some((cell) => cell.trim() === column));
  for (const column of missing) {
    complaints.add({
      code: 'schema',
      line: 1,
      column: 1,
      message: `column ${quoted(column)} is missing; the official layout has the columns ${columns.join(', ')}`,
      hint: NEXT,
    });
  }
  if (missing.length > 0) return [];
  const places = new Map(columns.map((column) => [column, header.cells.findIndex((cell) => cell.trim() === column)]));
  return body
    .filter((record) => hasAllCells(record, header, complaints))
    .map((record) => rowOf(record, places, complaints));
}

function hasAllCells(record: CsvRecord, header: CsvRecord, complaints: Complaints): boolean {
  if (record.cells.length === header.cells.length) return true;
  complaints.add({
    code: 'schema',
    line: record.line,
    column: 1,
    message: `the row has ${record.cells.length} cells; the header names ${header.cells.length} columns`,
    hint: NEXT,
  });
  return false;
}

function rowOf<Column extends string>(
  { cells, line }: CsvRecord,
  places: ReadonlyMap<Column, number>,
  complaints: Complaints,
): SheetRow<Column> {
  const at = (column: Column) => places.get(column) ?? 0;
  return {
    cell: (column) => (cells[at(column)] ?? '').replaceAll(/\s+/g, ' ').trim(),
    complain: (column, { code, message }) =>
      complaints.add({ code, line, column: startOfCell(cells, at(column)), message, hint: NEXT }),
  };
}
