// Finds the files of a pack in a folder and reads them: plain UTF-8 files of bounded size, in a fixed order, no links.
import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, ok, type Problem, type Result, sha256Hex } from '#kernel';
import { didYouMean, nearestWord } from './text/did-you-mean.ts';
import { type Flaw, START } from './text/flaw.ts';
import { readTextFile } from './text/text-file.ts';

/** The files that every pack has, in the order in which problems are told. */
const FILES = ['pack.yaml', 'places.csv', 'roles.yaml', 'drivers.csv', 'stock.csv', 'channels.yaml'] as const;
const CATALOGUE = 'blueprint/catalogue.yaml';
/** Folders of YAML files; those marked must hold one or more. */
const FOLDERS = [
  { path: 'assumptions', isRequired: true },
  { path: 'blueprint/profiles', isRequired: false },
  { path: 'blueprint/versions', isRequired: false },
  { path: 'blueprint/statements', isRequired: false },
  { path: 'blueprint/assurance', isRequired: false },
  { path: 'blueprint/budget', isRequired: false },
  { path: 'scenarios', isRequired: true },
  { path: 'cases', isRequired: false },
] as const;
/** Entries in one folder of a pack: as many as a person can still find their way in. */
const FOLDER_ENTRIES_MAX = 500;

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

async function listFiles(directory: string) {
  const flaws: Flaw[] = [];
  const top = await entriesOf(directory, '', flaws);
  const blueprint = await entriesOf(directory, 'blueprint', flaws);
  flaws.push(...strangers('', top, [...FILES, ...KNOWN_TOP_FOLDERS]));
  flaws.push(...strangers('blueprint/', blueprint, BLUEPRINT_ENTRIES));
  const paths: string[] = [];
  for (const path of [...FILES, CATALOGUE]) {
    const [name = path, holder] = path.split('/').toReversed();
    if ((holder === undefined ? top : blueprint).some((entry) => entry.name === name)) paths.push(path);
    else flaws.push(missing(path));
  }
  for (const { path, isRequired } of FOLDERS) {
    const entries = await entriesOf(directory, path, flaws);
    const yaml = entries.filter((entry) => entry.name.endsWith('.yaml'));
    for (const entry of entries) if (!entry.name.endsWith('.yaml')) flaws.push(notYaml(`${path}/${entry.name}`));
    if (isRequired && entries.length === 0) flaws.push(missing(`${path}/`));
    if (entries.length > FOLDER_ENTRIES_MAX) flaws.push(crowded(path, entries.length));
    else paths.push(...yaml.map((entry) => `${path}/${entry.name}`));
  }
  return { paths: paths.toSorted((a, b) => rankOf(a) - rankOf(b) || byCode(a, b)), flaws };
}

const BLUEPRINT_ENTRIES = ['catalogue.yaml', 'profiles', 'versions', 'statements', 'assurance', 'budget'];
const KNOWN_TOP_FOLDERS = ['assumptions', 'blueprint', 'scenarios', 'cases'];

/** Where a file stands in the order in which problems are told. */
export function rankOf(path: string): number {
  const order: readonly string[] = [...FILES, 'assumptions/', CATALOGUE, 'blueprint/', 'scenarios/', 'cases/'];
  const rank = order.findIndex((known) => path === known || (known.endsWith('/') && path.startsWith(known)));
  return rank === -1 ? order.length : rank;
}

/** Entries of a folder of the pack by name, without hidden ones; none where it is not a folder, or may not be read. */
async function entriesOf(directory: string, folder: string, flaws: Flaw[]): Promise<readonly Dirent[]> {
  try {
    const entries = await readdir(join(directory, folder), { withFileTypes: true });
    return entries.filter((entry) => !entry.name.startsWith('.')).toSorted((a, b) => byCode(a.name, b.name));
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

/** A data file, or a folder nearly named like one of ours, that nothing would read: it would be left out in silence. */
function strangers(folder: string, entries: readonly Dirent[], known: readonly string[]): readonly Flaw[] {
  return entries
    .filter(({ name }) => !known.includes(name))
    .filter((entry) => /\.(ya?ml|csv)$/.test(entry.name) || nearestWord(entry.name, known) !== null)
    .map(({ name }) => ({
      code: 'unknown-reference',
      file: `${folder}${name}`,
      position: START,
      message: `${folder}${name} is in the pack, but no part of a pack has that name, so nothing would read it`,
      hint: `Rename it${didYouMean(name, known)}, or move it out of the pack or into a folder of its own.`,
    }));
}

function missing(path: string): Flaw {
  const what = path.endsWith('/') ? 'a folder that holds one YAML file or more' : 'a file';
  return {
    code: 'not-found',
    file: path,
    position: START,
    message: `${path} is missing, but every pack has it: ${what}`,
    hint: 'Add it; packs/hamlet shows the smallest of each, and docs/packs.md explains them.',
  };
}

function notYaml(path: string): Flaw {
  return {
    code: 'unknown-reference',
    file: path,
    position: START,
    message: `${path} is in the pack, but this folder holds files that end in .yaml alone`,
    hint: 'Rename it to end in .yaml, or move it elsewhere.',
  };
}

function crowded(path: string, count: number): Flaw {
  return {
    code: 'too-large',
    file: path,
    position: START,
    message: `${path}/ has ${count} entries, but a folder of a pack has at most ${FOLDER_ENTRIES_MAX}`,
    hint: 'Put several things into one file.',
  };
}

function byCode(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
