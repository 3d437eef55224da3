// Tries a pack where nobody looks before it is kept, so that only a sound one ever is.
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Result } from '#kernel';
import { readPack, writePack } from '#pack';

/** Writes the pack aside and reads it as any other pack.
 *  @returns null where it is sound */
export async function trialProblem(files: ReadonlyMap<string, string>): Promise<Result<null> | null> {
  const trial = join(tmpdir(), `cadre-import-${randomUUID()}`);
  try {
    const written = await writePack(trial, files);
    if (!written.ok) return written;
    const read = await readPack(trial);
    return read.ok ? null : read;
  } finally {
    await rm(trial, { recursive: true, force: true });
  }
}
