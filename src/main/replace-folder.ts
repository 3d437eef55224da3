// Puts a folder in the place of another, whole or not at all.
import { mkdir, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { fail, ok, type Problem, type Result } from '#kernel';
import type { PackWriter } from '#planning';
import { finishFirst } from './finish-first.ts';

type Replacement = {
  /** Folder to make; what stands there is replaced, so ask first whether it may be. */
  readonly target: string;
  readonly files: ReadonlyMap<string, string>;
  /** Writes the files into a fresh folder. */
  readonly write: PackWriter;
};

/** Works in a hidden folder beside the target, and puts its result in place by a rename. A stop waits for it. */
export function replaceFolder(replacement: Replacement): Promise<Result<null>> {
  return finishFirst(() => replaceNow(replacement));
}

async function replaceNow({ target, files, write }: Replacement): Promise<Result<null>> {
  const whole = resolve(target);
  const parent = dirname(whole);
  const workshop = join(parent, `.${basename(whole)}-${process.pid}.tmp`);
  let madeAbove: string | null = null;
  try {
    madeAbove = (await mkdir(parent, { recursive: true })) ?? null;
    await mkdir(workshop);
    const fresh = join(workshop, 'new');
    const written = await write(fresh, files);
    if (!written.ok) return fail(...written.problems.map((problem) => ({ ...problem, path: target })));
    await swap({ fresh, aside: join(workshop, 'old'), target: whole });
    return ok(null);
  } catch (error) {
    return fail(notReplaced(target, error));
  } finally {
    // Where even the folder above could not be made there is nothing to take away.
    await rm(workshop, { recursive: true, force: true }).catch(() => undefined);
    if (madeAbove !== null) await removeEmpty(parent, madeAbove);
  }
}

type Swap = { readonly fresh: string; readonly aside: string; readonly target: string };

async function swap({ fresh, aside, target }: Swap): Promise<void> {
  const hadOne = await moveIfThere(target, aside);
  try {
    await rename(fresh, target);
  } catch (error) {
    if (hadOne) await rename(aside, target);
    throw error;
  }
}

async function moveIfThere(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}

/** Takes folders away again that were made on the way and in which nothing came to stand. */
async function removeEmpty(folder: string, upTo: string): Promise<void> {
  const isGone = await rmdir(folder).then(
    () => true,
    () => false,
  );
  if (isGone && folder.length > upTo.length) await removeEmpty(dirname(folder), upTo);
}

function notReplaced(target: string, error: unknown): Problem {
  return {
    code: 'not-writable',
    message: `folder '${target}' could not be written: ${error instanceof Error ? error.message : String(error)}`,
    path: target,
    hint: 'Name a folder in which you may write; nothing was left half-written.',
  };
}
