// Reads a history file whole, or says why it cannot be read.
import { readFile, stat } from 'node:fs/promises';
import { fail, LIMITS, ok, type Problem, type Result } from '#kernel';

export async function readHistoryBytes(file: string): Promise<Result<Uint8Array>> {
  const refuse = (code: Problem['code'], message: string): Result<Uint8Array> =>
    fail({ code, message, path: file, hint: 'Name a CSV file; docs/history-files.md says what it holds.' });
  const found = await stat(file).catch(() => null);
  if (found === null) return refuse('not-found', `there is no file '${file}'; a history is read from one`);
  if (!found.isFile()) return refuse('unreadable', `'${file}' is no file; a history is read from one`);
  if (found.size > LIMITS.importBytes) {
    return refuse('too-large', `'${file}' has ${found.size} bytes; a history has at most ${LIMITS.importBytes}`);
  }
  return readFile(file).then(
    (bytes) => ok(bytes),
    () => refuse('unreadable', `'${file}' cannot be read; a history is read whole`),
  );
}
