// Writes a table as a spreadsheet in which no cell can run.
import writeXlsxFile, { type Row } from 'write-excel-file/node';
import { assert } from '#kernel';
import type { Table } from '#planning';

/** Characters of one cell, as the format allows. */
const CELL_CHARACTERS = 32_767;

/** One sheet with a head line. Texts are written as texts, which no spreadsheet takes for a formula, whatever they begin
 *  with; numbers stay numbers, with all their digits.
 *  @source ECMA-376 part 1, 18.3.1.4: a cell of type `inlineStr` or `s` holds text */
export async function writeXlsx(table: Table): Promise<Uint8Array> {
  const heads: Row = table.columns.map((value) => ({ value: textOf(value), type: String, fontWeight: 'bold' }));
  const rows: readonly Row[] = table.rows.map((cells) =>
    cells.map((cell) => {
      if (typeof cell === 'string') return { value: textOf(cell), type: String };
      assert(Number.isFinite(cell), `a cell of a table holds ${cell}`);
      return { value: cell, type: Number };
    }),
  );
  return writeXlsxFile([heads, ...rows], { sheet: sheetName(table.name), stickyRowsCount: 1 }).toBuffer();
}

/** Control characters have no place in XML. */
function textOf(text: string): string {
  return text.replaceAll(/(?![\t\n])\p{Cc}|\p{Surrogate}|\ufffe|\uffff/gu, ' ').slice(0, CELL_CHARACTERS);
}

/** At most 31 characters, none of which means something in a formula. */
function sheetName(name: string): string {
  return name.replaceAll(/[^\w -]/g, '-').slice(0, 31);
}
