// Makes a folder and those above it, one at a time: some file systems answer a recursive call by never coming back.
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';

/** @returns the first folder that had to be made; null where all were there
 *  @throws what the system answers where one cannot be made */
export async function makeFolder(path: string): Promise<string | null> {
  try {
    await mkdir(path);
    return path;
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? error.code : null;
    if (reason === 'EEXIST') return null;
    if (reason !== 'ENOENT' || dirname(path) === path) throw error;
  }
  const made = await makeFolder(dirname(path));
  // The folder above is there now: where the system still denies it, it will never take this one.
  await mkdir(path);
  return made ?? path;
}
