// From the text of a CSV file to its lines and cells, each with its place in the file.
import { LIMITS } from '#kernel';
import { CsvError, parse } from 'csv-parse/sync';
import { type Complaints, quoted } from './nhs-turnover/complaints.ts';

/** A line of a CSV file: its cells, and where it begins. */
export type CsvRecord = { readonly cells: readonly string[]; readonly line: number };

/** Every line with its cells; none where the text is no CSV, which is complained of. */
export function parseRecords(text: string, complaints: Complaints): readonly CsvRecord[] {
  const records: CsvRecord[] = [];
  // A quoted cell may span lines, so a record begins on the line after the one on which the last record ended.
  let line = 1;
  try {
    parse(text, {
      relax_column_count: true,
      max_record_size: LIMITS.csvCellCharacters,
      on_record: (cells: string[], { lines }) => {
        records.push({ cells, line });
        line = lines + 1;
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    complaints.add({
      code: 'syntax',
      line,
      column: 1,
      message: `the line begins ${quoted((text.split('\n')[line - 1] ?? '').slice(0, 60))}; in CSV a quote stands around a whole cell and is closed`,
      hint: 'Download the file again from the publisher and import it unchanged.',
    });
  }
  return complaints.isEmpty() ? records : [];
}

/** Where a cell begins on its line, counted from 1, quotes and doubled quotes included. */
export function startOfCell(cells: readonly string[], index: number): number {
  return cells.slice(0, index).reduce((start, cell) => start + writtenLength(cell) + 1, 1);
}

function writtenLength(cell: string): number {
  return /[",\n]/.test(cell) ? cell.length + 2 + cell.split('"').length - 1 : cell.length;
}
