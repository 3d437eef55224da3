// Takes the bytes of an official file for its text, and says where they are none.
import { LIMITS, positionOfByte, readUtf8, type BytePosition } from '#kernel';
import type { Complaint, Complaints } from './complaints.ts';

/** @returns the text without a byte-order mark and with line feeds; null where the bytes are refused */
export function readText(bytes: Uint8Array, complaints: Complaints): string | null {
  const complain = (code: Complaint['code'], position: BytePosition, message: string): null => {
    const hint = 'Download the file again from the publisher and import it unchanged.';
    complaints.add({ code, ...position, message, hint });
    return null;
  };
  if (bytes.length > LIMITS.importBytes) {
    return complain(
      'too-large',
      START,
      `the file has ${bytes.length} bytes; an official file has at most ${LIMITS.importBytes}`,
    );
  }
  const reading = readUtf8(bytes);
  switch (reading.kind) {
    case 'nul':
      return complain('unreadable', reading.position, 'the line holds a NUL byte; a CSV file is plain text');
    case 'not-utf8':
      return complain('unreadable', reading.position, 'the line is not UTF-8; the official file is plain UTF-8 text');
    case 'text':
  }
  const { text } = reading;
  if (text.trim() === '') return complain('unreadable', START, 'the file is empty; a CSV file has a header and rows');
  if (text.endsWith('\n')) return text;
  const lastLine = positionOfByte(bytes, bytes.lastIndexOf(0x0a) + 1);
  return complain(
    'unreadable',
    lastLine,
    'the last line has no end; a whole file ends with a line break, so this one was cut off',
  );
}

const START: BytePosition = { line: 1, column: 1 };
