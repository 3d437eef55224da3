// Starts the embedded server, finds one that runs already, and stops it.
import { randomInt } from 'node:crypto';
import { readFile, readlink, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { fail, ok, type Problem, type Result } from '#kernel';
import { type Cluster, run, SUPERUSER } from './cluster.ts';

/** Crash recovery of a large database included. */
const START_SECONDS = 120;
const PAUSE_MS = 50;

export type ServerWish = {
  /** The port that it must listen on; null for any that nobody uses. */
  readonly port: number | null;
  /** Asked again and again while it starts. */
  readonly isWanted: () => boolean;
};

/** A connection to the server as its superuser, to the database of that name; the server is started where none runs. */
export async function reachServer(cluster: Cluster, { port, isWanted }: ServerWish): Promise<Result<Client>> {
  const deadline = Date.now() + START_SECONDS * 1000;
  let told = '';
  do {
    const running = await runningPort(cluster);
    const client = running === null ? null : await connect(cluster, running);
    if (client !== null) return ok(client);
    await forgetDeadServer(cluster);
    const chosen = port ?? somePort();
    // Where another process starts it at the same moment this one fails, and finds the other's in the next round.
    const args = ['start', '-D', cluster.data, '-l', logFile(cluster), '-w', '-t', '60', '-o', `-p ${chosen}`];
    told = (await run(cluster.binaries.pgCtl, args, cluster)) ?? '';
    if (told !== '') await wait(PAUSE_MS);
  } while (isWanted() && Date.now() < deadline);
  return fail(await notStarted(cluster, told));
}

/** Ends it once every transaction under way is rolled back; what was acknowledged is on disk already. */
export async function stopServer(cluster: Cluster): Promise<Result<null>> {
  const told = await run(cluster.binaries.pgCtl, ['stop', '-D', cluster.data, '-m', 'fast', '-w', '-t', '60'], cluster);
  if (told === null) return ok(null);
  const message = `the database in '${cluster.folder}' did not stop: ${told}`;
  return fail({ code: 'stopped', message, path: cluster.folder, hint: 'Look into server.log in its cluster folder.' });
}

/** @returns the port that a running server has written down; null where none has */
export async function runningPort({ data }: Pick<Cluster, 'data'>): Promise<number | null> {
  const lines = (await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  const port = Number(lines[PORT_LINE]);
  return Number.isInteger(port) && port > 0 ? port : null;
}

/** Of the file that PostgreSQL writes, counted from 0. */
const PORT_LINE = 3;

/** A killed server leaves a file that names its process. PostgreSQL starts over it where no process has that number, but
 *  not where the number is another's by now, or where nobody has collected the dead process, as happens in containers. It
 *  guards its files by shared memory as well, which tells apart what still writes to them. */
async function forgetDeadServer({ data }: Cluster): Promise<void> {
  const file = join(data, 'postmaster.pid');
  const pid = Number((await readFile(file, 'utf8').catch(() => '')).split('\n')[0]);
  if (process.platform !== 'linux' || !Number.isInteger(pid) || pid <= 0) return;
  const standsIn = await readlink(`/proc/${pid}/cwd`).catch((error: NodeJS.ErrnoException) => error.code ?? '');
  if (standsIn !== 'EACCES' && standsIn !== 'EPERM' && standsIn !== (await realpath(data))) {
    await rm(file, { force: true });
  }
}

/** @returns null where nobody answers there, or another server does, which refuses the password */
async function connect({ secrets }: Cluster, port: number): Promise<Client | null> {
  const client = new Client({
    host: '127.0.0.1',
    port,
    user: SUPERUSER,
    password: secrets.superuser,
    database: 'postgres',
    application_name: 'cadre launcher',
    connectionTimeoutMillis: 5000,
    keepAlive: true,
  });
  // A connection that breaks tells so by this event too; who holds it hears of its end.
  client.on('error', () => null);
  try {
    await client.connect();
    return client;
  } catch {
    await client.end().catch(() => null);
    return null;
  }
}

/** Of the range that no service is registered in; where another program listens there, the next round takes another. */
function somePort(): number {
  return randomInt(49_152, 65_536);
}

function logFile({ data }: Cluster): string {
  return join(data, 'server.log');
}

async function notStarted(cluster: Cluster, told: string): Promise<Problem> {
  const log = await readFile(logFile(cluster), 'utf8').catch(() => '');
  const last = log.trim().split('\n').slice(-5).join(' | ');
  return {
    code: 'unavailable',
    message: `the database in '${cluster.folder}' did not start within ${START_SECONDS} s: ${told} ${last}`.trim(),
    path: cluster.folder,
    hint: `Look into ${logFile(cluster)}; check room on the disk and whether another program uses its port.`,
  };
}
