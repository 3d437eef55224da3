// The official layout of turnover by region and staff group: one line for each period, kind of count, region and group.
import { parseMonth, type Month } from '#kernel';
import { EVERYBODY, type HistoryRow } from '#workforce';
import type { CsvRecord } from '../csv-records.ts';
import { TYPES } from '../nhs-turnover/layout.ts';
import { type Cell, plainName, readCount, readMember, refuse, refuseTwice, type Sheet, wholeRecords } from './sheet.ts';

const COLUMNS = ['period', 'type', 'region', 'staffgroup', 'hc', 'fte'] as const;

/** The nation, as this layout calls it beside its regions. */
const NATION = 'England';

export function isFlowFile({ cells }: CsvRecord): boolean {
  return cells.length === COLUMNS.length && COLUMNS.every((name, index) => plainName(cells[index] ?? '') === name);
}

/** @returns a row for each year, region and staff group, in people; the nation is everybody's place */
export function readFlows(sheet: Sheet): readonly HistoryRow[] {
  const rows = new Map<string, HistoryRow>();
  for (const record of wholeRecords(sheet)) {
    const cell = (index: number): Cell => ({
      record,
      index,
      name: sheet.header.cells[index] ?? '',
      complaints: sheet.complaints,
    });
    const count = readCount(cell(4));
    const period = readYear(cell(0));
    const field = FIELDS.get((record.cells[1] ?? '').trim());
    const [place, group] = [readMember(cell(2)), readMember(cell(3))];
    if (field === undefined) {
      refuse(
        cell(1),
        'unknown-reference',
        `the layout knows ${[...FIELDS.keys()].map((type) => `"${type}"`).join(', ')}`,
      );
    }
    if (period === null || place === null || group === null || field === undefined) continue;
    const key = JSON.stringify([period, place, group]);
    const row = rows.get(key) ?? emptyRow({ period, place: place === NATION ? EVERYBODY : place, group });
    if (row[field] !== null) refuseTwice(cell(1), 'this count of the same period, region and group');
    rows.set(key, { ...row, [field]: count });
  }
  return [...rows.values()];
}

const FIELDS: ReadonlyMap<string, 'stock' | 'joiners' | 'leavers'> = new Map([
  [TYPES.end, 'stock'],
  [TYPES.joiners, 'joiners'],
  [TYPES.leavers, 'leavers'],
]);

function emptyRow(of: { readonly period: Month; readonly place: string; readonly group: string }): HistoryRow {
  return { ...of, band: EVERYBODY, ageGroup: EVERYBODY, stock: null, joiners: null, leavers: null, regime: null };
}

/** The month at whose end the year ends; null where the cell was refused. */
function readYear(cell: Cell): Month | null {
  const match = /^(\d{4})(\d\d) to (\d{4})(\d\d)$/.exec((cell.record.cells[cell.index] ?? '').trim());
  const from = match === null ? null : parseMonth(`${match[1]}-${match[2]}`);
  const to = match === null ? null : parseMonth(`${match[3]}-${match[4]}`);
  if (from !== null && to !== null && to === from + 12) return to;
  return refuse(cell, 'schema', 'a period is one year, written YYYYMM to YYYYMM, such as 202409 to 202509');
}
