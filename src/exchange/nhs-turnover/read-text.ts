// Takes bytes for the text of a file, and says where they are none.
import { LIMITS } from '#kernel';
import type { Complaints } from './complaints.ts';

/** @returns the text without a byte-order mark and with line feeds; null where the bytes are refused */
export function readText(bytes: Uint8Array, complaints: Complaints): string | null {
  const complain = (code: 'too-large' | 'unreadable', offset: number, message: string): null => {
    const hint = 'Download the file again from the publisher and import it unchanged.';
    complaints.add({ code, ...positionOf(bytes, offset), message, hint });
    return null;
  };
  if (bytes.length > LIMITS.importBytes) {
    return complain(
      'too-large',
      0,
      `the file has ${bytes.length} bytes; an official file has at most ${LIMITS.importBytes}`,
    );
  }
  const nul = bytes.indexOf(0);
  if (nul !== -1) return complain('unreadable', nul, 'the line holds a NUL byte; a CSV file is plain text');
  const text = decode(bytes);
  if (text === null) {
    return complain('unreadable', firstBadLine(bytes), 'the line is not UTF-8; the official file is plain UTF-8 text');
  }
  if (text.trim() === '')
    return complain('unreadable', 0, 'the file is empty; the official file has thousands of rows');
  if (!text.endsWith('\n')) {
    const lastLine = bytes.lastIndexOf(0x0a) + 1;
    return complain(
      'unreadable',
      lastLine,
      'the last line has no end; a whole file ends with a line break, so this one was cut off',
    );
  }
  return text.replaceAll('\r\n', '\n');
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Offset of the first line that is not UTF-8: a line feed is never a part of another character. */
function firstBadLine(bytes: Uint8Array): number {
  let start = 0;
  while (start < bytes.length) {
    const end = bytes.indexOf(0x0a, start);
    const stop = end === -1 ? bytes.length : end + 1;
    if (decode(bytes.subarray(start, stop)) === null) return start;
    start = stop;
  }
  return 0;
}

function positionOf(bytes: Uint8Array, offset: number): { readonly line: number; readonly column: number } {
  let line = 1;
  let lineStart = 0;
  for (let at = bytes.indexOf(0x0a); at !== -1 && at < offset; at = bytes.indexOf(0x0a, at + 1)) {
    line += 1;
    lineStart = at + 1;
  }
  return { line, column: offset - lineStart + 1 };
}
