// The files of the embedded server: made once, whole or not at all, with passwords that nobody chose.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { appendFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { fail, ok, type Problem, type Result } from '#kernel';
import type { Binaries } from './binaries.ts';
import { handOver, type ServerUser } from './server-user.ts';

/** What the launcher works with throughout. */
export type Cluster = {
  readonly folder: string;
  /** PostgreSQL's own data directory. */
  readonly data: string;
  readonly binaries: Binaries;
  readonly user: ServerUser;
  readonly secrets: Secrets;
};

const SECRETS = z.strictObject({ superuser: z.string(), owner: z.string(), app: z.string() });
/** Passwords by role, 192 bits each; they lie in a file that only the server's user and root may read. */
export type Secrets = z.infer<typeof SECRETS>;

const SECRETS_FILE = 'cadre-passwords.json';
/** The release whose files these binaries read. */
const MAJOR_VERSION = '18';
export const SUPERUSER = 'postgres';

/** Finds the cluster in the folder, or makes it there. */
export async function openCluster(folder: string, binaries: Binaries, user: ServerUser): Promise<Result<Cluster>> {
  const data = join(folder, 'cluster');
  const version = await readFile(join(data, 'PG_VERSION'), 'utf8').catch(() => null);
  if (version === null) {
    const made = await makeCluster({ folder, data, binaries, user });
    if (!made.ok) return made;
  } else if (version.trim() !== MAJOR_VERSION) {
    return fail(otherRelease(data, version.trim()));
  }
  const secrets = SECRETS.parse(JSON.parse(await readFile(join(data, SECRETS_FILE), 'utf8')));
  return ok({ folder, data, binaries, user, secrets });
}

type Place = Omit<Cluster, 'secrets'>;

/** Everything is made beside its place and then moved there: a kill on the way leaves nothing that looks whole, and of two
 *  processes that do so at once one wins and the other takes what the first made. */
async function makeCluster({ folder, data, binaries, user }: Place): Promise<Result<null>> {
  const workshop = join(folder, `new-${process.pid}-${randomBytes(4).toString('hex')}`);
  const fresh = join(workshop, 'cluster');
  const passwordFile = join(workshop, 'password');
  const secrets: Secrets = { superuser: newPassword(), owner: newPassword(), app: newPassword() };
  try {
    await mkdir(workshop, { recursive: true, mode: 0o711 });
    await handOver(workshop, user);
    await writeFile(passwordFile, secrets.superuser, { mode: 0o600 });
    await handOver(passwordFile, user);
    const told = await run(binaries.initdb, initArguments(fresh, passwordFile), { binaries, user });
    if (told !== null) return fail(notMade(folder, told));
    await appendFile(
      join(fresh, 'postgresql.conf'),
      `${SETTINGS}${process.platform === 'linux' ? QUICK_RECOVERY : ''}`,
    );
    await writeFile(join(fresh, SECRETS_FILE), JSON.stringify(secrets), { mode: 0o600 });
    await handOver(join(fresh, SECRETS_FILE), user);
    await rename(fresh, data).catch(() => null);
    return ok(null);
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}

function newPassword(): string {
  return randomBytes(24).toString('base64url');
}

/** The built-in locale compares texts the same way on every machine. */
function initArguments(data: string, passwordFile: string): readonly string[] {
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--locale=C.UTF-8'];
  const login = ['--auth=scram-sha-256', `--username=${SUPERUSER}`, `--pwfile=${passwordFile}`];
  return ['-D', data, ...login, ...locale, '--data-checksums', '--no-instructions'];
}

/** Loopback alone and with a password; nothing that people wrote goes into the log with a failed statement. */
const SETTINGS = `
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
password_encryption = 'scram-sha-256'
max_connections = 100
fsync = on
full_page_writes = on
synchronous_commit = on
log_min_error_statement = panic
log_error_verbosity = terse
log_checkpoints = off
`;

/** After a crash one call brings the files to disk, which Linux does for a whole file system, and not one for each file. */
const QUICK_RECOVERY = "recovery_init_sync_method = 'syncfs'\n";

/** Runs one of the programs. @returns what it said where it failed, null where it did what it was asked */
export function run(
  program: string,
  args: readonly string[],
  { binaries, user }: Pick<Cluster, 'binaries' | 'user'>,
): Promise<string | null> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      ...user.credentials,
      cwd: '/',
      env: binaries.env,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let told = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      told = (told + text).slice(-2000);
    });
    child.on('error', (error) => resolve(error.message));
    // The server itself may hold on to the pipe, so the end of the program counts and not that of its output.
    child.on('exit', (code) => resolve(code === 0 ? null : told.trim() || `it ended with code ${code}`));
  });
}

function notMade(folder: string, told: string): Problem {
  return {
    code: 'not-writable',
    message: `the database could not be made in '${folder}': ${told}`,
    path: folder,
    hint: /look up effective user/.test(told)
      ? 'PostgreSQL runs only as a user who is in the list of users of the machine: start as one who is, add a line for this number to /etc/passwd, or name a PostgreSQL of yours in DATABASE_URL.'
      : 'Check the room on the disk and the rights of the folder, then start again; nothing half-made was left.',
  };
}

function otherRelease(data: string, version: string): Problem {
  return {
    code: 'inconsistent',
    message: `'${data}' was made by PostgreSQL ${version}; this program brings PostgreSQL ${MAJOR_VERSION}`,
    path: data,
    hint: 'Start the program that made it, take a backup, and restore that into a new data folder.',
  };
}
