// A service of the reference pack on a database of its own, with people signed in: what every measurement of it starts from.
import { spawn, type ChildProcess } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { ok } from '#kernel';
import { createPostgresStore, openEmbedded } from '#store';

const ROOT = join(import.meta.dirname, '..');

/** A service that runs, and the people who are signed in to it. */
export type ServedNation = {
  readonly origin: string;
  /** One for each person, as a request carries it. */
  readonly cookies: readonly string[];
  /** Sends a change through the API as the first person; throws where it is not taken. */
  readonly post: (path: string, body: unknown) => Promise<unknown>;
  /** Reads of the API, each as the next person. */
  readonly get: (path: string) => Promise<unknown>;
  /** The newest job, whoever asked for it. */
  readonly newestJob: () => Promise<JobSeen>;
};

const job = z.object({
  id: z.string(),
  kind: z.string(),
  state: z.string(),
  step: z.string(),
  startedAt: z.string().nullable(),
});
export type JobSeen = z.infer<typeof job>;
export const readJob = (given: unknown): JobSeen => job.parse(given);
const jobs = z.object({ items: z.array(job) });

/** Waits for the first plan, which a new service asks for by itself, and stops the service when the work is done. */
export async function atServedNation<T>(people: number, work: (nation: ServedNation) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'cadre-bench-'));
  const server = spawn(join(ROOT, 'cadre'), ['serve', '--port', '0'], {
    cwd: ROOT,
    env: { ...process.env, CADRE_DATA_DIR: folder, CADRE_LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const origin = await addressOf(server);
    const nation = servedNation(origin, await signPeopleIn(folder, people));
    while ((await nation.newestJob()).state !== 'done') await pause(500);
    return await work(nation);
  } finally {
    server.kill('SIGTERM');
    if (server.exitCode === null) await once(server, 'exit');
    await rm(folder, { recursive: true, force: true });
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function servedNation(origin: string, cookies: readonly string[]): ServedNation {
  const [first = ''] = cookies;
  let reads = 0;
  const get = async (path: string): Promise<unknown> => {
    reads += 1;
    const cookie = cookies[reads % cookies.length] ?? '';
    return (await fetch(`${origin}/api/v1${path}`, { headers: { cookie } })).json();
  };
  return {
    origin,
    cookies,
    get,
    async post(path, body) {
      const asked = await fetch(`${origin}/api/v1${path}`, {
        method: 'POST',
        headers: { cookie: first, 'x-csrf-token': MASKED, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      if (!asked.ok) throw new Error(`${path} was refused: ${await asked.text()}`);
      return asked.json();
    },
    async newestJob() {
      const [newest] = jobs.parse(await get('/jobs')).items;
      if (newest === undefined) throw new Error('there is no job');
      return newest;
    },
  };
}

function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    server.once('exit', () => reject(new Error('the server ended')));
    server.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const [, found] = /Cadre serves (http:\S+)/.exec(said) ?? [];
      if (found !== undefined) resolve(found);
    });
  });
}

/** Puts people and their sessions straight into the database that the server uses. */
async function signPeopleIn(folder: string, people: number): Promise<readonly string[]> {
  const database = await openEmbedded(folder);
  if (!database.ok) throw new Error(database.problems[0]?.message);
  const opened = await createPostgresStore({ ...database.value, ownerConnectionString: null });
  if (!opened.ok) throw new Error(opened.problems[0]?.message);
  const { store, sessions } = opened.value;
  const [tenant] = await store.tenants();
  if (tenant === undefined) throw new Error('there is no tenant');
  const secrets = Array.from({ length: people }, () => randomBytes(32).toString('base64url'));
  const at = new Date().toISOString();
  const deed = {
    by: 'bench',
    at,
    action: 'create',
    resource: 'member',
    place: null,
    summary: 'For a benchmark.',
  } as const;
  await store.inTenant(tenant.id, async ({ members }) => {
    const planner = (await members.list()).find(({ role }) => role === 'national-planner');
    if (planner === undefined) throw new Error('there is no national planner');
    for (const [index] of secrets.entries()) {
      const kept = await members.put({ ...planner, id: `bench-${index}`, subject: `bench-${index}` }, deed);
      if (!kept.ok) return kept;
    }
    return ok(null);
  });
  for (const [index, secret] of secrets.entries()) {
    const secretHash = createHash('sha256').update(secret).digest('hex');
    const session = { secretHash, tenant: tenant.id, member: `bench-${index}`, csrfToken: TOKEN };
    await sessions.put({ ...session, createdAt: at, usedAt: at });
  }
  await store.close();
  await database.value.stop();
  return secrets.map((secret) => `cadre-session=${secret}`);
}

const TOKEN = Buffer.alloc(32, 1).toString('base64url');
const MASKED = Buffer.concat([Buffer.alloc(32), Buffer.alloc(32, 1)]).toString('base64url');
