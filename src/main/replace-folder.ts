// Puts a folder in the place of another, whole or not at all, even where the process is told to stop half-way.
import { mkdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fail, type Problem, type Result } from '#kernel';
import type { PackWriter } from '#planning';

/** A hidden folder beside the target, in which everything happens until it is whole. */
type Workshop = {
  readonly directory: string;
  /** The topmost folder that had to be made above it; null where all were there. */
  readonly madeAbove: string | null;
};

/** What is open now, for whoever must take it away when the process is told to stop. */
const open = new Set<Workshop>();

/** Takes away everything half-written; synchronous, for the moment before the process ends. */
export function discardUnfinished(): void {
  for (const workshop of open) discard(workshop);
}

/** @param target folder to make; what stands there is replaced, so ask first whether it may be
 *  @param write writes the files into a fresh folder */
export async function replaceFolder(
  target: string,
  files: ReadonlyMap<string, string>,
  write: PackWriter,
): Promise<Result<null>> {
  let workshop: Workshop | null = null;
  try {
    workshop = openWorkshop(target);
    const fresh = join(workshop.directory, 'new');
    const written = await write(fresh, files);
    if (written.ok) swap({ fresh, aside: join(workshop.directory, 'old'), target });
    return written.ok ? written : fail(...written.problems.map((problem) => ({ ...problem, path: target })));
  } catch (error) {
    return fail(notReplaced(target, error));
  } finally {
    if (workshop !== null) discard(workshop);
  }
}

function openWorkshop(target: string): Workshop {
  const whole = resolve(target);
  const parent = dirname(whole);
  const madeAbove = mkdirSync(parent, { recursive: true }) ?? null;
  const workshop = { directory: join(parent, `.${basename(whole)}-${process.pid}.tmp`), madeAbove };
  open.add(workshop);
  mkdirSync(workshop.directory);
  return workshop;
}

type Swap = { readonly fresh: string; readonly aside: string; readonly target: string };

/** Both renames follow each other without giving way, so that no signal's handler can come between. */
function swap({ fresh, aside, target }: Swap): void {
  const hadOne = moveIfThere(target, aside);
  try {
    renameSync(fresh, target);
  } catch (error) {
    if (hadOne) renameSync(aside, target);
    throw error;
  }
}

function moveIfThere(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

/** Folders made on the way go too where nothing came of them. */
function discard({ directory, madeAbove }: Workshop): void {
  rmSync(directory, { recursive: true, force: true });
  for (const workshop of open) if (workshop.directory === directory) open.delete(workshop);
  if (madeAbove === null) return;
  for (let folder = dirname(directory); folder.length >= madeAbove.length; folder = dirname(folder)) {
    if (!isNowGone(folder)) return;
  }
}

/** Removes a folder that is empty. */
function isNowGone(folder: string): boolean {
  try {
    rmdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

function notReplaced(target: string, error: unknown): Problem {
  return {
    code: 'not-writable',
    message: `folder '${target}' could not be written: ${error instanceof Error ? error.message : String(error)}`,
    path: target,
    hint: 'Name a folder in which you may write; nothing was left half-written.',
  };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
