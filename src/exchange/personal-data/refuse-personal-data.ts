// Refuses tables that name people: Cadre plans with counts, so nobody's record has business here.
import { fail, LIMITS, ok, type Problem, type Result } from '#kernel';
import type { SentTable } from '#service';
import { personalColumn } from './personal-columns.ts';
import { looksLikeSurnameFirst, personalValue } from './personal-values.ts';

export type TableToLookAt = {
  /** Of the file, for messages. */
  readonly name: string;
  readonly table: SentTable;
  /** Columns that are known to hold no people, whatever they are called: `name` of a table of places. */
  readonly plainColumns: readonly string[];
};

/** @returns ok where no column and no cell looks as if it told of a person. A problem names line and column by number and
 *  the kind of thing that is there; it never holds the cell or the heading itself. */
export function refusePersonalData({ name, table, plainColumns }: TableToLookAt): Result<null> {
  const found: Problem[] = [];
  const headings = table.columns.map((column) => ({ column, isPlain: plainColumns.includes(column) }));
  for (const [index, { column, isPlain }] of headings.entries()) {
    const kind = isPlain ? null : (personalColumn(column) ?? personalValue(column));
    if (kind !== null) found.push(refused(name, { line: 1, column: index + 1, kind }));
    else if (!isPlain && holdsNames(table, index)) {
      found.push(refused(name, { line: table.rows[0]?.line ?? 2, column: index + 1, kind: 'people’s names' }));
    }
  }
  for (const { line, cells } of table.rows) {
    for (const [index, cell] of cells.entries()) {
      const kind = personalValue(cell);
      if (kind !== null) found.push(refused(name, { line, column: index + 1, kind }));
    }
    if (found.length >= LIMITS.problems) break;
  }
  return found.length === 0 ? ok(null) : fail(...found.slice(0, LIMITS.problems));
}

/** Whether at least half of a column's filled cells are written as people are in lists. */
function holdsNames({ rows }: SentTable, index: number): boolean {
  const filled = rows.map(({ cells }) => cells[index] ?? '').filter((cell) => cell.trim() !== '');
  return filled.length > 0 && 2 * filled.filter(looksLikeSurnameFirst).length >= filled.length;
}

type Finding = { readonly line: number; readonly column: number; readonly kind: string };

function refused(file: string, { line, column, kind }: Finding): Problem {
  return {
    code: 'schema',
    message: `Line ${line}, column ${column} looks like ${kind}, but tables that tell of single people are not taken in.`,
    path: `${file}:${line}:${column}`,
    hint: 'Count the people by place, role, band and age group, send the counts, and delete this file.',
  };
}
