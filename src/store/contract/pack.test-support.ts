// The store's contract about packs: files with versions, and two editors who never overwrite each other.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Bench, codeOf, DEED, doing, savePack, valueOf } from './bench.test-support.ts';

export function packContract(bench: Bench): void {
  test('a saved pack comes back file by file, with the version in which each last changed', async () => {
    const tenant = await bench.freshTenant();
    const store = bench.store();
    valueOf(
      await savePack(store, tenant, [
        ['pack.yaml', 'name: a', 0],
        ['stock.csv', 'a,b\n1,2\n', 0],
      ]),
    );
    const head = valueOf(await savePack(store, tenant, [['stock.csv', 'a,b\n1,3\n', 1]]));
    assert.equal(head.version, 2);
    const seen = await doing(store, tenant, async ({ pack }) => [await pack.head(), [...(await pack.files(null))]]);
    assert.deepEqual(seen, [
      head,
      [
        ['pack.yaml', { text: 'name: a', version: 1 }],
        ['stock.csv', { text: 'a,b\n1,3\n', version: 2 }],
      ],
    ]);
  });

  test('earlier versions of a pack stay as they were, removed files with them', async () => {
    const tenant = await bench.freshTenant();
    const store = bench.store();
    valueOf(
      await savePack(store, tenant, [
        ['b', 'first', 0],
        ['a', 'stays', 0],
      ]),
    );
    valueOf(
      await savePack(store, tenant, [
        ['b', null, 1],
        ['c', 'new', 0],
      ]),
    );
    valueOf(await savePack(store, tenant, [['b', 'back', 0]]));
    const textsAt = (version: number | null) =>
      doing(store, tenant, async ({ pack }) =>
        [...(await pack.files(version))].map(([path, { text }]) => `${path}=${text}`),
      );
    assert.deepEqual(await textsAt(0), []);
    assert.deepEqual(await textsAt(1), ['a=stays', 'b=first']);
    assert.deepEqual(await textsAt(2), ['a=stays', 'c=new']);
    assert.deepEqual(await textsAt(3), ['a=stays', 'b=back', 'c=new']);
    assert.deepEqual(await textsAt(null), await textsAt(3));
    assert.deepEqual(await textsAt(4), []);
  });

  test('a change made from an older version of its file is stale, and nothing of it is kept', async () => {
    const tenant = await bench.freshTenant();
    const store = bench.store();
    valueOf(
      await savePack(store, tenant, [
        ['a', '1', 0],
        ['b', '1', 0],
      ]),
    );
    valueOf(await savePack(store, tenant, [['a', '2', 1]]));
    const tries = [
      await savePack(store, tenant, [
        ['b', 'mine', 1],
        ['a', 'mine', 1],
      ]),
      await savePack(store, tenant, [['a', 'mine', 0]]),
      await savePack(store, tenant, [['a', null, 1]]),
      await savePack(store, tenant, [['none', 'mine', 1]]),
    ];
    assert.deepEqual(tries.map(codeOf), ['stale', 'stale', 'stale', 'stale']);
    assert.equal(codeOf(await savePack(store, tenant, [['none', null, 0]])), 'not-found');
    const seen = await doing(store, tenant, async ({ pack }) => [
      (await pack.head()).version,
      (await pack.files(null)).get('b'),
    ]);
    assert.deepEqual(seen, [2, { text: '1', version: 1 }]);
  });

  test('two who change two files do not meet', async () => {
    const tenant = await bench.freshTenant();
    const store = bench.store();
    valueOf(
      await savePack(store, tenant, [
        ['a', '1', 0],
        ['b', '1', 0],
      ]),
    );
    const done = await Promise.all([
      savePack(store, tenant, [['a', '2', 1]]),
      savePack(store, tenant, [['b', '2', 1]]),
    ]);
    assert.deepEqual(done.map(codeOf), ['ok', 'ok']);
    assert.equal((await doing(store, tenant, ({ pack }) => pack.head())).version, 3);
  });

  test('the history of a pack says who changed which files, the newest first', async () => {
    const tenant = await bench.freshTenant();
    const store = bench.store();
    const first = valueOf(
      await savePack(store, tenant, [
        ['b', '1', 0],
        ['a', '1', 0],
      ]),
    );
    const second = valueOf(await savePack(store, tenant, [['b', null, 1]]));
    const { by, at, summary } = DEED;
    const whole = await doing(store, tenant, ({ pack }) => pack.history(9));
    assert.deepEqual(whole, [
      { ...second, by, at, summary, paths: ['b'] },
      { ...first, by, at, summary, paths: ['a', 'b'] },
    ]);
    assert.deepEqual(await doing(store, tenant, ({ pack }) => pack.history(1)), whole.slice(0, 1));
  });
}
