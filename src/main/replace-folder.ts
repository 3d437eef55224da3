// Puts a folder in the place of another, whole or not at all.
import { mkdir, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fail, ok, type Problem, type Result } from '#kernel';
import { makeFolder, whyNotWritten } from '#pack';
import type { PackWriter } from '#planning';
import { finishFirst } from './finish-first.ts';
import { codeOf, realTarget, shelterProblem } from './target-folder.ts';

type Replacement = {
  /** Folder to make; what stands there is replaced. */
  readonly target: string;
  /** Why what stands there may not be replaced; asked once more just before it is. */
  readonly obstacle: (directory: string) => Promise<Problem | null>;
  /** Taken once, one by one. */
  readonly files: Iterable<readonly [string, string]>;
  /** Writes the files into a fresh folder. */
  readonly write: PackWriter;
};

/** Works in a hidden folder beside the target, and puts its result in place by a rename. A stop waits for it. */
export function replaceFolder(replacement: Replacement): Promise<Result<null>> {
  return finishFirst(() => replaceNow(replacement));
}

async function replaceNow(replacement: Replacement): Promise<Result<null>> {
  const { target } = replacement;
  try {
    const sheltered = await shelterProblem(target);
    return sheltered === null ? await replaceAt(await realTarget(target), replacement) : fail(sheltered);
  } catch (error) {
    return fail(notReplaced(target, error));
  }
}

async function replaceAt(whole: string, { target, obstacle, files, write }: Replacement): Promise<Result<null>> {
  const parent = dirname(whole);
  const workshop = join(parent, `.${basename(whole)}-${process.pid}.tmp`);
  let madeAbove: string | null = null;
  try {
    madeAbove = await makeFolder(parent);
    await mkdir(workshop);
    const fresh = join(workshop, 'new');
    const written = await write(fresh, files);
    if (!written.ok) return fail(...written.problems.map((problem) => ({ ...problem, path: target })));
    const blocked = (await shelterProblem(target)) ?? (await obstacle(target));
    if (blocked !== null) return fail(blocked);
    await swap({ fresh, aside: join(workshop, 'old'), target: whole });
    await rm(join(workshop, 'old'), { recursive: true, force: true });
    return ok(null);
  } catch (error) {
    return fail(notReplaced(target, error));
  } finally {
    // What was set aside and could not be put back stays in the workshop, for it is the only copy.
    await rm(join(workshop, 'new'), { recursive: true, force: true }).catch(() => undefined);
    await rmdir(workshop).catch(() => undefined);
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
    if (codeOf(error) === 'ENOENT') return false;
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
    message: `folder '${target}' could not be written: ${whyNotWritten(error)}; nothing was left half-written`,
    path: target,
    hint: 'Name a folder in which you may write.',
  };
}
