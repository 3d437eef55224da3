// Writes rows of people in post as the file of a pack that they are read from, right or wrong as they are.
import { assert } from '#kernel';
import { STOCK_COLUMNS } from './schemas/rows.ts';

/** @param rows cells in the order of the columns, as somebody wrote them: the reader of the pack says what is wrong
 *  @returns text with one line for each row, after the header */
export function stockText(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((cells) => {
    assert(cells.length === STOCK_COLUMNS.length, `a row of stock has ${cells.length} cells`);
    return `${cells.map(writtenCell).join(',')}\n`;
  });
  return `${STOCK_COLUMNS.join(',')}\n${lines.join('')}`;
}

/** A line break within a cell would move every line after it, and no code or number has one. */
function writtenCell(cell: string): string {
  const flat = cell.replaceAll(/[\r\n]+/g, ' ');
  return /[",]/.test(flat) ? `"${flat.replaceAll('"', '""')}"` : flat;
}
