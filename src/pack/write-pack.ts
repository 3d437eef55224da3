// Writes a folder of files all at once: into a folder beside it first, which then takes its name.
import { randomUUID } from 'node:crypto';
import { readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { assert, fail, ok, type Problem, type Result } from '#kernel';
import type { PackWriter } from '#planning';
import { makeFolder } from './make-folder.ts';

/** Nothing is left behind where it fails. */
export const writePack: PackWriter = async (directory, files) => {
  const taken = await whatIsThere(directory);
  if (taken !== null) return fail(taken);
  const target = resolve(directory);
  const beside = join(dirname(target), `.${basename(target)}-${randomUUID()}.tmp`);
  try {
    await makeFolder(beside);
    for (const [path, text] of files) {
      assert(isInside(path), `the path '${path}' stays inside the folder that is written`);
      await makeFolder(dirname(join(beside, path)));
      await writeFile(join(beside, path), text, { flag: 'wx' });
    }
    // An empty folder in the way is taken out first, for not every system renames onto it.
    await rmdir(target).catch(() => undefined);
    await rename(beside, target);
    return ok(null);
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    // What the system refuses is told; a fault in the making of a text is ours.
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    return fail(notWritten(directory, error));
  }
};

/** A path of plain names: no drive, no root, no way up. */
function isInside(path: string): boolean {
  return path.split('/').every((name) => name !== '' && name !== '.' && name !== '..' && !/[\\:\0]/.test(name));
}

async function whatIsThere(directory: string): Promise<Problem | null> {
  const entries: Result<readonly string[]> = await readdir(directory).then(
    (names) => ok(names),
    (error: unknown) => (codeOf(error) === 'ENOENT' ? ok([]) : fail(notWritten(directory, error))),
  );
  if (!entries.ok) return entries.problems[0] ?? null;
  if (entries.value.length === 0) return null;
  return {
    code: 'not-writable',
    message: `folder '${directory}' holds ${entries.value.length} entries, but only an empty or a new folder is written to`,
    path: directory,
    hint: 'Name a folder that is not there yet.',
  };
}

function notWritten(directory: string, error: unknown): Problem {
  return {
    code: 'not-writable',
    message: `folder '${directory}' could not be written: ${whyNotWritten(error)}; a folder is written whole or not at all`,
    path: directory,
    hint: 'Name a folder in which you may write and that has room, and try again.',
  };
}

/** What stood in the way, in words, and without the name of a file that is there for a moment only. */
export function whyNotWritten(error: unknown): string {
  const reason = codeOf(error);
  return REASONS[reason] ?? `the system answered ${reason}`;
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'you may not write there',
  EEXIST: 'something of that name is in the way',
  ENOENT: 'the system lets nothing be made there',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a file is in the way of the folder',
  ENOTEMPTY: 'something else has been put there meanwhile',
  EPERM: 'you may not write there',
  EROFS: 'the disk cannot be written to',
};

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'an unknown error';
}
