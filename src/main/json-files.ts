// JSON files beside a pack: read whole within a bound, written fresh and never in the place of another.
import { writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fail, ok, type Problem, type Result } from '#kernel';
import { makeFolder } from '#pack';
import { codeOf } from './target-folder.ts';
import { readWholeFile } from './whole-file.ts';

export function readJson(file: string): Promise<Result<unknown>> {
  return readJsonOr(() => false, file);
}

/** @param isOther says of a text that it is of another known form; it is then given as it is */
export async function readJsonOr(isOther: (text: string) => boolean, file: string): Promise<Result<unknown>> {
  const hint = 'Name a JSON file.';
  const bytes = await readWholeFile(file, { name: 'a JSON document', hint });
  if (!bytes.ok) return bytes;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes.value);
    const value: unknown = isOther(text) ? text : JSON.parse(text);
    return ok(value);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return fail({ code: 'syntax', message: `'${file}' is not JSON: ${why}`, path: file, hint });
  }
}

/** Null where it is written. */
export function saveJson(value: unknown, file: string): Promise<Problem | null> {
  return saveFresh(`${JSON.stringify(value, null, 2)}\n`, { file, mode: 0o666 });
}

/** Never in the place of a file that is there; null where it is written.
 *  @param place.mode who may read and write it, as the system's own mask allows */
export async function saveFresh(
  text: string,
  { file, mode }: { readonly file: string; readonly mode: number },
): Promise<Problem | null> {
  try {
    await makeFolder(dirname(file));
    await writeFile(file, text, { flag: 'wx', mode });
    return null;
  } catch (error) {
    return {
      code: 'not-writable',
      message: `file '${file}' could not be written: the system answered ${codeOf(error)}; no file that is there is ever replaced`,
      path: file,
      hint: 'Name a fresh file in a folder in which you may write.',
    };
  }
}
