// From the text of the file to rows whose every cell keeps the rules of its column.
import { assert, parseMonth, type Month } from '#kernel';
import { type CsvRecord, parseRecords, startOfCell } from '../csv-records.ts';
import { type Complaints, quoted } from './complaints.ts';
import { CLUSTERS, type Column, COLUMNS, type RowType, STAFF_GROUPS, TYPES } from './layout.ts';

export type Row = {
  readonly line: number;
  /** The month at whose end people are counted. */
  readonly month: Month;
  readonly type: RowType;
  readonly region: { readonly code: string; readonly name: string };
  readonly system: { readonly code: string; readonly name: string };
  readonly organisation: { readonly code: string; readonly name: string };
  readonly cluster: string;
  readonly kind: string;
  readonly group: string;
  readonly headcount: number;
  readonly fte: number;
};

/** Every row of the file; rows that break a rule are left out and complained of. */
export function parseRows(text: string, complaints: Complaints): readonly Row[] {
  const records = parseRecords(text, complaints);
  const [header, ...body] = records;
  if (header === undefined || !isLayout(header, complaints)) return [];
  if (body.length === 0) {
    complaints.add({
      code: 'inconsistent',
      line: 1,
      column: 1,
      message:
        'the file has a header and no rows; the official file has a row for each organisation, staff group and count',
      hint: 'Download the file again: this one was cut off.',
    });
  }
  return body.map((record) => parseRow(record, complaints)).filter((row) => row !== null);
}

/** Whether the first line is the official one: the same columns in the same order. */
function isLayout({ cells, line }: CsvRecord, complaints: Complaints): boolean {
  for (let index = 0; index < Math.max(cells.length, COLUMNS.length); index++) {
    const found = cells[index];
    const expected = COLUMNS[index];
    if (found === expected) continue;
    const column = startOfCell(cells, index);
    const isKnown = COLUMNS.some((name) => name === found);
    const what = found === undefined ? 'missing' : quoted(found);
    complaints.add({
      code: 'schema',
      line,
      column,
      message: `column ${index + 1} is ${what}; in the official layout it is ${expected === undefined ? 'no more' : expected}`,
      hint: isKnown
        ? `The columns stand in another order. Import the file as published: ${COLUMNS.join(',')}.`
        : 'Choose the CSV file "Turnover benchmarking, by organisation and staff group" of the monthly NHS Workforce Statistics.',
    });
    return false;
  }
  return true;
}

function parseRow({ cells, line }: CsvRecord, complaints: Complaints): Row | null {
  if (cells.length !== COLUMNS.length) {
    complaints.add({
      code: 'syntax',
      line,
      column: 1,
      message: `the row has ${cells.length} cells; a row of the official layout has ${COLUMNS.length}`,
      hint: 'Download the file again: this line was cut off or changed.',
    });
    return null;
  }
  let isSound = true;
  for (const [index, name] of COLUMNS.entries()) {
    const value = cells[index] ?? '';
    const rule = CELL_RULES[name];
    if (rule.holds(value)) continue;
    isSound = false;
    complaints.add({
      code: rule.code,
      line,
      column: startOfCell(cells, index),
      message: `${name} is ${quoted(value)}; ${rule.rule}`,
      hint: 'Import the file as published; if it was published like this, ask the publisher for a corrected one.',
    });
  }
  return isSound ? rowOf(cells, line) : null;
}

type CellRule = {
  readonly code: 'syntax' | 'schema' | 'out-of-range' | 'unknown-reference';
  readonly rule: string;
  readonly holds: (value: string) => boolean;
};

const CODE: CellRule = {
  code: 'syntax',
  rule: 'a code is two to ten capital letters and digits',
  holds: (value) => /^[A-Z0-9]{2,10}$/.test(value),
};
const NAME: CellRule = {
  code: 'syntax',
  rule: 'a name begins with a letter or digit, holds letters, digits and plain punctuation, and has at most 200 characters',
  holds: (value) => /^[\p{L}\p{N}][\p{L}\p{N}\p{M} .,;:'’"()&/+-]{0,199}$/u.test(value) && value === value.trim(),
};

const CELL_RULES: { readonly [column in Column]: CellRule } = {
  PERIOD: {
    code: 'schema',
    rule: 'a period is one month, written YYYYMM to YYYYMM from the end of one month to the end of the next',
    holds: (value) => monthOf(value) !== null,
  },
  TYPE: oneOf(Object.values(TYPES)),
  NHSE_REGION_CODE: CODE,
  NHSE_REGION_NAME: NAME,
  ICS_CODE: CODE,
  ICS_NAME: NAME,
  REPORTING_ORG_NAME: NAME,
  REPORTING_ORG_CODE: CODE,
  CLUSTER_GROUP: oneOf(CLUSTERS),
  BENCHMARK_GROUP: NAME,
  STAFF_GROUP_1_NAME: oneOf(STAFF_GROUPS),
  HC: {
    code: 'out-of-range',
    rule: 'a headcount is a whole number from 0 to 9,999,999 in plain digits',
    holds: (value) => /^\d{1,7}$/.test(value),
  },
  FTE: {
    code: 'out-of-range',
    rule: 'full-time equivalents are a number from 0 to 9,999,999 in plain digits with at most ten decimals',
    holds: (value) => /^\d{1,7}(\.\d{1,10})?$/.test(value),
  },
};

function oneOf(words: readonly string[]): CellRule {
  return {
    code: 'unknown-reference',
    rule: `the official layout knows ${words.map((word) => `"${word}"`).join(', ')}`,
    holds: (value) => words.includes(value),
  };
}

/** The month at whose end the period ends; null where the text is no period of one month. */
function monthOf(period: string): Month | null {
  const match = /^(\d{4})(\d\d) to (\d{4})(\d\d)$/.exec(period);
  if (match === null) return null;
  const from = parseMonth(`${match[1]}-${match[2]}`);
  const to = parseMonth(`${match[3]}-${match[4]}`);
  return from !== null && to !== null && to === from + 1 ? to : null;
}

function rowOf(cells: readonly string[], line: number): Row {
  const read = (column: Column): string => cells[COLUMNS.indexOf(column)] ?? '';
  const month = monthOf(read('PERIOD'));
  const type = TYPE_OF.get(read('TYPE'));
  assert(month !== null && type !== undefined, 'a row was read before its cells were checked');
  return {
    line,
    month,
    type,
    region: { code: read('NHSE_REGION_CODE'), name: read('NHSE_REGION_NAME') },
    system: { code: read('ICS_CODE'), name: read('ICS_NAME') },
    organisation: { code: read('REPORTING_ORG_CODE'), name: read('REPORTING_ORG_NAME') },
    cluster: read('CLUSTER_GROUP'),
    kind: read('BENCHMARK_GROUP'),
    group: read('STAFF_GROUP_1_NAME'),
    headcount: Number(read('HC')),
    fte: Number(read('FTE')),
  };
}

const TYPE_OF: ReadonlyMap<string, RowType> = new Map([
  [TYPES.start, 'start'],
  [TYPES.end, 'end'],
  [TYPES.joiners, 'joiners'],
  [TYPES.leavers, 'leavers'],
]);
