// The dependency rule as code: the arrows that ARCHITECTURE.md lists, and what breaks them.
import { dirname, posix } from 'node:path';
import { importsOf } from './source-text.ts';
import { isTest, type TrackedFile } from './tracked-files.ts';

/** Which folders each folder may import, in the order of the list. */
export type Arrows = ReadonlyMap<string, readonly string[]>;

/** The folders that must run anywhere, and the packages that do so too. */
export const PURE_FOLDERS = [
  'kernel',
  'workforce',
  'blueprint',
  'engine',
  'optimiser',
  'history',
  'pathways',
  'delivery',
  'disclosure',
  'planning',
  'service',
];
const PURE_PACKAGES = ['zod', '@noble/hashes'];

/** Reads the fenced block `arrows` of ARCHITECTURE.md. */
export function readArrows(document: string): Arrows {
  const block = /```arrows\n([\s\S]*?)```/.exec(document)?.[1] ?? '';
  const lines = block.split('\n').filter((line) => line.includes('→'));
  return new Map(
    lines.map((line) => {
      const [from = '', to = ''] = line.split('→');
      return [
        from.trim(),
        to
          .split(',')
          .map((folder) => folder.trim())
          .filter((folder) => folder !== ''),
      ];
    }),
  );
}

/** Arrows that do not lead to a folder listed earlier: going up, sideways to a later one, or nowhere. */
export function arrowsNotDownward(arrows: Arrows): readonly string[] {
  const seen = new Set<string>();
  return [...arrows].flatMap(([from, targets]) => {
    const wrong = targets.filter((to) => !seen.has(to)).map((to) => `${from} → ${to}: not a floor beneath`);
    seen.add(from);
    return wrong;
  });
}

/** Every import that the rule does not allow, told as file, line, rule and next step. */
export function brokenImports(files: readonly TrackedFile[], arrows: Arrows): readonly string[] {
  return files.flatMap((file) => {
    const folder = folderOf(file.path);
    if (folder === null) return [];
    return importsOf(file.text).flatMap(({ specifier, line }) => {
      const fault = faultOf({ file, folder, specifier, arrows });
      return fault === null ? [] : [`${file.path}:${line}: imports '${specifier}'; ${fault}`];
    });
  });
}

/** Files that import each other in a circle, or lie between two such circles. What two files share belongs in a third. */
export function filesInCircles(files: readonly TrackedFile[]): readonly string[] {
  const left = new Map(files.map(({ path, text }) => [path, localImports(path, text)]));
  for (;;) {
    const targets = new Set([...left.values()].flat());
    const ends = [...left].filter(([path, to]) => !targets.has(path) || !to.some((target) => left.has(target)));
    if (ends.length === 0) return [...left.keys()];
    for (const [path] of ends) left.delete(path);
  }
}

function localImports(path: string, text: string): readonly string[] {
  const local = importsOf(text).filter(({ specifier }) => specifier.startsWith('.'));
  return local.map(({ specifier }) => posix.join(dirname(path), specifier));
}

/** The arrows that imports of the running source really take. */
export function arrowsTaken(files: readonly TrackedFile[]): ReadonlySet<string> {
  const taken = files.flatMap((file) =>
    importsOf(file.text)
      .filter(({ specifier }) => specifier.startsWith('#') || specifier.startsWith('.'))
      .map(({ specifier }) => `${folderOf(file.path)} → ${targetFolder(file.path, specifier)}`),
  );
  return new Set(taken);
}

type Step = {
  readonly file: TrackedFile;
  readonly folder: string;
  readonly specifier: string;
  readonly arrows: Arrows;
};

function faultOf({ file, folder, specifier, arrows }: Step): string | null {
  const target = targetFolder(file.path, specifier);
  if (target === folder)
    return specifier.startsWith('#') && !isTest(file.path) ? 'inside a folder, import the file itself' : null;
  if (target !== null) {
    const goesPastDoor = !/^#[a-z]+$/.test(specifier);
    if (goesPastDoor && folder !== 'main') return `a folder has one door: import it as '#${target}'`;
    if (isTest(file.path) || arrows.get(folder)?.includes(target)) return null;
    return `ARCHITECTURE.md has no arrow ${folder} → ${target}: turn the dependency round or go through a port`;
  }
  if (isTest(file.path) || !PURE_FOLDERS.includes(folder) || specifier.startsWith('.')) return null;
  if (PURE_PACKAGES.some((name) => specifier === name || specifier.startsWith(`${name}/`))) return null;
  return `${folder}/ is pure: take what you need as an argument or through a port`;
}

function targetFolder(path: string, specifier: string): string | null {
  if (specifier.startsWith('#')) return /^#([a-z]+)/.exec(specifier)?.[1] ?? null;
  return specifier.startsWith('.') ? folderOf(posix.join(dirname(path), specifier)) : null;
}

function folderOf(path: string): string | null {
  return /^src\/([a-z-]+)\//.exec(path)?.[1] ?? null;
}
