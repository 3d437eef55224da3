// The official layout of one year's stock, joiners and leavers by grade and age; the file itself names no period.
import { EVERYBODY, type HistoryRow } from '#workforce';
import type { CsvRecord } from '../csv-records.ts';
import { plainName, readCount, readMember, refuseTwice, type Sheet, wholeRecords } from './sheet.ts';

const COLUMNS = ['grade', 'age', 'stockhc', 'stockfte', 'joinershc', 'joinersfte', 'leavershc', 'leaversfte'] as const;

export function isGradeAgeFile({ cells }: CsvRecord): boolean {
  return cells.length === COLUMNS.length && COLUMNS.every((name, index) => plainName(cells[index] ?? '') === name);
}

/** @returns a row for each grade and age group, in people */
export function readGradeAges(sheet: Sheet): readonly HistoryRow[] {
  const { header, complaints, period } = sheet;
  if (period === null) {
    complaints.add({
      code: 'schema',
      line: header.line,
      column: 1,
      message: 'the layout by GRADE and AGE names no period; rates need to know the year they are of',
      hint: 'Give the last month of the year with --period, such as --period 2025-10.',
    });
    return [];
  }
  const seen = new Set<string>();
  return wholeRecords(sheet).flatMap((record) => {
    const cell = (index: number) => ({ record, index, name: header.cells[index] ?? '', complaints });
    const [band, ageGroup] = [readMember(cell(0)), readMember(cell(1))];
    if (band === null || ageGroup === null) return [];
    const key = JSON.stringify([band, ageGroup]);
    if (seen.has(key)) refuseTwice(cell(0), 'this grade and age');
    seen.add(key);
    const [stock, joiners, leavers] = [readCount(cell(2)), readCount(cell(4)), readCount(cell(6))];
    return [{ period, group: EVERYBODY, place: EVERYBODY, band, ageGroup, stock, joiners, leavers, regime: null }];
  });
}
