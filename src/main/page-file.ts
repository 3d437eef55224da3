// A page about the blueprint on disk: written beside its place and then moved there, so that no half of it is ever seen.
import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { pagePdf } from '#exchange';
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

function savePage(page: BlueprintPage, file: string): Promise<Problem | null> {
  return save({ content: renderBlueprintPage(page), mark: MARK, option: '--html' }, file);
}

/** The page as a PDF for print and for screen readers. */
export async function savePagePdf(page: BlueprintPage, file: string): Promise<Problem | null> {
  const pdf = await pagePdf(page);
  return pdf.ok ? save({ content: pdf.value, mark: PDF_MARK, option: '--pdf' }, file) : (pdf.problems[0] ?? null);
}

type Saved = {
  readonly content: string | Uint8Array;
  /** What an earlier file of its kind holds. */
  readonly mark: string;
  readonly option: string;
};

async function save({ content, mark, option }: Saved, file: string): Promise<Problem | null> {
  try {
    const target = await realTarget(file);
    if (!(await mayReplace(target, mark))) return stranger(file, option);
    await makeFolder(dirname(target));
    await putInPlace(content, target);
    return null;
  } catch (error) {
    return {
      code: 'not-writable',
      message: `page '${file}' could not be written: the system answered ${codeOf(error)}; a page is written whole or not at all`,
      path: file,
      hint: `Name a file in a folder in which you may write, with ${option}.`,
    };
  }
}

async function putInPlace(text: string | Uint8Array, target: string): Promise<void> {
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

/** What the properties of every PDF of ours say. */
const PDF_MARK = '/Author (Cadre)';

/** A page may take the place of an earlier one, and of nothing else. */
async function mayReplace(target: string, mark: string): Promise<boolean> {
  try {
    return (await readFile(target, 'latin1')).includes(mark);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return true;
    throw error;
  }
}

function stranger(file: string, option: string): Problem {
  return {
    code: 'not-writable',
    message: `file '${file}' is there and is no page of Cadre; only an earlier page is ever replaced`,
    path: file,
    hint: `Name another file with ${option}, or move the one that is there.`,
  };
}
