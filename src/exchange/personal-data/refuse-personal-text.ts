// Looks for people in the text of a table before anything else reads it, whether or not it is sound CSV.
import { CsvError, parse } from 'csv-parse/sync';
import type { Result } from '#kernel';
import type { SentTable } from '#service';
import { refusePersonalData, type TableToLookAt } from './refuse-personal-data.ts';

/** @returns as `refusePersonalData`: the first line is taken for the headings */
export function refusePersonalText({
  text,
  ...file
}: Omit<TableToLookAt, 'table'> & { readonly text: string }): Result<null> {
  return refusePersonalData({ ...file, table: soundTable(text) ?? roughTable(text) });
}

function soundTable(text: string): SentTable | null {
  const records: SentTable['rows'][number][] = [];
  try {
    parse(text, {
      bom: true,
      relax_column_count: true,
      on_record: (cells: string[], { lines }) => {
        records.push({ cells, line: lines });
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return null;
  }
  const [first, ...rows] = records;
  return { columns: first?.cells ?? [], rows };
}

/** Every separator that spreadsheets write parts cells; quotes count for nothing. */
function roughTable(text: string): SentTable {
  const [first, ...rest] = text
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({ line: index + 1, cells: line.split(/[,;\t|]/).map((cell) => cell.replaceAll('"', '')) }));
  return { columns: first?.cells ?? [], rows: rest };
}
