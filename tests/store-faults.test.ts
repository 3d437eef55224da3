// Cuts the line to the database at every call of a piece of work, and looks that all of it stays or nothing, once.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ok, type Result } from '#kernel';
import { checkChain, type Deed, type Job, type Store, type StoreSession } from '#service';
import { createPostgresStore } from '#store';
import { type Cut, type CuttingProxy, openCuttingProxy } from './support/cutting-proxy.ts';
import { openTemporaryDatabase, type TemporaryDatabase } from './support/temporary-database.ts';

const AT = '2026-11-22T20:02:48.123Z';
const DEED: Deed = {
  by: 'member-1',
  at: AT,
  action: 'create',
  resource: 'commitment',
  place: null,
  summary: 'Much was changed.',
};
/** Changes of one piece of work, and as many lines of the audit. */
const CHANGES = 4;

let database: TemporaryDatabase;
let proxy: CuttingProxy;
/** By way of the proxy, and past it. */
let [cutStore, wholeStore]: Store[] = [];

before(async () => {
  database = await openTemporaryDatabase();
  proxy = await openCuttingProxy(database.connectionString);
  const owned = await createPostgresStore(database);
  const cut = await createPostgresStore({ connectionString: proxy.connectionString, ownerConnectionString: null });
  assert.ok(owned.ok && cut.ok);
  [cutStore, wholeStore] = [cut.value.store, owned.value.store];
});

after(async () => {
  await cutStore?.close();
  await wholeStore?.close();
  await proxy.close();
  await database.close();
});

for (const when of ['before it is heard', 'before it is answered'] as const) {
  test(`a line that is cut at any call ${when} leaves all of the work or nothing, and sent again it is done once`, async () => {
    const calls = await cutEverywhere(when);
    assert.ok(calls > 20, `a piece of work makes more than ${calls} calls`);
  });
}

/** @returns how many calls the work makes when nothing is cut, each of which was cut once */
async function cutEverywhere(when: Cut['when']): Promise<number> {
  assert.ok(cutStore !== undefined && wholeStore !== undefined);
  for (let call = 1; ; call++) {
    const tenant = `${when.replaceAll(' ', '-')}-${call}`;
    assert.ok((await wholeStore.addTenant({ id: tenant, name: tenant })).ok);
    proxy.arm({ call, when });
    const done = await once(cutStore, tenant);
    const calls = proxy.calls();
    proxy.arm(null);
    const kept = await keptChanges(wholeStore, tenant);
    if (done.ok) assert.equal(kept, CHANGES, `call ${call}: what was acknowledged is there`);
    else {
      assert.equal(done.problems[0]?.code, 'unavailable', `call ${call}`);
      assert.ok(kept === 0 || kept === CHANGES, `call ${call}: ${kept} of ${CHANGES} changes are there`);
      assert.deepEqual(await once(cutStore, tenant), { ok: true, value: 'answer' });
      assert.equal(await keptChanges(wholeStore, tenant), CHANGES, `call ${call}: sent again it is done once`);
    }
    if (calls < call) return calls;
  }
}

/** A request with an idempotency key, as the service does it. */
function once(store: Store, tenant: string): Promise<Result<string>> {
  return store.inTenant(tenant, async (session) => {
    const claim = { member: 'member-1', key: 'key-1', requestHash: 'hash', at: AT };
    const claimed = await session.answers.claim(claim);
    if (claimed.state === 'kept') return ok(claimed.answer.body);
    const changed = await change(session);
    if (!changed.ok) return changed;
    await session.answers.keep(claim, { status: 200, headers: {}, body: 'answer' });
    return ok('answer');
  });
}

async function change({ pack, records, jobs, results, audit }: StoreSession): Promise<Result<null>> {
  const saved = await pack.save([{ path: 'pack.yaml', text: 'name: a', madeFrom: 0 }], 'hash', DEED);
  if (!saved.ok) return saved;
  const draft = { kind: 'commitment', id: 'c-1', place: null, owner: null, party: null, state: 'draft', body: {} };
  const kept = await records.put(draft, 0, DEED);
  if (!kept.ok) return kept;
  const times = { submittedAt: AT, startedAt: null, endedAt: null };
  const asked = { kind: 'plan', place: 'nation', by: 'member-1', request: {}, resultKey: 'key' };
  const job: Job = {
    id: 'job-1',
    state: 'queued',
    step: '',
    shareDone: 0,
    standing: null,
    problems: [],
    ...asked,
    ...times,
  };
  const added = await jobs.add(job, DEED);
  if (!added.ok) return added;
  await results.keep('key', new Map([['part', 'text']]));
  await audit.append(DEED, 'table/stock');
  return ok(null);
}

/** @returns how many of the changes are there, after holding that the audit says the same */
async function keptChanges(store: Store, tenant: string): Promise<number> {
  const seen = await store.inTenant(tenant, async (session) => {
    const there = [
      (await session.pack.head()).version > 0,
      (await session.records.get('commitment', 'c-1')) !== null,
      (await session.jobs.get('job-1')) !== null,
      (await session.results.part('key', 'part')) !== null,
    ];
    const { head, fault } = await checkChain(session, tenant, []);
    return ok({ kept: there.filter(Boolean).length, lines: head.sequence, fault });
  });
  assert.ok(seen.ok);
  assert.equal(seen.value.fault, null);
  assert.equal(seen.value.lines, seen.value.kept, 'the audit has a line for each change and no other');
  return seen.value.kept;
}
