// Reads a table that somebody sends through a page: its columns, and its rows with the line on which each begins.
import { fail, ok, type Result } from '#kernel';
import type { SentTable } from '#service';
import { parseRecords } from '../csv-records.ts';
import { createComplaints } from '../nhs-turnover/complaints.ts';
import { refused, SEND_AS_CSV } from './refuse-at-sight.ts';

/** Blank lines are passed over; a row may have fewer or more cells than there are columns. */
export function readSentTable({ name, text }: { readonly name: string; readonly text: string }): Result<SentTable> {
  const complaints = createComplaints(name);
  const [header, ...body] = parseRecords(text, complaints);
  if (!complaints.isEmpty())
    return fail(...complaints.toProblems().map((problem) => ({ ...problem, hint: SEND_AS_CSV })));
  const columns = (header?.cells ?? []).map((cell) => cell.trim());
  if (columns.every((column) => column === '')) return refused(name, 'unreadable', 'it is empty');
  if (columns.length === 1) return refused(name, 'syntax', 'its first line has no comma, so it has one column only');
  const rows = body
    .map(({ cells, line }) => ({ line, cells: cells.map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (rows.length === 0) return refused(name, 'inconsistent', 'it has a line of column names and no rows');
  return ok({ columns, rows });
}
