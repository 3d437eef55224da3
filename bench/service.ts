// Measures the service under load: pages and API at fifty requests a second while the reference pack is optimised.
import { spawn, type ChildProcess } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import { ok } from '#kernel';
import { createPostgresStore, openEmbedded } from '#store';
import type { Benchmark } from './benchmark.ts';
import { loadAt } from './steady-load.ts';

const ROOT = join(import.meta.dirname, '..');
const PER_SECOND = 50;
const SECONDS = 20;
/** As many people as stay below the bound on one person's requests. */
const PEOPLE = 60;
const PLAN = '/scenarios/as-things-stand/plan';
const PAGES = [
  '/',
  '/projections',
  '/workforce',
  '/blueprint',
  '/assumptions',
  '/scenarios',
  '/help',
  '/audit',
  '/delivery',
  '/people',
];
const READS = ['/places', '/assumptions', '/jobs', PLAN, `${PLAN}/overview`, '/pack/versions'].map(
  (path) => `/api/v1${path}`,
);

export async function benchService(): Promise<Benchmark> {
  const folder = await mkdtemp(join(tmpdir(), 'cadre-bench-'));
  const server = spawn(join(ROOT, 'cadre'), ['serve', '--port', '0'], {
    cwd: ROOT,
    env: { ...process.env, CADRE_DATA_DIR: folder, CADRE_LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const origin = await addressOf(server);
    const cookies = await signPeopleIn(folder);
    const [first = ''] = cookies;
    await firstPlan({ origin, cookie: first });
    await askToOptimise({ origin, cookie: first });
    const shape = { origin, cookies, perSecond: PER_SECOND, seconds: SECONDS };
    const pages = await loadAt({ ...shape, paths: PAGES });
    const reads = await loadAt({ ...shape, paths: READS });
    const stillRuns = await jobState({ origin, cookie: first });
    const memoryBytes = await metricOf(origin, 'cadre_memory_bytes');
    const loopSeconds = await metricOf(origin, 'cadre_event_loop_delay_seconds');
    const scriptBytes = await scriptsOf(origin, first);
    const isSound = pages.failures === 0 && reads.failures === 0;
    return {
      id: 'service',
      title: `Pages and API at ${PER_SECOND} requests a second while the reference pack is optimised`,
      isSound,
      figures: [
        { label: 'pages, 95th percentile', value: pages.p95Ms, unit: 'ms', goal: 'at most 300' },
        { label: 'API reads, 95th percentile', value: reads.p95Ms, unit: 'ms', goal: 'at most 150' },
        {
          label: 'delay of the event loop, 99th percentile',
          value: loopSeconds * 1000,
          unit: 'ms',
          goal: 'at most 50',
        },
        { label: 'memory of the server', value: memoryBytes / 1e6, unit: 'MB', goal: 'under 600' },
        { label: 'scripts of the first page, gzipped', value: scriptBytes / 1e3, unit: 'KB', goal: 'at most 150' },
      ],
      runs: { pages, reads, optimisationAfterwards: stillRuns },
    };
  } finally {
    server.kill('SIGTERM');
    if (server.exitCode === null) await once(server, 'exit');
    await rm(folder, { recursive: true, force: true });
  }
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
async function signPeopleIn(folder: string): Promise<readonly string[]> {
  const database = await openEmbedded(folder);
  if (!database.ok) throw new Error(database.problems[0]?.message);
  const opened = await createPostgresStore({ ...database.value, ownerConnectionString: null });
  if (!opened.ok) throw new Error(opened.problems[0]?.message);
  const { store, sessions } = opened.value;
  const [tenant] = await store.tenants();
  if (tenant === undefined) throw new Error('there is no tenant');
  const secrets = Array.from({ length: PEOPLE }, () => randomBytes(32).toString('base64url'));
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

type Asking = { readonly origin: string; readonly cookie: string };

/** A new service asks for its first plan by itself; pages and API tell of it. */
async function firstPlan(asking: Asking): Promise<void> {
  while ((await jobState(asking)) !== 'done') await new Promise((resolve) => setTimeout(resolve, 500));
}

/** What each sum of money would do: several programmes one after the other, for minutes. */
async function askToOptimise({ origin, cookie }: Asking): Promise<void> {
  const asked = await fetch(`${origin}/api/v1/jobs/optimisations`, {
    method: 'POST',
    headers: { cookie, 'x-csrf-token': MASKED, 'content-type': 'application/json' },
    body: JSON.stringify({ scenario: 'as-things-stand', aim: {}, frontierPoints: 13 }),
  });
  if (asked.status !== 202) throw new Error(`the optimisation was refused: ${await asked.text()}`);
  while ((await jobState({ origin, cookie })) !== 'running') await new Promise((resolve) => setTimeout(resolve, 500));
}

const jobs = z.object({ items: z.array(z.object({ state: z.string() })) });

async function jobState({ origin, cookie }: Asking): Promise<string> {
  const answer = await fetch(`${origin}/api/v1/jobs`, { headers: { cookie } });
  return jobs.parse(await answer.json()).items[0]?.state ?? '';
}

async function metricOf(origin: string, name: string): Promise<number> {
  const text = await (await fetch(`${origin}/metrics`)).text();
  return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]);
}

async function scriptsOf(origin: string, cookie: string): Promise<number> {
  const page = await (await fetch(`${origin}/`, { headers: { cookie } })).text();
  const sources = [...page.matchAll(/<script[^>]* src="([^"]+)"/g)].map(([, source = '']) => source);
  const texts = await Promise.all(sources.map(async (source) => (await fetch(`${origin}${source}`)).text()));
  return texts.reduce((sum, text) => sum + gzipSync(text).length, 0);
}
