// Looks at the folder that a user wants written, before anything in it is touched.
import { readdir, realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import type { Problem } from '#kernel';

/** What stands where a folder is to be written. */
export type Standing =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'file' }
  | { readonly kind: 'folder'; readonly names: readonly string[] }
  | { readonly kind: 'unknown'; readonly reason: string };

/** Only a clear answer that there is nothing counts as nothing. */
export async function standingAt(directory: string): Promise<Standing> {
  const path = resolve(directory);
  try {
    const found = await stat(path);
    return found.isDirectory() ? { kind: 'folder', names: await readdir(path) } : { kind: 'file' };
  } catch (error) {
    const reason = codeOf(error);
    return reason === 'ENOENT' ? { kind: 'nothing' } : { kind: 'unknown', reason };
  }
}

/** The path behind every link, so that a link stays and what it leads to is replaced; the path itself where nothing is. */
export async function realTarget(directory: string): Promise<string> {
  const path = resolve(directory);
  try {
    return await realpath(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return path;
    throw error;
  }
}

/** The folder in which the command runs, and all above it, are never replaced, whatever they hold.
 *  @returns null where the folder is none of them */
export async function shelterProblem(directory: string): Promise<Problem | null> {
  const target = await realTarget(directory);
  const way = relative(target, await realpath(process.cwd()));
  const isOutside = way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way);
  if (isOutside && dirname(target) !== target) return null;
  return {
    code: 'not-writable',
    message: `folder '${directory}' is the folder you are in, or above it; such a folder is never replaced`,
    path: directory,
    hint: 'Name a folder of its own, such as out/plan.',
  };
}

/** @returns the system's own word for what went wrong, such as EACCES */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
