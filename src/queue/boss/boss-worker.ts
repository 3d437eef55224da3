// A worker on pg-boss: takes whole jobs one at a time, and chunks of anybody's projections beside them.
import type { PgBoss } from 'pg-boss';
import { z } from 'zod';
import { ok } from '#kernel';
import type { Store } from '#service';
import type { Simulator, StopSignal } from '#planning';
import { runJob, type WorkerWorld } from '../run-job.ts';
import { doChunk, type ChunkRunner } from '../fan-out/chunk-work.ts';
import { createFanOutSimulator } from '../fan-out/fan-out-simulator.ts';
import { CHUNKS, JOBS, openBoss, type QueueAddress } from './boss.ts';

export type WorkerTerms = Omit<WorkerWorld, 'simulatorFor'> & {
  readonly address: QueueAddress;
  /** Projects on the threads of this machine. */
  readonly local: Simulator;
  readonly runChunk: ChunkRunner;
  /** Chunks at a time. */
  readonly threads: number;
};

export type BossWorker = {
  /** Takes nothing more, hands back what is running, and ends. */
  close(): Promise<void>;
};

const jobData = z.object({ tenant: z.string(), id: z.string() });
const chunkData = z.object({ tenant: z.string(), key: z.string(), index: z.number().int() });

/** How often it is looked for work. */
const POLL = { batchSize: 1, pollingIntervalSeconds: 0.5 } as const;
/** How often jobs are looked for that were recorded and never announced. */
const SWEEP_MS = 30_000;
/** What is running is given this long to hear that it is to stop. */
const STOP_MS = 8000;

/** Joins the workers of a database. */
export async function openWorker(terms: WorkerTerms): Promise<BossWorker> {
  const boss = await openBoss(terms.address, 'worker', terms.onFault);
  const stopping = { aborted: false };
  const world: WorkerWorld = { ...terms, simulatorFor: (name) => simulatorFor(terms, boss, name) };
  await boss.work(JOBS, POLL, async ([job]) => {
    const name = jobData.parse(job?.data);
    if (!(await runJob(world, name, stopping))) throw new Error('handed back: this worker ends');
  });
  await boss.work(CHUNKS, { ...POLL, localConcurrency: terms.threads }, async ([job]) => {
    await doChunk({ store: terms.store, runChunk: terms.runChunk }, chunkData.parse(job?.data));
  });
  const sweep = () => announceForgotten(boss, terms.store, stopping).catch(terms.onFault);
  await sweep();
  const timer = setInterval(() => void sweep(), SWEEP_MS);
  return {
    async close() {
      stopping.aborted = true;
      clearInterval(timer);
      await boss.stop({ graceful: true, timeout: STOP_MS });
    },
  };
}

/** Spreads chunks where other workers live, and keeps to this machine's threads where none does. */
function simulatorFor(
  { store, local }: WorkerTerms,
  boss: PgBoss,
  { tenant, id }: { readonly tenant: string; readonly id: string },
): Simulator {
  const send = async (key: string, index: number): Promise<void> => {
    await boss.send(CHUNKS, { tenant, key, index }, { singletonKey: `${tenant}/${key}/${index}` });
  };
  const spread = createFanOutSimulator({ store, tenant, job: id, send });
  return {
    async project(model, request, control) {
      const workers = (await boss.getInstances()).filter(({ live, name }) => live && name === 'worker');
      return (workers.length > 1 ? spread : local).project(model, request, control);
    },
  };
}

/** A server that is killed between recording a job and announcing it leaves one that nobody knows of. */
async function announceForgotten(boss: PgBoss, store: Store, stopping: StopSignal): Promise<void> {
  if (stopping.aborted) return;
  for (const { id: tenant } of await store.tenants()) {
    const jobs = await store.inTenant(tenant, async (session) =>
      ok(await session.jobs.list({ places: null, kind: null, limit: 100 })),
    );
    if (!jobs.ok) continue;
    const open = jobs.value.filter(({ state }) => state === 'queued' || state === 'running').toReversed();
    // In the turn that each would have had when it was announced.
    for (const [index, { id }] of open.entries()) {
      await boss.send(JOBS, { tenant, id }, { singletonKey: `${tenant}/${id}`, priority: -1 - index });
    }
  }
}
