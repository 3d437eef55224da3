// Takes bytes for text: plain UTF-8 with line feeds, or the place where they stop being that.

export type Utf8Reading =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'nul' | 'not-utf8'; readonly position: BytePosition };

/** Where a byte stands in a file; line and column are counted from 1, the column in bytes. */
export type BytePosition = { readonly line: number; readonly column: number };

/** @returns the text without a byte-order mark and with line feeds alone; else the first NUL byte, or the beginning of
 *  the first line that is not UTF-8 */
export function readUtf8(bytes: Uint8Array): Utf8Reading {
  const nul = bytes.indexOf(0);
  if (nul !== -1) return { kind: 'nul', position: positionOfByte(bytes, nul) };
  const text = decode(bytes);
  if (text === null) return { kind: 'not-utf8', position: positionOfByte(bytes, firstBadLine(bytes)) };
  return { kind: 'text', text: text.replaceAll('\r\n', '\n') };
}

export function positionOfByte(bytes: Uint8Array, offset: number): BytePosition {
  let line = 1;
  let lineStart = 0;
  for (let at = bytes.indexOf(LINE_FEED); at !== -1 && at < offset; at = bytes.indexOf(LINE_FEED, at + 1)) {
    line += 1;
    lineStart = at + 1;
  }
  return { line, column: offset - lineStart + 1 };
}

const LINE_FEED = 0x0a;

/** The decoder of the Encoding Standard: Node and browsers have the same one, the language itself has none. */
declare const TextDecoder: new (
  label: 'utf-8',
  options: { readonly fatal: true },
) => { readonly decode: (bytes: Uint8Array) => string };

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
    const end = bytes.indexOf(LINE_FEED, start);
    const stop = end === -1 ? bytes.length : end + 1;
    if (decode(bytes.subarray(start, stop)) === null) return start;
    start = stop;
  }
  return 0;
}
