// Reads one file of a pack as text: a plain file, not a link, UTF-8, of bounded size, with line feeds.
import { constants, type Stats } from 'node:fs';
import { lstat, open } from 'node:fs/promises';
import { LIMITS, readUtf8 } from '#kernel';
import { type Flaw, type Position, START } from './flaw.ts';

export type TextReading = { readonly text: string; readonly flaw: null } | { readonly text: null; readonly flaw: Flaw };

/** @param path where it is on disk   @param file its path in the pack, for messages */
export async function readTextFile(path: string, file: string): Promise<TextReading> {
  const found = await lstat(path).catch(() => null);
  const refusal = found === null ? UNREADABLE : refusalOf(found, mostBytes(file));
  if (refusal !== null) return refused(file, refusal);
  const bytes = await readBytes(path);
  if (bytes === null) return refused(file, UNREADABLE);
  return textOfBytes(bytes, file);
}

function mostBytes(file: string): number {
  return file.endsWith('.csv') ? LIMITS.csvBytes : LIMITS.yamlBytes;
}

/** `what` completes the sentence "FILE is …". */
type Refusal = {
  readonly code: Flaw['code'];
  readonly what: string;
  readonly hint: string;
  readonly position?: Position;
};

const UNREADABLE: Refusal = {
  code: 'unreadable',
  what: 'not readable, but every file of a pack is',
  hint: 'Check who may read the file.',
};

function refusalOf(found: Stats, most: number): Refusal | null {
  if (found.isSymbolicLink()) {
    const what = 'a link to elsewhere, but a pack holds its files itself';
    return { code: 'unreadable', what, hint: 'Put a copy of the file here.' };
  }
  if (!found.isFile()) {
    const what = `${found.isDirectory() ? 'a folder' : 'a device or socket'}, but a plain file is asked for`;
    return { code: 'unreadable', what, hint: 'Put the file itself under this name.' };
  }
  return found.size > most ? tooLong(found.size, most) : null;
}

function tooLong(length: number, most: number): Refusal {
  const what = `${length} bytes long, but at most ${most} are read`;
  return { code: 'too-large', what, hint: 'Split the file, or check that it is the right one.' };
}

function refused(file: string, { code, what, hint, position = START }: Refusal): TextReading {
  return { text: null, flaw: { code, file, position, message: `${file} is ${what}`, hint } };
}

/** Opens without following a link that took the file's place meanwhile. */
async function readBytes(path: string): Promise<Uint8Array | null> {
  const handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0)).catch(() => null);
  if (handle === null) return null;
  try {
    return await handle.readFile();
  } catch {
    return null;
  } finally {
    await handle.close();
  }
}

/** @param file its path in the pack, for messages */
export function textOfBytes(bytes: Uint8Array, file: string): TextReading {
  if (bytes.length > mostBytes(file)) return refused(file, tooLong(bytes.length, mostBytes(file)));
  const reading = readUtf8(bytes);
  switch (reading.kind) {
    case 'text':
      return { text: reading.text, flaw: null };
    case 'nul': {
      const what = 'binary (it holds a NUL byte), but a pack is text';
      return refused(file, {
        position: reading.position,
        code: 'unreadable',
        what,
        hint: 'Save the file as plain UTF-8 text.',
      });
    }
    case 'not-utf8': {
      const what = 'not UTF-8 in this line, but a pack is UTF-8 text';
      return refused(file, {
        position: reading.position,
        code: 'unreadable',
        what,
        hint: 'Save the file with the encoding UTF-8.',
      });
    }
  }
}
