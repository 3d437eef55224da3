// The store's contract about long work and what it found.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Problem } from '#kernel';
import type { Job } from '#service';
import { AT, type Bench, codeOf, DEED, doing, JOB, valueOf } from './bench.test-support.ts';

export function jobsContract(bench: Bench): void {
  const withJob = async (change: Partial<Job>) => {
    const tenant = await bench.freshTenant();
    valueOf(await bench.store().inTenant(tenant, ({ jobs }) => jobs.add({ ...JOB, ...change }, DEED)));
    return tenant;
  };

  test('a job is added once and comes back whole', async () => {
    const tenant = await withJob({});
    assert.equal(codeOf(await bench.store().inTenant(tenant, ({ jobs }) => jobs.add(JOB, DEED))), 'duplicate');
    assert.deepEqual(await doing(bench.store(), tenant, ({ jobs }) => jobs.get('job-1')), JOB);
    assert.equal(await doing(bench.store(), tenant, ({ jobs }) => jobs.get('job-2')), null);
  });

  test('a job moves on by what is given and keeps the rest', async () => {
    const tenant = await withJob({});
    const { store } = bench;
    const standing = { objectiveGbp: 17_237_000_000, boundGbp: 17_189_000_000.5, relativeGap: 0.0028 };
    const change = { state: 'running', step: 'projecting', shareDone: 0.25, standing, startedAt: AT } as const;
    const moved = await doing(store(), tenant, ({ jobs }) => jobs.move('job-1', change));
    assert.deepEqual(moved, { ...JOB, ...change });
    const again = await doing(store(), tenant, ({ jobs }) => jobs.move('job-1', { shareDone: 0.5 }));
    assert.deepEqual(again, { ...JOB, ...change, shareDone: 0.5 });
    assert.deepEqual(await doing(store(), tenant, ({ jobs }) => jobs.get('job-1')), again);
  });

  test('the mark of a tenant is another one after each change and each step of work, and else the same', async () => {
    const tenant = await bench.freshTenant();
    const mark = () => doing(bench.store(), tenant, (session) => session.mark());
    const marks = [await mark()];
    valueOf(await bench.store().inTenant(tenant, ({ jobs }) => jobs.add(JOB, DEED)));
    marks.push(await mark());
    for (const change of [
      { state: 'running' },
      { shareDone: 0.5 },
      { step: 'on' },
      { standing: { objectiveGbp: 2, boundGbp: 1, relativeGap: 0.5 } },
      { state: 'done', endedAt: AT },
    ] as const) {
      await doing(bench.store(), tenant, ({ jobs }) => jobs.move(JOB.id, change));
      marks.push(await mark());
    }
    assert.equal(new Set(marks).size, marks.length);
    assert.equal(await mark(), marks.at(-1));
  });

  test('a job that has ended does not change again', async () => {
    const problem: Problem = { code: 'infeasible', message: 'No plan.', path: 'plan', hint: 'Ask for less.' };
    for (const state of ['done', 'failed', 'cancelled'] as const) {
      const tenant = await withJob({ state: 'running' });
      const change = { state, endedAt: AT, problems: state === 'failed' ? [problem] : [] };
      const ended = await doing(bench.store(), tenant, ({ jobs }) => jobs.move('job-1', change));
      assert.deepEqual([ended?.state, ended?.problems], [state, change.problems]);
      assert.equal(await doing(bench.store(), tenant, ({ jobs }) => jobs.move('job-1', { state: 'running' })), null);
      assert.deepEqual(await doing(bench.store(), tenant, ({ jobs }) => jobs.get('job-1')), ended);
    }
  });

  test('jobs are listed by place, the newest first', async () => {
    const tenant = await withJob({ submittedAt: '2026-01-01T00:00:00.000Z' });
    const later = [
      { id: 'job-3', place: 'south', submittedAt: '2026-01-03T00:00:00.000Z' },
      { id: 'job-2', place: 'north', submittedAt: '2026-01-02T00:00:00.000Z' },
      { id: 'job-0', place: 'north', submittedAt: '2026-01-02T00:00:00.000Z' },
    ];
    for (const change of later) {
      valueOf(await bench.store().inTenant(tenant, ({ jobs }) => jobs.add({ ...JOB, ...change }, DEED)));
    }
    const ids = async (places: readonly string[] | null, limit: number) =>
      (await doing(bench.store(), tenant, ({ jobs }) => jobs.list({ places, kind: null, limit })))
        .map(({ id }) => id)
        .join();
    assert.equal(await ids(null, 9), 'job-3,job-0,job-2,job-1');
    assert.equal(await ids(['north'], 2), 'job-0,job-2');
    assert.equal(await ids([], 9), '');
  });

  test('results are kept in parts until their key is removed', async () => {
    const tenant = await bench.freshTenant();
    const store = bench.store();
    await doing(store, tenant, async ({ results }) => {
      await results.keep(
        'k',
        new Map([
          ['b', 'second'],
          ['a', 'first'],
        ]),
      );
      await results.keep('k', new Map([['c', 'x'.repeat(300_000)]]));
      await results.keep('other', new Map([['a', 'another']]));
      await results.keep('k', new Map([['a', 'first again']]));
    });
    const seen = () =>
      doing(store, tenant, async ({ results }) => [
        await results.names('k'),
        await results.part('k', 'a'),
        (await results.part('k', 'c'))?.length,
        await results.part('k', 'd'),
        await results.part('other', 'a'),
      ]);
    assert.deepEqual(await seen(), [['a', 'b', 'c'], 'first again', 300_000, null, 'another']);
    await doing(store, tenant, ({ results }) => results.remove('k'));
    assert.deepEqual(await seen(), [[], null, undefined, null, 'another']);
  });
}
