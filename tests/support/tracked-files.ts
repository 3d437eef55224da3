// The files of the project as they stand on disk: what git tracks, or, in an unpacked archive, what lies there.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export type TrackedFile = { readonly path: string; readonly text: string };

/** The project's own folder. */
export const projectRoot = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Every text file of the project, with `/` in its path, in the order of paths. */
export function trackedFiles(): readonly TrackedFile[] {
  return trackedPaths()
    .filter((path) => existsSync(join(projectRoot, path)) && !isBinary(path))
    .map((path) => ({ path, text: readFileSync(join(projectRoot, path), 'utf8') }));
}

/** The source files that run: TypeScript of `src/` that is no test. */
export function sourceFiles(): readonly TrackedFile[] {
  return trackedFiles().filter(({ path }) => /^src\/.*\.tsx?$/.test(path) && !isTest(path));
}

/** A test, or what only tests are built with. */
export function isTest(path: string): boolean {
  return /\.test(-support)?\.tsx?$/.test(path) || path.startsWith('tests/');
}

export function trackedPaths(): readonly string[] {
  if (!existsSync(join(projectRoot, '.git'))) return walk(projectRoot).toSorted();
  const listed = execFileSync('git', ['ls-files', '-z'], { cwd: projectRoot, encoding: 'utf8' });
  return [...new Set(listed.split('\0').filter((path) => path !== ''))].toSorted();
}

function isBinary(path: string): boolean {
  return /\.(png|jpg|ico|woff2|pdf|xlsx|zip|gz)$/.test(path);
}

function walk(directory: string): string[] {
  return readdirSync(directory)
    .filter((name) => !['node_modules', 'out', '.git'].includes(name))
    .flatMap((name) => {
      const path = join(directory, name);
      return statSync(path).isDirectory() ? walk(path) : [relative(projectRoot, path).replaceAll('\\', '/')];
    });
}
