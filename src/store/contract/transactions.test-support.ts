// The store's contract about transactions: all of a piece of work stays, or nothing.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fail, ok, type Problem } from '#kernel';
import { type Bench, codeOf, DEED, doing, DRAFT, JOB, put, valueOf } from './bench.test-support.ts';

const REFUSED: Problem = { code: 'inconsistent', message: 'No.', path: 'x', hint: 'Do not.' };

export function transactionsContract(bench: Bench): void {
  const counts = (tenant: string) =>
    doing(bench.store(), tenant, async (session) => ({
      record: await session.records.get('commitment', 'c-1'),
      job: await session.jobs.get('job-1'),
      part: await session.results.part('key-1', 'part'),
      pack: (await session.pack.head()).version,
      lines: (await session.audit.lines(1, 99)).length,
      head: (await session.audit.head()).sequence,
    }));
  const nothing = { record: null, job: null, part: null, pack: 0, lines: 0, head: 0 };

  test('where the work returns a failure, nothing of it stays', async () => {
    const tenant = await bench.freshTenant();
    const done = await bench.store().inTenant(tenant, async (session) => {
      valueOf(await session.records.put(DRAFT, 0, DEED));
      valueOf(await session.jobs.add(JOB, DEED));
      await session.results.keep('key-1', new Map([['part', 'text']]));
      valueOf(await session.pack.save([{ path: 'a', text: 'b', madeFrom: 0 }], 'h', DEED));
      return fail(REFUSED);
    });
    assert.deepEqual(done, { ok: false, problems: [REFUSED] });
    assert.deepEqual(await counts(tenant), nothing);
  });

  test('where the work throws, nothing of it stays and the same error comes out', async () => {
    const tenant = await bench.freshTenant();
    const broken = new Error('broken on the way');
    await assert.rejects(
      bench.store().inTenant(tenant, async (session) => {
        valueOf(await session.records.put(DRAFT, 0, DEED));
        throw broken;
      }),
      (error) => error === broken,
    );
    assert.deepEqual(await counts(tenant), nothing);
  });

  test('what a refused method was asked leaves nothing where the work goes on', async () => {
    const tenant = await bench.freshTenant();
    const kept = await doing(bench.store(), tenant, async ({ pack }) => {
      const changes = [
        { path: 'new.csv', text: 'x', madeFrom: 0 },
        { path: 'other.csv', text: 'y', madeFrom: 3 },
      ];
      const refused = await pack.save(changes, 'h1', DEED);
      return [codeOf(refused), (await pack.files(null)).size];
    });
    assert.deepEqual(kept, ['stale', 0]);
    assert.equal((await doing(bench.store(), tenant, ({ audit }) => audit.head())).sequence, 0);
  });

  test('work sees what it has changed itself, and others see it once it is done', async () => {
    const tenant = await bench.freshTenant();
    await doing(bench.store(), tenant, async ({ records }) => {
      valueOf(await records.put(DRAFT, 0, DEED));
      assert.equal((await records.get('commitment', 'c-1'))?.version, 1);
      valueOf(await records.put({ ...DRAFT, state: 'agreed' }, 1, DEED));
      assert.equal((await records.history('commitment', 'c-1')).length, 2);
    });
    assert.equal(
      (await doing(bench.store(), tenant, ({ records }) => records.get('commitment', 'c-1')))?.state,
      'agreed',
    );
  });

  test('a transaction within a transaction is a fault of ours and is told at once', async () => {
    const tenant = await bench.freshTenant();
    const nested = bench.store().inTenant(tenant, () => bench.store().inTenant(tenant, async () => ok(null)));
    await assert.rejects(nested, /a transaction starts no other/);
  });

  test('twenty pieces of work at once on one record all count', async () => {
    const tenant = await bench.freshTenant();
    const store = bench.store();
    valueOf(await put(store, tenant, { madeFrom: 0, body: { count: 0 } }));
    const addOne = () =>
      store.inTenant(tenant, async ({ records }) => {
        const { version, body } = (await records.get('commitment', 'c-1')) ?? { version: 0, body: {} };
        const count = typeof body === 'object' && body !== null && 'count' in body ? Number(body.count) : Number.NaN;
        return records.put({ ...DRAFT, body: { count: count + 1 } }, version, DEED);
      });
    const done = await Promise.all(Array.from({ length: 20 }, addOne));
    assert.deepEqual(done.map(codeOf), Array(20).fill('ok'));
    const last = await doing(store, tenant, ({ records }) => records.get('commitment', 'c-1'));
    assert.deepEqual([last?.body, last?.version], [{ count: 20 }, 21]);
  });

  test('twenty editors of one record never overwrite each other: each success is a version, all else is stale', async () => {
    const tenant = await bench.freshTenant();
    const store = bench.store();
    valueOf(await put(store, tenant, { madeFrom: 0, body: {} }));
    const told: string[] = [];
    const editor = async (name: number) => {
      for (let edit = 0; edit < 20; edit++) {
        const seen = await doing(store, tenant, ({ records }) => records.get('commitment', 'c-1'));
        told.push(codeOf(await put(store, tenant, { madeFrom: seen?.version ?? 0, body: { name, edit } })));
      }
    };
    await Promise.all(Array.from({ length: 20 }, (_, name) => editor(name)));
    const history = await doing(store, tenant, ({ records }) => records.history('commitment', 'c-1'));
    const successes = told.filter((code) => code === 'ok').length;
    assert.equal(told.length, 400);
    assert.equal(history.length, 1 + successes);
    assert.equal(told.filter((code) => code === 'stale').length, 400 - successes);
    assert.ok(successes >= 20);
    const bodies = new Set(history.map(({ body }) => JSON.stringify(body)));
    assert.equal(bodies.size, history.length);
  });

  test('a text that cannot be kept is refused in every field, and nothing stays', async () => {
    const tenant = await bench.freshTenant();
    const store = bench.store();
    for (const bad of ['a\0b', 'a\uD800b']) {
      const tries = [
        put(store, tenant, { madeFrom: 0, id: bad }),
        put(store, tenant, { madeFrom: 0, place: bad }),
        put(store, tenant, { madeFrom: 0, body: { list: [{ text: '\uD800' }] } }),
        store.inTenant(tenant, ({ records }) => records.put(DRAFT, 0, { ...DEED, by: bad })),
        store.inTenant(tenant, ({ pack }) => pack.save([{ path: 'a', text: bad, madeFrom: 0 }], 'h', DEED)),
        store.inTenant(tenant, async ({ results }) => ok(await results.keep('k', new Map([['part', bad]])))),
        store.inTenant(tenant, async ({ records }) => ok(await records.get('commitment', bad))),
        store.inTenant(tenant, async ({ jobs }) => ok(await jobs.list({ places: [bad], kind: null, limit: 1 }))),
        store.inTenant(tenant, async ({ audit }) => ok(await audit.append(DEED, bad))),
        store.addTenant({ id: bad, name: 'Bad' }),
      ];
      assert.deepEqual((await Promise.all(tries)).map(codeOf), Array(tries.length).fill('syntax'));
    }
    assert.deepEqual(await counts(tenant), nothing);
  });

  test('hostile texts come back as they went in', async () => {
    const tenant = await bench.freshTenant();
    const store = bench.store();
    const hostile = ["'; drop table records; --", '__proto__', '\u202Egnp.exe', '%_\\', '"', '😀', '$1', ' '];
    for (const text of hostile) {
      const body = { [text]: text, list: [text] };
      valueOf(await put(store, tenant, { madeFrom: 0, kind: text, id: text, place: text, state: text, body }));
      valueOf(await savePack(store, tenant, text));
    }
    for (const text of hostile) {
      const query = { kind: text, places: [text], owner: null, party: null, state: text, after: null, limit: 9 };
      const [found, ...more] = await doing(store, tenant, ({ records }) => records.list(query));
      assert.deepEqual([found?.id, found?.body, more.length], [text, { [text]: text, list: [text] }, 0]);
      assert.equal((await doing(store, tenant, ({ pack }) => pack.files(null))).get(text)?.text, text);
    }
  });
}

function savePack(store: ReturnType<Bench['store']>, tenant: string, text: string) {
  return store.inTenant(tenant, ({ pack }) => pack.save([{ path: text, text, madeFrom: 0 }], text, DEED));
}
