// Reads a file of bounded size whole, or says why it cannot be read.
import { readFile, stat } from 'node:fs/promises';
import { fail, LIMITS, ok, type Problem, type Result } from '#kernel';

/** @param kind.name what the file is to be, as the subject of a sentence: `a history`
 *  @param kind.hint the next step where it is not */
export async function readWholeFile(
  file: string,
  { name, hint }: { readonly name: string; readonly hint: string },
): Promise<Result<Uint8Array>> {
  const refuse = (code: Problem['code'], message: string): Result<Uint8Array> =>
    fail({ code, message, path: file, hint });
  const found = await stat(file).catch(() => null);
  if (found === null) return refuse('not-found', `there is no file '${file}'; ${name} is read from one`);
  if (!found.isFile()) return refuse('unreadable', `'${file}' is no file; ${name} is read from one`);
  if (found.size > LIMITS.importBytes) {
    return refuse('too-large', `'${file}' has ${found.size} bytes; ${name} has at most ${LIMITS.importBytes}`);
  }
  return readFile(file).then(
    (bytes) => ok(bytes),
    () => refuse('unreadable', `'${file}' cannot be read; ${name} is read whole`),
  );
}
