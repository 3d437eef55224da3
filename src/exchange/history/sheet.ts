// A history file as lines and cells, and the rules that cells of every layout keep.
import { LIMITS, parseMonth, type Month } from '#kernel';
import { EVERYBODY } from '#workforce';
import { type CsvRecord, startOfCell } from '../csv-records.ts';
import { type Complaints, quoted } from '../nhs-turnover/complaints.ts';

export type Sheet = {
  readonly header: CsvRecord;
  readonly body: readonly CsvRecord[];
  readonly complaints: Complaints;
  readonly period: Month | null;
};

/** One cell, with what a complaint about it needs. */
export type Cell = {
  readonly record: CsvRecord;
  readonly index: number;
  readonly name: string;
  readonly complaints: Complaints;
};

/** Names of columns as they are compared: lower case, without blanks and underscores. */
export function plainName(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]/g, '');
}

/** Lines with as many cells as the header, and no more lines than a history can have; the others are complained of. */
export function wholeRecords({ header, body, complaints }: Sheet): readonly CsvRecord[] {
  if (body.length > LIMITS.historyRows) {
    complaints.add({
      code: 'too-large',
      line: LIMITS.historyRows + 2,
      column: 1,
      message: `the file has ${body.length} rows; a history has at most ${LIMITS.historyRows}`,
      hint: 'Keep one row for each year and group.',
    });
    return [];
  }
  return body.filter((record) => {
    const isWhole = record.cells.length === header.cells.length;
    if (!isWhole) {
      complaints.add({
        code: 'syntax',
        line: record.line,
        column: 1,
        message: `the row has ${record.cells.length} cells; its header has ${header.cells.length}`,
        hint: 'Mend the line: a comma too many or too few, or a line that was cut off.',
      });
    }
    return isWhole;
  });
}

/** A count of people or FTE; null where the cell is empty or was refused. */
export function readCount(cell: Cell): number | null {
  const text = textOf(cell);
  if (text === '') return null;
  if (/^\d{1,9}(\.\d{1,12})?$/.test(text)) return Number(text);
  const rule = 'a count is a number from 0 to 999,999,999 in plain digits, without marks for thousands';
  return refuse(cell, 'out-of-range', rule);
}

/** A month written `YYYY-MM` or `YYYY-MM-DD`; null where the cell was refused. */
export function readMonth(cell: Cell): Month | null {
  const text = textOf(cell);
  const month = /^\d{4}-\d\d(-\d\d)?$/.test(text) ? parseMonth(text.slice(0, 7)) : null;
  return month ?? refuse(cell, 'schema', 'a period is a month from 1900 to 2199, written YYYY-MM');
}

/** A member of an axis, `*` where the cell is empty or says all; null where the cell was refused. */
export function readMember(cell: Cell): string | null {
  const text = textOf(cell);
  if (text === '' || /^(\*|all|total|all grades|all staff|all ages)$/i.test(text)) return EVERYBODY;
  if (/^[\p{L}\p{N}][\p{L}\p{N}\p{M} .,;:'’"()&/+<>-]{0,199}$/u.test(text)) return text;
  return refuse(
    cell,
    'syntax',
    'a name begins with a letter or digit, holds letters, digits and plain punctuation, and has at most 200 characters',
  );
}

/** Refuses a second row for one and the same thing. */
export function refuseTwice(cell: Cell, what: string): void {
  refuse(cell, 'duplicate', `${what} stands on an earlier line already; one row says how many there were`);
}

export function refuse(cell: Cell, code: Parameters<Complaints['add']>[0]['code'], rule: string): null {
  const { record, index, name, complaints } = cell;
  complaints.add({
    code,
    line: record.line,
    column: startOfCell(record.cells, index),
    message: `${name} is ${quoted(record.cells[index] ?? '')}; ${rule}`,
    hint: 'Mend the cell, or see docs/history-files.md for what each column holds.',
  });
  return null;
}

function textOf({ record, index }: Cell): string {
  return (record.cells[index] ?? '').trim();
}
