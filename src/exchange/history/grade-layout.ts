// The official layout "headcount by grade": one line for each period, one column for each grade.
import { EVERYBODY, type HistoryRow } from '#workforce';
import type { CsvRecord } from '../csv-records.ts';
import { plainName, readCount, readMember, readMonth, refuseTwice, type Sheet, wholeRecords } from './sheet.ts';

export function isGradeFile({ cells }: CsvRecord): boolean {
  return plainName(cells[0] ?? '') === 'time' && plainName(cells[1] ?? '') === 'allgrades';
}

/** @returns a row for each period and grade; the grade is the band, and all grades together are everybody */
export function readGrades(sheet: Sheet): readonly HistoryRow[] {
  const { header, complaints } = sheet;
  const bands = header.cells
    .slice(1)
    .map((_, index) => readMember({ record: header, index: index + 1, name: 'a grade', complaints }));
  const seen = new Set<number>();
  return wholeRecords(sheet).flatMap((record) => {
    const first = { record, index: 0, name: header.cells[0] ?? '', complaints };
    const period = readMonth(first);
    if (period === null) return [];
    if (seen.has(period)) refuseTwice(first, 'this period');
    seen.add(period);
    return bands.map((band, index) => ({
      period,
      group: EVERYBODY,
      place: EVERYBODY,
      band: band ?? EVERYBODY,
      ageGroup: EVERYBODY,
      stock: readCount({ record, index: index + 1, name: header.cells[index + 1] ?? '', complaints }),
      joiners: null,
      leavers: null,
      regime: null,
    }));
  });
}
