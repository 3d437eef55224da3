// A page about the blueprint on disk: written beside its place and then moved there, so that no half of it is ever seen.
import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import type { Problem } from '#kernel';
import { makeFolder } from '#pack';
import type { BlueprintAnswer, BlueprintPage } from '#planning';
import { renderBlueprintPage } from '#report';
import { codeOf, realTarget } from './target-folder.ts';

/** The page that leads to the others comes last, so that it never leads to one that is not there.
 *  @returns null where all pages are written, else why the first could not be that was not */
export async function savePages({ page, parts = [] }: BlueprintAnswer<unknown>, file: string): Promise<Problem | null> {
  for (const part of parts) {
    const target = join(dirname(file), part.file);
    const index = relative(dirname(target), file).replaceAll(sep, '/');
    const problem = await savePage({ ...part.page, index }, target);
    if (problem !== null) return problem;
  }
  return savePage(page, file);
}

async function savePage(page: BlueprintPage, file: string): Promise<Problem | null> {
  try {
    const target = await realTarget(file);
    if (!(await mayReplace(target))) return stranger(file);
    await makeFolder(dirname(target));
    await putInPlace(renderBlueprintPage(page), target);
    return null;
  } catch (error) {
    return {
      code: 'not-writable',
      message: `page '${file}' could not be written: the system answered ${codeOf(error)}; a page is written whole or not at all`,
      path: file,
      hint: 'Name a file in a folder in which you may write, with --html.',
    };
  }
}

async function putInPlace(text: string, target: string): Promise<void> {
  const beside = join(dirname(target), `.${basename(target)}-${randomUUID()}.tmp`);
  try {
    await writeFile(beside, text, { flag: 'wx' });
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** What the head of every page about the blueprint says, and no other file is likely to. */
const MARK = '<meta name="generator" content="Cadre"/>';

/** A page may take the place of an earlier one, and of nothing else. */
async function mayReplace(target: string): Promise<boolean> {
  try {
    return (await readFile(target, 'utf8')).includes(MARK);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return true;
    throw error;
  }
}

function stranger(file: string): Problem {
  return {
    code: 'not-writable',
    message: `file '${file}' is there and is no page of Cadre; only an earlier page is ever replaced`,
    path: file,
    hint: 'Name another file with --html, or move the one that is there.',
  };
}
