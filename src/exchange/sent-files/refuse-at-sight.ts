// What of a sent file can be refused without reading it: other kinds of file by how they begin, and what is too large.
import { fail, LIMITS, ok, type Problem, type Result } from '#kernel';

/** How files begin that people take for tables, or that somebody hopes will be unpacked. */
const BEGINNINGS: readonly (readonly [string, string])[] = [
  ['PK\u0003\u0004', 'a spreadsheet or an archive (ZIP)'],
  ['PK\u0005\u0006', 'an empty archive (ZIP)'],
  ['\u001f\u008b', 'an archive (gzip)'],
  ['\u001f\ufffd', 'an archive (gzip)'],
  ['7z', 'an archive (7z)'],
  ['Rar!', 'an archive (RAR)'],
  ['BZh', 'an archive (bzip2)'],
  ['%PDF', 'a PDF'],
  ['<?xml', 'an XML document'],
  ['<!DOCTYPE', 'a document of marks'],
  ['<html', 'a web page'],
  ['{\\rtf', 'a rich text'],
];

/** Nothing is ever unpacked, so a bomb has nowhere to go off. Every bound is looked at before the text is taken apart. */
export function refuseAtSight({ name, text }: { readonly name: string; readonly text: string }): Result<null> {
  const start = text.slice(0, 16).toLowerCase();
  const other = BEGINNINGS.find(([beginning]) => start.startsWith(beginning.toLowerCase()));
  if (other !== undefined) return refused(name, 'syntax', `it is ${other[1]}, not a table as CSV`);
  if (text.includes('\0')) return refused(name, 'syntax', 'it holds a NUL, which no text has');
  if (text.length > LIMITS.sentTableCharacters) {
    return refused(name, 'too-large', `it has ${text.length} characters; ${LIMITS.sentTableCharacters} is the most`);
  }
  const columns = countOf(text, ',', firstLineEnd(text)) + 1;
  if (columns > LIMITS.sentTableColumns) {
    return refused(name, 'too-large', `it has ${columns} columns; ${LIMITS.sentTableColumns} is the most`);
  }
  const cells = countOf(text, ',', text.length) + countOf(text, '\n', text.length);
  if (cells > LIMITS.sentTableCells) {
    return refused(name, 'too-large', `it has ${cells} cells; ${LIMITS.sentTableCells} is the most`);
  }
  const line = longestLine(text);
  if (line > LIMITS.sentLineCharacters) {
    return refused(name, 'too-large', `a line has ${line} characters; ${LIMITS.sentLineCharacters} is the most`);
  }
  return ok(null);
}

/** What to do with a file that is not taken. */
export const SEND_AS_CSV = 'Save the sheet as CSV with commas (“CSV UTF-8” in most spreadsheets) and send it again.';

export function refused(name: string, code: Problem['code'], what: string): Result<never> {
  return fail({ code, message: `'${name}' cannot be used: ${what}.`, path: name, hint: SEND_AS_CSV });
}

function firstLineEnd(text: string): number {
  const at = text.indexOf('\n');
  return at === -1 ? text.length : at;
}

/** How often a mark stands before `end`; counted no further than the bound that it is held against. */
function countOf(text: string, mark: string, end: number): number {
  let count = 0;
  for (let at = text.indexOf(mark); at !== -1 && at < end; at = text.indexOf(mark, at + 1)) {
    count += 1;
    if (count > LIMITS.sentTableCells) break;
  }
  return count;
}

function longestLine(text: string): number {
  let longest = 0;
  let start = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', start)) {
    longest = Math.max(longest, at - start);
    start = at + 1;
  }
  return Math.max(longest, text.length - start);
}
