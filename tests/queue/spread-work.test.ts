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

const TENANT = 'nation';
const clock = () => new Date().toISOString();

describe('work that is spread', { timeout: 300_000 }, () => {
  let database: TemporaryDatabase;
  let store: Store;
  let queue: ServiceQueue;
  let whole: WholePack;
  const children = new Set<ChildProcess>();

  before(async () => {
    database = await openTemporaryDatabase();
    const opened = await createPostgresStore(database);
    assert.ok(opened.ok);
    store = opened.value.store;
    const reading = await readWholePack(join(projectRoot, 'packs/england'));
    assert.ok(reading.ok);
    whole = reading.value;
    const { pack, files } = whole;
    await store.addTenant({ id: TENANT, name: TENANT });
    const saved = await store.inTenant(TENANT, (session) =>
      session.pack.save(
        [...files].map(([path, text]) => ({ path, text, madeFrom: 0 })),
        pack.hash,
        { by: 'test', at: clock(), action: 'create', resource: 'workforce', place: null, summary: 'For a test.' },
      ),
    );
    assert.ok(saved.ok);
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

  const startWorker = async (kind: string): Promise<ChildProcess> => {
    const child = fork(join(import.meta.dirname, 'worker-process.ts'), [database.connectionString, kind], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    children.add(child);
    await new Promise((resolve) => child.once('message', resolve));
    return child;
  };
  const submit = async (kind: string): Promise<Job> => {
    const id = `${kind}-${Math.floor(performance.now() * 1000)}`;
    const job: Job = {
      id,
      kind,
      state: 'queued',
      step: '',
      shareDone: 0,
      standing: null,
      place: whole.pack.system.places[0]?.code ?? '',
      by: 'test',
      submittedAt: clock(),
      startedAt: null,
      endedAt: null,
      request: { packVersion: 1, ask: null },
      resultKey: id,
      problems: [],
    };
    const deed = { by: 'test', at: clock(), action: 'run', resource: 'plan', place: null, summary: 'A test.' } as const;
    const added = await store.inTenant(TENANT, ({ jobs }) => jobs.add(job, deed));
    assert.ok(added.ok);
    await queue.announce(TENANT, job);
    return job;
  };
  const until = async (id: string, test: (job: Job) => boolean): Promise<Job> => {
    for (;;) {
      const job = await store.inTenant(TENANT, async ({ jobs }) => ok(await jobs.get(id)));
      assert.ok(job.ok && job.value !== null);
      if (test(job.value)) return job.value;
      await wait(50);
    }
  };
  const end = async (child: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
    const exit = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await exit;
    children.delete(child);
  };

  test('a projection on two worker processes gives the bytes of one thread', async () => {
    const workers = [await startWorker('projection'), await startWorker('projection')];
    const job = await submit('projection');
    const done = await until(job.id, ({ endedAt }) => endedAt !== null);
    assert.deepEqual([done.state, done.problems], ['done', []]);
    const result = await store.inTenant(TENANT, async ({ results }) => ok(await results.part(job.resultKey, 'head')));
    assert.deepEqual(result, ok(await projectionHash(publishPack(whole.pack), createInlineSimulator())));
    for (const worker of workers) await end(worker, 'SIGKILL');
  });

  test('a job that is stopped frees its worker for the next', async () => {
    const worker = await startWorker('waiting');
    const job = await submit('waiting');
    await until(job.id, ({ state, step }) => state === 'running' && step === 'Waiting');
    await store.inTenant(TENANT, async ({ jobs }) =>
      ok(await jobs.move(job.id, { state: 'cancelled', endedAt: clock() })),
    );
    const next = await submit('waiting');
    await until(next.id, ({ state }) => state === 'running');
    await store.inTenant(TENANT, async ({ jobs }) =>
      ok(await jobs.move(next.id, { state: 'cancelled', endedAt: clock() })),
    );
    await end(worker, 'SIGKILL');
  });

  test('the work of a killed worker is taken up by another within thirty seconds', async () => {
    const doomed = await startWorker('waiting');
    const job = await submit('waiting');
    await until(job.id, ({ step }) => step === 'Waiting');
    const heir = await startWorker('waiting');
    await end(doomed, 'SIGKILL');
    const killed = performance.now();
    await store.inTenant(TENANT, async ({ jobs }) => ok(await jobs.move(job.id, { step: 'nobody has it' })));
    await until(job.id, ({ step }) => step === 'Waiting');
    const tookMs = performance.now() - killed;
    assert.ok(tookMs < 30_000, `taken up after ${tookMs} ms`);
    await end(heir, 'SIGKILL');
  });
});
