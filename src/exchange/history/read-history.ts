// Reads a history of stock, joiners and leavers: bytes in, rows out, or every reason to refuse the file.
import { fail, ok, type Month, type Result } from '#kernel';
import type { HistoryRow } from '#workforce';
import { parseRecords } from '../csv-records.ts';
import { createComplaints } from '../nhs-turnover/complaints.ts';
import { readText } from '../nhs-turnover/read-text.ts';
import { isFlowFile, readFlows } from './flow-layout.ts';
import { isGradeAgeFile, readGradeAges } from './grade-age-layout.ts';
import { isGradeFile, readGrades } from './grade-layout.ts';
import { readLongRows } from './long-layout.ts';

export type HistoryFile = {
  /** Name of the file for messages. */
  readonly file: string;
  readonly bytes: Uint8Array;
  /** The month that a file is of whose layout names none; null where nobody said. */
  readonly period: Month | null;
};

/** Recognises the layout by the names of the columns; docs/history-files.md describes each.
 *  @returns rows in the order of the file, or a failure with each problem's `file:line:column` */
export function readHistory({ file, bytes, period }: HistoryFile): Result<readonly HistoryRow[]> {
  const complaints = createComplaints(file);
  const text = readText(bytes, complaints);
  const [header, ...body] = text === null ? [] : parseRecords(text, complaints);
  if (header === undefined) return fail(...complaints.toProblems());
  if (body.length === 0) {
    complaints.add({
      code: 'inconsistent',
      line: 1,
      column: 1,
      message: 'the file has a header and no rows; a history has a row for each count',
      hint: 'Save the file again with its rows: this one was cut off.',
    });
  }
  const sheet = { header, body, complaints, period };
  const rows = readSheet(sheet);
  return complaints.isEmpty() ? ok(rows) : fail(...complaints.toProblems());
}

function readSheet(sheet: Parameters<typeof readGradeAges>[0]): readonly HistoryRow[] {
  if (isGradeFile(sheet.header)) return readGrades(sheet);
  if (isFlowFile(sheet.header)) return readFlows(sheet);
  if (isGradeAgeFile(sheet.header)) return readGradeAges(sheet);
  return readLongRows(sheet);
}
