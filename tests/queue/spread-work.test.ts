// Holds the queue on a real PostgreSQL: chunks spread over processes, killed workers, stops, and fair turns.
import assert from 'node:assert/strict';
import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { ok } from '#kernel';
import { readWholePack, type WholePack } from '#pack';
import { publishPack } from '#planning';
import { openQueue, type ServiceQueue } from '#queue';
import type { Job, Store } from '#service';
import { createPostgresStore } from '#store';
import { createInlineSimulator } from '#workers';
import { openTemporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';
import { projectRoot } from '../support/tracked-files.ts';
import { projectionHash } from './test-works.ts';

/** Only what is spread needs a nation; all else is of a hamlet, which is read at once. */
const NATION = 'nation';
const SMALL = ['many', 'few'] as const;

/** What takes many seconds even for a hamlet, so that a stop meets it at work. */
const LONG_WORK = [
  ['plan', { scenario: 'as-things-stand', mode: 'exact', seed: 1, samples: 4096, asOf: '2026-10' }],
  [
    'optimise',
    {
      scenario: 'as-things-stand',
      asOf: '2026-10',
      seed: 1,
      samples: 4096,
      futures: 64,
      frontierPoints: 13,
      chosenPoint: null,
      aim: { budget: null, targetShare: null, risk: null, without: [] },
    },
  ],
] as const;

const clock = () => new Date().toISOString();

describe('work that is spread', { timeout: 600_000 }, () => {
  let database: TemporaryDatabase;
  let store: Store;
  let queue: ServiceQueue;
  let whole: WholePack;
  let jobs = 0;
  const children = new Set<ChildProcess>();

  before(async () => {
    database = await openTemporaryDatabase();
    const opened = await createPostgresStore(database);
    assert.ok(opened.ok);
    store = opened.value.store;
    whole = await addTenant(NATION, 'england');
    for (const tenant of SMALL) await addTenant(tenant, 'hamlet');
    queue = await openQueue({
      address: database,
      store,
      onFault: (fault) => {
        throw fault;
      },
    });
  });
  after(async () => {
    for (const child of children) child.kill('SIGKILL');
    await queue.close();
    await store.close();
    await database.close();
  });

  const addTenant = async (tenant: string, name: string): Promise<WholePack> => {
    const reading = await readWholePack(join(projectRoot, 'packs', name));
    assert.ok(reading.ok);
    const { pack, files } = reading.value;
    await store.addTenant({ id: tenant, name: tenant });
    const saved = await store.inTenant(tenant, (session) =>
      session.pack.save(
        [...files].map(([path, text]) => ({ path, text, madeFrom: 0 })),
        pack.hash,
        { by: 'test', at: clock(), action: 'create', resource: 'workforce', place: null, summary: 'For a test.' },
      ),
    );
    assert.ok(saved.ok);
    return reading.value;
  };
  const startWorker = async (): Promise<ChildProcess> => {
    const child = fork(join(import.meta.dirname, 'worker-process.ts'), [database.connectionString], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    children.add(child);
    await new Promise((resolve) => child.once('message', resolve));
    return child;
  };
  const submit = async (kind: string, { tenant = SMALL[0], ask = null }: Terms = {}): Promise<Asked> => {
    const id = `${kind}-${(jobs += 1)}`;
    const job: Job = {
      id,
      kind,
      state: 'queued',
      step: '',
      shareDone: 0,
      standing: null,
      place: 'somewhere',
      by: 'test',
      submittedAt: clock(),
      startedAt: null,
      endedAt: null,
      request: { packHash: whole.pack.hash, packVersion: 1, ask },
      resultKey: id,
      problems: [],
    };
    const deed = { by: 'test', at: clock(), action: 'run', resource: 'plan', place: null, summary: 'A test.' } as const;
    const added = await store.inTenant(tenant, (session) => session.jobs.add(job, deed));
    assert.ok(added.ok);
    await queue.announce(tenant, job);
    return { tenant, id };
  };
  const read = async ({ tenant, id }: Asked): Promise<Job> => {
    const job = await store.inTenant(tenant, async (session) => ok(await session.jobs.get(id)));
    assert.ok(job.ok && job.value !== null);
    return job.value;
  };
  const until = async (asked: Asked, isSo: (job: Job) => boolean): Promise<Job> => {
    for (;;) {
      const job = await read(asked);
      if (isSo(job)) return job;
      await wait(50);
    }
  };
  /** Stops a job as the service does. */
  const cancel = async ({ tenant, id }: Asked): Promise<void> => {
    const change = { state: 'cancelled', endedAt: clock() } as const;
    const moved = await store.inTenant(tenant, async (session) => ok(await session.jobs.move(id, change)));
    assert.ok(moved.ok && moved.value !== null, `${id} has ended before it was stopped`);
  };
  const resultOf = async ({ tenant, id }: Asked): Promise<string | null> => {
    const parts = await store.inTenant(tenant, async ({ results }) => ok(await results.part(id, 'head')));
    assert.ok(parts.ok);
    return parts.value;
  };
  const end = async (child: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
    const exit = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await exit;
    children.delete(child);
  };

  test('a projection on two worker processes gives the bytes of one thread', async () => {
    const workers = [await startWorker(), await startWorker()];
    const asked = await submit('projection', { tenant: NATION });
    const done = await until(asked, ({ endedAt }) => endedAt !== null);
    assert.deepEqual([done.state, done.problems], ['done', []]);
    assert.equal(await resultOf(asked), await projectionHash(publishPack(whole.pack), createInlineSimulator()));
    for (const worker of workers) await end(worker, 'SIGKILL');
  });

  test('a job that is stopped frees its worker for the next', async () => {
    const worker = await startWorker();
    const asked = await submit('waiting');
    await until(asked, ({ state, step }) => state === 'running' && step === 'Waiting');
    await cancel(asked);
    const next = await submit('waiting');
    await until(next, ({ state }) => state === 'running');
    await cancel(next);
    await end(worker, 'SIGKILL');
  });

  for (const [kind, ask] of LONG_WORK) {
    test(`work of the kind ${kind} that is stopped while it reckons ends there, keeps nothing, and frees its worker`, async () => {
      const worker = await startWorker();
      const asked = await submit(kind, { ask });
      const under = await until(asked, ({ endedAt, shareDone }) => endedAt !== null || shareDone > 0);
      assert.deepEqual([under.state, under.problems], ['running', []]);
      const next = await submit('waiting');
      await cancel(asked);
      await until(next, ({ state }) => state === 'running');
      const { state, shareDone, problems } = await read(asked);
      assert.deepEqual([state, problems], ['cancelled', []]);
      assert.ok(shareDone < 1);
      const kept = await store.inTenant(asked.tenant, async ({ results }) => ok(await results.names(asked.id)));
      assert.deepEqual(kept, ok([]));
      await cancel(next);
      await end(worker, 'SIGKILL');
    });
  }

  test('a tenant with one job does not wait behind the second of another, however many that has', async () => {
    const [, few] = SMALL;
    const waiting = new Map([
      ['first of many', await submit('waiting')],
      ['second of many', await submit('waiting')],
      ['third of many', await submit('waiting')],
      ['only of few', await submit('waiting', { tenant: few })],
    ]);
    const worker = await startWorker();
    const order: string[] = [];
    while (waiting.size > 0) {
      for (const [name, asked] of waiting) {
        if ((await read(asked)).state !== 'running') continue;
        order.push(name);
        waiting.delete(name);
        await cancel(asked);
      }
      await wait(50);
    }
    assert.deepEqual(order, ['first of many', 'only of few', 'second of many', 'third of many']);
    await end(worker, 'SIGKILL');
  });

  test('the work of a killed worker is taken up by another within thirty seconds', async () => {
    const doomed = await startWorker();
    const asked = await submit('waiting');
    await until(asked, ({ step }) => step === 'Waiting');
    const heir = await startWorker();
    await end(doomed, 'SIGKILL');
    const killed = performance.now();
    await store.inTenant(asked.tenant, async (session) =>
      ok(await session.jobs.move(asked.id, { step: 'nobody has it' })),
    );
    await until(asked, ({ step }) => step === 'Waiting');
    const tookMs = performance.now() - killed;
    assert.ok(tookMs < 30_000, `taken up after ${tookMs} ms`);
    await end(heir, 'SIGKILL');
  });
});

/** A job, and whose it is. */
type Asked = { readonly tenant: string; readonly id: string };
type Terms = { readonly tenant?: string; readonly ask?: unknown };
