// Which files make a pack, by the names of what is there: the same rules for a folder on disk and for texts in memory.
import { didYouMean, nearestWord } from './text/did-you-mean.ts';
import { type Flaw, START } from './text/flaw.ts';

/** The files of a pack among those that are there, in the order in which problems are told.
 *  @param namesIn names of what stands in a folder of the pack; '' for the pack itself */
export function listPack(namesIn: (folder: string) => readonly string[]): PackListing {
  const flaws: Flaw[] = [];
  const top = namesIn('');
  const blueprint = namesIn('blueprint');
  flaws.push(...strangers('', top, [...FILES, ...OPTIONAL_FILES, ...KNOWN_TOP_FOLDERS]));
  flaws.push(...strangers('blueprint/', blueprint, BLUEPRINT_ENTRIES));
  flaws.push(...strangers('skills/', namesIn('skills'), SKILLS_ENTRIES));
  const paths: string[] = [];
  for (const path of [...FILES, CATALOGUE]) {
    const [name = path, holder] = path.split('/').toReversed();
    if ((holder === undefined ? top : blueprint).includes(name)) paths.push(path);
    else flaws.push(missing(path));
  }
  paths.push(...OPTIONAL_FILES.filter((path) => top.includes(path)));
  for (const { path, isRequired } of FOLDERS) {
    const names = namesIn(path);
    for (const name of names) if (!name.endsWith('.yaml')) flaws.push(notYaml(`${path}/${name}`));
    if (isRequired && names.length === 0) flaws.push(missing(`${path}/`));
    if (names.length > FOLDER_ENTRIES_MAX) flaws.push(crowded(path, names.length));
    else paths.push(...names.filter((name) => name.endsWith('.yaml')).map((name) => `${path}/${name}`));
  }
  return { paths: paths.toSorted((a, b) => rankOf(a) - rankOf(b) || byCode(a, b)), flaws };
}

export type PackListing = { readonly paths: readonly string[]; readonly flaws: readonly Flaw[] };

/** The files that every pack has, in the order in which problems are told. */
const FILES = ['pack.yaml', 'places.csv', 'roles.yaml', 'drivers.csv', 'stock.csv', 'channels.yaml'] as const;
const CATALOGUE = 'blueprint/catalogue.yaml';
/** Files that a pack may have. */
const OPTIONAL_FILES = ['planning-rules.yaml', 'disclosure.yaml', 'delivery.yaml'] as const;
/** Folders of YAML files; those marked must hold one or more. */
const FOLDERS = [
  { path: 'assumptions', isRequired: true },
  { path: 'skills/frameworks', isRequired: false },
  { path: 'skills/crosswalks', isRequired: false },
  { path: 'skills/terms', isRequired: false },
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

/** Every folder in which a pack may hold files. */
export const PACK_FOLDERS: readonly string[] = ['', 'blueprint', 'skills', ...FOLDERS.map(({ path }) => path)];

const BLUEPRINT_ENTRIES = ['catalogue.yaml', 'profiles', 'versions', 'statements', 'assurance', 'budget'];
const SKILLS_ENTRIES = ['frameworks', 'crosswalks', 'terms'];
const KNOWN_TOP_FOLDERS = ['assumptions', 'skills', 'blueprint', 'scenarios', 'cases'];

/** Where a file stands in the order in which problems are told. */
export function rankOf(path: string): number {
  const order: readonly string[] = [
    ...FILES,
    ...OPTIONAL_FILES,
    'assumptions/',
    'skills/',
    CATALOGUE,
    'blueprint/',
    'scenarios/',
    'cases/',
  ];
  const rank = order.findIndex((known) => path === known || (known.endsWith('/') && path.startsWith(known)));
  return rank === -1 ? order.length : rank;
}

/** A data file, or a folder nearly named like one of ours, that nothing would read: it would be left out in silence. */
function strangers(folder: string, names: readonly string[], known: readonly string[]): readonly Flaw[] {
  return names
    .filter((name) => !known.includes(name))
    .filter((name) => /\.(ya?ml|csv)$/.test(name) || nearestWord(name, known) !== null)
    .map((name) => ({
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

export function byCode(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
