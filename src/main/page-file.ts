// A page about the blueprint on disk: written beside its place and then moved there, so that no half of it is ever seen.
import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Problem } from '#kernel';
import type { BlueprintPage } from '#planning';
import { renderBlueprintPage } from '#report';

/** @returns null where the page is written, else why it could not be */
export async function savePage(page: BlueprintPage, file: string): Promise<Problem | null> {
  const beside = join(dirname(file), `.${basename(file)}-${randomUUID()}.tmp`);
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(beside, renderBlueprintPage(page), { flag: 'wx' });
    await rename(beside, file);
    return null;
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return {
      code: 'not-writable',
      message: `page '${file}' could not be written: the system answered ${reason}; a page is written whole or not at all`,
      path: file,
      hint: 'Name a file in a folder in which you may write, with --html.',
    };
  }
}
