// Measures the service under load: pages and API at fifty requests a second while the reference pack is optimised.
import { gzipSync } from 'node:zlib';
import type { Benchmark } from './benchmark.ts';
import { atServedNation, pause, type ServedNation } from './served-nation.ts';
import { loadAt } from './steady-load.ts';

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

export function benchService(): Promise<Benchmark> {
  return atServedNation(PEOPLE, measureService);
}

async function measureService(nation: ServedNation): Promise<Benchmark> {
  const { origin, cookies } = nation;
  await askToOptimise(nation);
  const shape = { origin, cookies, perSecond: PER_SECOND, seconds: SECONDS };
  const pages = await loadAt({ ...shape, paths: PAGES });
  const reads = await loadAt({ ...shape, paths: READS });
  const stillRuns = (await nation.newestJob()).state;
  const memoryBytes = await metricOf(origin, 'cadre_memory_bytes');
  const loopSeconds = await metricOf(origin, 'cadre_event_loop_delay_seconds');
  const scriptBytes = await scriptsOf(origin, cookies[0] ?? '');
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
}

/** What each sum of money would do: several programmes one after the other, for minutes. */
async function askToOptimise({ post, newestJob }: ServedNation): Promise<void> {
  await post('/jobs/optimisations', { scenario: 'as-things-stand', aim: {}, frontierPoints: 13 });
  while ((await newestJob()).state !== 'running') await pause(500);
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
