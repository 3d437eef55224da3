// The store's contract about records: versions that only ever follow one another, and lists by scope.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RecordQuery } from '#service';
import { checkChain } from '#service';
import { checkContents } from '../check-contents.ts';
import { AT, type Bench, codeOf, DEED, doing, DRAFT, put, valueOf } from './bench.test-support.ts';

const ALL: RecordQuery = {
  kind: 'commitment',
  places: null,
  owner: null,
  party: null,
  state: null,
  after: null,
  limit: 99,
};

export function recordsContract(bench: Bench): void {
  const remove = (tenant: string, madeFrom: number) =>
    bench.store().inTenant(tenant, ({ records }) => records.remove('commitment', 'c-1', { madeFrom, deed: DEED }));

  test('a record comes back as plain data with its version and who changed it', async () => {
    const tenant = await bench.freshTenant();
    const body = { z: 1, a: [1e21, 0.1, -0, null, { left: undefined, text: 'ü' }] };
    const kept = valueOf(await put(bench.store(), tenant, { madeFrom: 0, body }));
    const expected = {
      ...DRAFT,
      body: { z: 1, a: [1e21, 0.1, 0, null, { text: 'ü' }] },
      version: 1,
      changedBy: DEED.by,
      changedAt: AT,
      isRemoved: false,
    };
    assert.deepEqual(kept, expected);
    assert.deepEqual(await doing(bench.store(), tenant, ({ records }) => records.get('commitment', 'c-1')), expected);
  });

  test('a new version needs the version before it', async () => {
    const tenant = await bench.freshTenant();
    const store = bench.store();
    assert.equal(codeOf(await put(store, tenant, { madeFrom: 1 })), 'stale');
    assert.equal(valueOf(await put(store, tenant, { madeFrom: 0 })).version, 1);
    assert.equal(codeOf(await put(store, tenant, { madeFrom: 0 })), 'duplicate');
    assert.equal(valueOf(await put(store, tenant, { madeFrom: 1, state: 'agreed' })).version, 2);
    assert.equal(codeOf(await put(store, tenant, { madeFrom: 1 })), 'stale');
    assert.equal(codeOf(await put(store, tenant, { madeFrom: 3 })), 'stale');
    assert.equal((await doing(store, tenant, ({ records }) => records.get('commitment', 'c-1')))?.state, 'agreed');
  });

  test('every version of a record stays, its removal with them, and its id goes on', async () => {
    const tenant = await bench.freshTenant();
    const store = bench.store();
    assert.equal(codeOf(await remove(tenant, 0)), 'not-found');
    valueOf(await put(store, tenant, { madeFrom: 0 }));
    valueOf(await put(store, tenant, { madeFrom: 1, state: 'agreed' }));
    assert.equal(codeOf(await remove(tenant, 1)), 'stale');
    valueOf(await remove(tenant, 2));
    assert.equal(codeOf(await remove(tenant, 3)), 'not-found');
    assert.equal((await doing(store, tenant, ({ records }) => records.get('commitment', 'c-1')))?.isRemoved, true);
    assert.deepEqual(await doing(store, tenant, ({ records }) => records.list(ALL)), []);
    assert.equal(codeOf(await put(store, tenant, { madeFrom: 0 })), 'duplicate');
    valueOf(await put(store, tenant, { madeFrom: 3, state: 'back' }));
    const history = await doing(store, tenant, ({ records }) => records.history('commitment', 'c-1'));
    assert.deepEqual(
      history.map(({ version, state, isRemoved }) => [version, state, isRemoved]),
      [
        [1, 'draft', false],
        [2, 'agreed', false],
        [3, 'agreed', true],
        [4, 'back', false],
      ],
    );
  });

  test('a record that is erased says nothing in any version, and the audit still fits', async () => {
    const tenant = await bench.freshTenant();
    const store = bench.store();
    const erase = (id: string, madeFrom: number) =>
      store.inTenant(tenant, ({ records }) => records.erase('commitment', id, { madeFrom, deed: DEED }));
    assert.equal(codeOf(await erase('c-1', 0)), 'not-found');
    valueOf(await put(store, tenant, { madeFrom: 0 }));
    valueOf(await put(store, tenant, { madeFrom: 1, body: { note: 'more' } }));
    valueOf(await put(store, tenant, { id: 'c-2', madeFrom: 0 }));
    assert.equal(codeOf(await erase('c-1', 1)), 'stale');
    valueOf(await erase('c-1', 2));
    const history = await doing(store, tenant, ({ records }) => records.history('commitment', 'c-1'));
    assert.deepEqual(
      history.map(({ version, body, owner, isRemoved }) => [version, body, owner, isRemoved]),
      [
        [1, null, null, false],
        [2, null, null, false],
        [3, null, null, true],
      ],
    );
    assert.deepEqual(
      (await doing(store, tenant, ({ records }) => records.ofOwner('member-1'))).map(({ id }) => id),
      ['c-2'],
    );
    assert.equal(await doing(store, tenant, checkContents), null);
    assert.equal((await doing(store, tenant, (session) => checkChain(session, tenant, []))).fault, null);
  });

  test('what was removed before is erased too, and an owner’s records are found with those that were removed', async () => {
    const tenant = await bench.freshTenant();
    const store = bench.store();
    valueOf(await put(store, tenant, { madeFrom: 0 }));
    valueOf(await remove(tenant, 1));
    const found = await doing(store, tenant, ({ records }) => records.ofOwner('member-1'));
    assert.deepEqual(
      found.map(({ id, version, isRemoved }) => [id, version, isRemoved]),
      [['c-1', 2, true]],
    );
    valueOf(
      await store.inTenant(tenant, ({ records }) => records.erase('commitment', 'c-1', { madeFrom: 2, deed: DEED })),
    );
    const history = await doing(store, tenant, ({ records }) => records.history('commitment', 'c-1'));
    assert.ok(history.every(({ body, owner }) => body === null && owner === null));
    assert.equal(await doing(store, tenant, checkContents), null);
  });

  test('a list holds what every filter lets through, in order of id and page by page', async () => {
    const tenant = await bench.freshTenant();
    const store = bench.store();
    for (const [id, place, owner, party, state] of [
      ['b', 'north', 'm1', null, 'draft'],
      ['a', 'south', 'm2', 's1', 'draft'],
      ['C', 'north', null, 's1', 'agreed'],
      ['ä', null, 'm1', 's2', 'agreed'],
    ] as const) {
      valueOf(await put(store, tenant, { madeFrom: 0, id, place, owner, party, state }));
    }
    valueOf(await put(store, tenant, { madeFrom: 0, kind: 'evidence', id: 'b' }));
    const ids = async (query: Partial<RecordQuery>) =>
      (await doing(store, tenant, ({ records }) => records.list({ ...ALL, ...query }))).map(({ id }) => id).join();
    assert.equal(await ids({}), 'C,a,b,ä');
    assert.equal(await ids({ places: ['north', 'east'] }), 'C,b');
    assert.equal(await ids({ places: [] }), '');
    assert.equal(await ids({ owner: 'm1' }), 'b,ä');
    assert.equal(await ids({ party: 's1' }), 'C,a');
    assert.equal(await ids({ state: 'agreed', party: 's1' }), 'C');
    assert.equal(await ids({ limit: 2 }), 'C,a');
    assert.equal(await ids({ after: 'a', limit: 1 }), 'b');
    assert.equal(await ids({ after: 'ä' }), '');
  });
}
