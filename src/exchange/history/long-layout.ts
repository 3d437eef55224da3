// The layout of docs/history-files.md: one row for each period and group, columns found by their names.
import type { HistoryRow } from '#workforce';
import { startOfCell, type CsvRecord } from '../csv-records.ts';
import { quoted } from '../nhs-turnover/complaints.ts';
import {
  type Cell,
  plainName,
  readCount,
  readMember,
  readMonth,
  refuseTwice,
  type Sheet,
  wholeRecords,
} from './sheet.ts';

/** The columns by the names they are compared by; the first three must be there. */
const COLUMNS = {
  period: 'period',
  group: 'group',
  stock: 'stock',
  joiners: 'joiners',
  leavers: 'leavers',
  place: 'place',
  band: 'band',
  agegroup: 'ageGroup',
  regime: 'regime',
} as const;
type ColumnKey = keyof typeof COLUMNS;
const NEEDED: readonly ColumnKey[] = ['period', 'group', 'stock'];

export function readLongRows(sheet: Sheet): readonly HistoryRow[] {
  const columns = findColumns(sheet);
  if (columns === null) return [];
  const seen = new Set<string>();
  return wholeRecords(sheet).flatMap((record) => {
    const row = readRow(record, columns, sheet);
    if (row === null) return [];
    const key = JSON.stringify([row.period, row.group, row.place, row.band, row.ageGroup]);
    if (seen.has(key)) {
      refuseTwice(
        cellOf({ record, columns, sheet, key: 'period' }),
        'the same period, group, place, band and age group',
      );
    }
    seen.add(key);
    return [row];
  });
}

type Columns = ReadonlyMap<ColumnKey, number>;

function isKnown(name: string): name is ColumnKey {
  return Object.hasOwn(COLUMNS, name);
}

function findColumns({ header, complaints }: Sheet): Columns | null {
  const columns = new Map<ColumnKey, number>();
  const complain = (index: number, message: string) =>
    complaints.add({
      code: 'schema',
      line: header.line,
      column: startOfCell(header.cells, index),
      message,
      hint: `Name the columns ${Object.values(COLUMNS).join(', ')}; the first three are needed, in any order.`,
    });
  for (const [index, written] of header.cells.entries()) {
    const name = plainName(written);
    if (!isKnown(name)) complain(index, `column ${index + 1} is ${quoted(written)}; a history has no such column`);
    else if (columns.has(name)) complain(index, `column ${index + 1} is ${quoted(written)} a second time`);
    else columns.set(name, index);
  }
  for (const name of NEEDED) {
    if (!columns.has(name)) complain(0, `the column '${name}' is missing; a history needs period, group and stock`);
  }
  return complaints.isEmpty() ? columns : null;
}

function readRow(record: CsvRecord, columns: Columns, sheet: Sheet): HistoryRow | null {
  const cell = (key: ColumnKey) => cellOf({ record, columns, sheet, key });
  const member = (key: ColumnKey) => readMember(cell(key));
  const count = (key: ColumnKey) => readCount(cell(key));
  const period = readMonth(cell('period'));
  const [group, place, band, ageGroup] = [member('group'), member('place'), member('band'), member('agegroup')];
  const regime = member('regime');
  const [stock, joiners, leavers] = [count('stock'), count('joiners'), count('leavers')];
  if (period === null || group === null || place === null || band === null || ageGroup === null) return null;
  return { period, group, place, band, ageGroup, stock, joiners, leavers, regime: regime === '*' ? null : regime };
}

function cellOf(asked: {
  readonly record: CsvRecord;
  readonly columns: Columns;
  readonly sheet: Sheet;
  readonly key: ColumnKey;
}): Cell {
  const { record, columns, sheet, key } = asked;
  // A column that is not there reads as an empty cell past the last one.
  return { record, index: columns.get(key) ?? record.cells.length, name: COLUMNS[key], complaints: sheet.complaints };
}
