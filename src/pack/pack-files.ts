// Finds the files of a pack in a folder and reads them: plain UTF-8 files of bounded size, in a fixed order, no links.
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, ok, type Problem, type Result, sha256Hex } from '#kernel';
import { byCode, listPack, PACK_FOLDERS, type PackListing } from './pack-listing.ts';
import { type Flaw, START } from './text/flaw.ts';
import { readTextFile, textOfBytes } from './text/text-file.ts';

/** What a folder holds of a pack. */
export type FolderReading = {
  /** Path in the pack, with `/` → text with line feeds, in the order in which problems are told. */
  readonly files: ReadonlyMap<string, string>;
  readonly flaws: readonly Flaw[];
};

/** @param directory the folder as the user named it
 *  @returns a failure where there is no such folder; what is wrong inside it comes as flaws */
export async function readPackFolder(directory: string): Promise<Result<FolderReading>> {
  const problem = await folderProblem(directory);
  if (problem !== null) return fail(problem);
  const listing = await listFiles(directory);
  const readings = await Promise.all(
    listing.paths.map(async (path) => ({ path, ...(await readTextFile(join(directory, path), path)) })),
  );
  const files = new Map<string, string>();
  const flaws: Flaw[] = [...listing.flaws];
  for (const { path, text, flaw } of readings) {
    if (flaw === null) files.set(path, text);
    else flaws.push(flaw);
  }
  return ok({ files, flaws });
}

/** The same of texts that are in memory already: what a folder with these files would read as. */
export function folderOfTexts(texts: ReadonlyMap<string, string>): FolderReading {
  const encoder = new TextEncoder();
  const listing = listPack((folder) => namesAmong([...texts.keys()], folder));
  const files = new Map<string, string>();
  const flaws: Flaw[] = [...listing.flaws];
  for (const path of listing.paths) {
    const { text, flaw } = textOfBytes(encoder.encode(texts.get(path) ?? ''), path);
    if (flaw === null) files.set(path, text);
    else flaws.push(flaw);
  }
  return { files, flaws };
}

/** Names of the files and folders that stand in a folder, by the paths of all files. */
function namesAmong(paths: readonly string[], folder: string): readonly string[] {
  const before = folder === '' ? '' : `${folder}/`;
  const inside = paths.filter((path) => path.startsWith(before)).map((path) => path.slice(before.length));
  return [...new Set(inside.map((path) => path.split('/')[0] ?? ''))].toSorted(byCode);
}

/** SHA-256 over the names and texts of a pack's files, hex; the same for any order, line ending and byte-order mark. */
export function hashOfFiles(files: ReadonlyMap<string, string>): string {
  const parts = [...files.keys()].toSorted(byCode).map((path) => {
    const text = files.get(path) ?? '';
    return `${path}\n${text.length}\n${text}\n`;
  });
  return sha256Hex(parts.join(''));
}

async function folderProblem(directory: string): Promise<Problem | null> {
  const found = await stat(directory).catch(() => null);
  if (found?.isDirectory()) return null;
  const isFile = found !== null;
  return {
    code: isFile ? 'unreadable' : 'not-found',
    message: `pack '${directory}' is ${isFile ? 'a file' : 'not there'}, but a pack is a folder that holds pack.yaml`,
    path: directory,
    hint: 'Name the folder of a pack, such as packs/hamlet, or make one with `./cadre new DIR`.',
  };
}

async function listFiles(directory: string): Promise<PackListing> {
  const flaws: Flaw[] = [];
  const names = new Map<string, readonly string[]>();
  for (const folder of PACK_FOLDERS) names.set(folder, await namesOf(directory, folder, flaws));
  const listing = listPack((folder) => names.get(folder) ?? []);
  return { paths: listing.paths, flaws: [...flaws, ...listing.flaws] };
}

/** Entries of a folder of the pack by name, without hidden ones; none where it is not a folder, or may not be read. */
async function namesOf(directory: string, folder: string, flaws: Flaw[]): Promise<readonly string[]> {
  try {
    const names = await readdir(join(directory, folder));
    return names.filter((name) => !name.startsWith('.')).toSorted(byCode);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    if (!NO_FOLDER.includes(reason)) flaws.push(closed(folder === '' ? '.' : folder, reason));
    return [];
  }
}

/** The system's words for a folder that is not there, or is a file. */
const NO_FOLDER: readonly string[] = ['ENOENT', 'ENOTDIR'];

function closed(folder: string, reason: string): Flaw {
  return {
    code: 'unreadable',
    file: folder,
    position: START,
    message: `folder '${folder}' of the pack cannot be read: the system answered ${reason}; every folder of a pack is readable`,
    hint: 'Check who may read and enter the folder.',
  };
}
