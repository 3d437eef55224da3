// Writes a table as CSV that any spreadsheet opens and in which no cell can run.
import { assert } from '#kernel';
import type { Table } from '#planning';

/** RFC 4180 with a header line; lines end in CRLF as the RFC asks. A text cell that a spreadsheet might take for a
 *  formula gets a leading quote ('), so that it is shown and not run. Numbers stay numbers, with all their digits.
 *  @source CWE-1236; OWASP ASVS 1.2.10 */
export function writeCsv(table: Table): string {
  const lines = [table.columns, ...table.rows].map((cells) => {
    assert(cells.length === table.columns.length, `a row of table '${table.name}' has ${cells.length} cells`);
    return `${cells.map(writeCell).join(',')}\r\n`;
  });
  return lines.join('');
}

function writeCell(cell: string | number): string {
  if (typeof cell === 'number') {
    assert(Number.isFinite(cell), `a cell of a table holds ${cell}`);
    return String(cell);
  }
  const safe = MAY_RUN.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Begins, after any blanks and invisible characters, like a formula (= + - @ in their plain or full-width form) or with
 *  a control character such as a tab, a carriage return or a NUL. A cell that begins with a quote counts too, so that
 *  what is read back can be told apart from what was quoted here. */
const MAY_RUN = /^[\s\p{Cf}]*[\p{Cc}=+\-@＝＋－＠'＇]/u;
