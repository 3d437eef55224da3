// The embedded database: one server per data folder, shared by every process that opens it, stopped by the last of them.
import { chmod, mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Client } from 'pg';
import { fail, ok, type Problem, type Result } from '#kernel';
import { APP_ROLE, OWNER_ROLE } from '../postgres/roles.ts';
import { findBinaries } from './binaries.ts';
import { type Cluster, openCluster } from './cluster.ts';
import { DATABASE, prepareDatabase } from './prepare-database.ts';
import { reachServer, runningPort, type ServerWish, stopServer } from './server.ts';
import { reachProblem, serverUser } from './server-user.ts';

export type EmbeddedDatabase = {
  /** For the service: a role that owns nothing and is held to one tenant at a time. */
  readonly connectionString: string;
  /** For migrations and backups: the role that owns the tables. */
  readonly ownerConnectionString: string;
  /** Gives it up; the last process that does so stops the server. */
  stop(): Promise<Result<null>>;
};

/** Opens the database in a data folder: makes it there the first time, starts its server, or takes the one that runs,
 *  also where whoever started it is gone. A server that dies is started again on the same port until `stop` is called. */
export async function openEmbedded(folder: string): Promise<Result<EmbeddedDatabase>> {
  const found = await findCluster(resolve(folder));
  if (!found.ok) return found;
  const cluster = found.value;
  let isOpen = true;
  const first = await attend(cluster, { port: null, isWanted: () => isOpen });
  if (!first.ok) return first;
  const { port } = first.value;
  let { keeper } = first.value;
  let attending = Promise.resolve();
  const watch = () =>
    keeper.once('end', () => {
      if (isOpen) attending = attendAgain();
    });
  const attendAgain = async (): Promise<void> => {
    const again = await attend(cluster, { port, isWanted: () => isOpen });
    if (again.ok) {
      ({ keeper } = again.value);
      watch();
    } else if (isOpen) {
      await wait(RESTART_PAUSE_MS);
      await attendAgain();
    }
  };
  watch();
  const address = (role: string, password: string) => `postgres://${role}:${password}@127.0.0.1:${port}/${DATABASE}`;
  return ok({
    connectionString: address(APP_ROLE, cluster.secrets.app),
    ownerConnectionString: address(OWNER_ROLE, cluster.secrets.owner),
    async stop() {
      if (!isOpen) return ok(null);
      isOpen = false;
      await attending;
      return leave(cluster, keeper);
    },
  });
}

const RESTART_PAUSE_MS = 500;

async function findCluster(folder: string): Promise<Result<Cluster>> {
  const user = serverUser();
  // Only the folder itself is closed to others: those above it are usual ones, or the server's user could not pass.
  await mkdir(dirname(folder), { recursive: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const problem = await reachProblem(folder, user);
  if (problem !== null) return fail(problem);
  // Started as root, the server's user passes through this folder and sees nothing of it but what is its own.
  if (user.credentials.uid !== undefined) await chmod(folder, 0o711);
  const binaries = await findBinaries(folder, user);
  return binaries.ok ? openCluster(folder, binaries.value, user) : binaries;
}

/** Everyone who uses the server holds this lock, shared, on a connection of its own: who is killed lets go of it. */
const USERS_LOCK = 4_216_001;

async function attend(
  cluster: Cluster,
  wish: ServerWish,
): Promise<Result<{ readonly keeper: Client; readonly port: number }>> {
  const deadline = Date.now() + ATTEND_MS;
  for (;;) {
    const reached = await reachServer(cluster, wish);
    if (!reached.ok) return reached;
    try {
      await reached.value.query('select pg_advisory_lock_shared($1)', [USERS_LOCK]);
      await prepareDatabase(reached.value, cluster.secrets);
      return ok({ keeper: reached.value, port: (await runningPort(cluster)) ?? 0 });
    } catch (error) {
      // The last user before us was just stopping it: the next round starts it again.
      await reached.value.end().catch(() => null);
      if (Date.now() > deadline) return fail(notReady(cluster, error));
    }
  }
}

const ATTEND_MS = 60_000;

function notReady({ folder }: Cluster, error: unknown): Problem {
  const told = error instanceof Error ? error.message : String(error);
  return {
    code: 'unavailable',
    message: `the database in '${folder}' runs and cannot be made ready: ${told}`,
    path: folder,
    hint: 'Look into server.log in its cluster folder.',
  };
}

/** @returns once the server has stopped, or another process goes on with it */
async function leave(cluster: Cluster, keeper: Client): Promise<Result<null>> {
  let isLast = false;
  try {
    await keeper.query('select pg_advisory_unlock_shared($1)', [USERS_LOCK]);
    const { rows } = await keeper.query<{ last: boolean }>('select pg_try_advisory_lock($1) as last', [USERS_LOCK]);
    isLast = rows[0]?.last === true;
  } catch {
    // The server is gone already, and with it what there was to stop.
    return ok(null);
  }
  const stopped = isLast ? await stopServer(cluster) : ok(null);
  await keeper.end().catch(() => null);
  return stopped;
}
