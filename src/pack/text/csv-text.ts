// Reads CSV as rows of named text cells that know their line and column.
import { LIMITS } from '#kernel';
import { CsvError, parse } from 'csv-parse/sync';
import { didYouMean } from './did-you-mean.ts';
import { type Flaw, type Position, shown, START } from './flaw.ts';

export type CsvFile<Column extends string> = {
  readonly file: string;
  readonly rows: readonly Readonly<Record<Column, string>>[];
  /** Where a cell of a row stands, rows counted from 0. */
  readonly at: (row: number, column: string) => Position;
};

export type CsvReading<Column extends string> =
  | { readonly ok: true; readonly csv: CsvFile<Column> }
  | { readonly ok: false; readonly flaws: readonly Flaw[] };

/** @param columns the header that the file must have, in any order */
export function readCsv<const Column extends string>(
  file: string,
  text: string,
  columns: readonly Column[],
): CsvReading<Column> {
  const lines = parseLines(file, text);
  if (!lines.ok) return lines;
  const [header, ...records] = lines.records;
  const headerFlaws = checkHeader(file, header?.cells ?? [], columns);
  if (header === undefined || headerFlaws.length > 0) return { ok: false, flaws: headerFlaws };

  const places = columns.map((column) => header.cells.indexOf(column));
  const flaws: Flaw[] = [];
  const rows: Record<Column, string>[] = [];
  for (const { cells, line } of records) {
    const flaw = checkCells({ file, line, cells, columnCount: header.cells.length });
    if (flaw !== null) flaws.push(flaw);
    if (flaws.length >= LIMITS.problems) break;
    const row: Record<string, string> = Object.create(null);
    for (let index = 0; index < columns.length; index += 1) {
      row[columns[index] ?? ''] = cells[places[index] ?? -1] ?? '';
    }
    rows.push(row);
  }
  if (flaws.length > 0) return { ok: false, flaws };
  const at = (row: number, column: string): Position => {
    const record = records[row];
    if (record === undefined) return START;
    return { line: record.line, column: columnOf(record.cells, header.cells.indexOf(column)) };
  };
  return { ok: true, csv: { file, rows, at } };
}

type CsvRecord = { readonly cells: readonly string[]; readonly line: number };

type Lines =
  | { readonly ok: true; readonly records: readonly CsvRecord[] }
  | { readonly ok: false; readonly flaws: readonly Flaw[] };

function parseLines(file: string, text: string): Lines {
  try {
    const records: CsvRecord[] = [];
    parse(text, {
      max_record_size: 100_000,
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: (cells, { lines }) => {
        records.push({ cells, line: lines });
        return null;
      },
    });
    return { ok: true, records };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number(error['lines'] ?? 1);
    const flaw: Flaw = {
      code: 'syntax',
      file,
      position: { line, column: 1 },
      message: `${file}: the line is ${shown((text.split(/\r?\n/)[line - 1] ?? '').slice(0, 60))}, but a quote stands around a whole cell and is closed`,
      hint: 'Close the quote, or write a quote inside a cell twice ("").',
    };
    return { ok: false, flaws: [flaw] };
  }
}

function checkHeader(file: string, header: readonly string[], columns: readonly string[]): readonly Flaw[] {
  const rule = `its first line names the columns ${columns.join(',')}`;
  const flaws: Flaw[] = [];
  for (const column of columns) {
    if (header.includes(column)) continue;
    flaws.push({
      code: 'schema',
      file,
      position: START,
      message: `${file}: the column "${column}" is missing, but ${rule}`,
      hint: `Add the column "${column}" to the first line and a cell for it to every row.`,
    });
  }
  for (const [index, column] of header.entries()) {
    const isTwice = header.indexOf(column) !== index;
    if (columns.includes(column) && !isTwice) continue;
    flaws.push({
      code: isTwice ? 'duplicate' : 'schema',
      file,
      position: { line: 1, column: columnOf(header, index) },
      message: `${file}: the column ${shown(column)} ${isTwice ? 'stands twice' : 'is not known'}, but ${rule}`,
      hint: `Delete the column or give it one of those names${didYouMean(column, columns)}.`,
    });
  }
  return flaws;
}

type Cells = {
  readonly file: string;
  readonly line: number;
  readonly cells: readonly string[];
  readonly columnCount: number;
};

function checkCells({ file, line, cells, columnCount }: Cells): Flaw | null {
  if (cells.length !== columnCount) {
    return {
      code: 'syntax',
      file,
      position: { line, column: 1 },
      message: `${file}: the row ${shown(cells.join(','))} has ${cells.length} cells, but the first line names ${columnCount} columns`,
      hint: 'Give the row a cell for each column; put a cell that holds a comma in quotes.',
    };
  }
  const index = cells.findIndex((cell) => cell.length > LIMITS.csvCellCharacters || /[\p{Cc}\p{Cf}]/u.test(cell));
  if (index === -1) return null;
  return {
    code: 'syntax',
    file,
    position: { line, column: columnOf(cells, index) },
    message: `${file}: the cell is ${shown(cells[index])}, but a cell holds at most ${LIMITS.csvCellCharacters} plain characters on one line`,
    hint: 'Take line breaks, tabs and invisible characters out of the cell.',
  };
}

/** The column, from 1, in which a cell starts; quoted cells are counted as they are usually written. */
function columnOf(cells: readonly string[], index: number): number {
  let column = 1;
  for (const cell of cells.slice(0, Math.max(index, 0))) column += writtenLength(cell) + 1;
  return column;
}

function writtenLength(cell: string): number {
  const quotes = cell.split('"').length - 1;
  return quotes > 0 || cell.includes(',') ? cell.length + quotes + 2 : cell.length;
}
