// The store's contract about tenants and sessions: who is there, and that nobody sees anybody else.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ok } from '#kernel';
import { AT, type Bench, codeOf, DEED, doing, JOB, memberOf, put, savePack, valueOf } from './bench.test-support.ts';

export function tenantsContract(bench: Bench): void {
  test('a tenant is added once, and listed with its name', async () => {
    const tenant = await bench.freshTenant();
    assert.equal(codeOf(await bench.store().addTenant({ id: tenant, name: 'Again' })), 'duplicate');
    const listed = (await bench.store().tenants()).filter(({ id }) => id === tenant);
    assert.equal(listed.length, 1);
    assert.notEqual(listed[0]?.name, 'Again');
  });

  test('a tenant that is not there is told so, and its work is never begun', async () => {
    let begun = 0;
    const done = await bench.store().inTenant('nobody', async () => {
      begun += 1;
      return ok(null);
    });
    assert.equal(codeOf(done), 'not-found');
    assert.equal(begun, 0);
  });

  test('a new tenant has an empty pack at version 0 and an empty audit', async () => {
    const seen = await doing(bench.store(), await bench.freshTenant(), async ({ pack, audit }) => ({
      head: await pack.head(),
      files: [...(await pack.files(null))],
      lines: await audit.lines(1, 10),
      sequence: (await audit.head()).sequence,
    }));
    assert.deepEqual(seen, { head: { version: 0, hash: '' }, files: [], lines: [], sequence: 0 });
  });

  test('one tenant sees nothing of another, under the same ids', async () => {
    const [one, other] = [await bench.freshTenant(), await bench.freshTenant()];
    const store = bench.store();
    valueOf(await put(store, one, { madeFrom: 0 }));
    valueOf(await savePack(store, one, [['pack.yaml', 'name: one', 0]]));
    await doing(store, one, async ({ jobs, members, results, answers }) => {
      valueOf(await jobs.add(JOB, DEED));
      valueOf(await members.put(memberOf(one, {}), DEED));
      await results.keep('key-1', new Map([['part', 'text']]));
      await answers.claim({ member: 'member-1', key: 'k', requestHash: 'h', at: AT });
    });
    const seen = await doing(store, other, async (session) => [
      await session.records.get('commitment', 'c-1'),
      (
        await session.records.list({
          kind: 'commitment',
          places: null,
          owner: null,
          party: null,
          state: null,
          after: null,
          limit: 9,
        })
      ).length,
      (await session.records.history('commitment', 'c-1')).length,
      (await session.pack.files(null)).size,
      (await session.pack.files(1)).size,
      (await session.pack.history(9)).length,
      await session.jobs.get('job-1'),
      await session.jobs.move('job-1', { state: 'running' }),
      (await session.jobs.list({ places: null, kind: null, limit: 9 })).length,
      await session.members.get('member-1'),
      (await session.members.list()).length,
      (await session.members.find('https://login.example', 'subject-1')).length,
      await session.results.part('key-1', 'part'),
      (await session.audit.lines(1, 9)).length,
      (await session.answers.claim({ member: 'member-1', key: 'k', requestHash: 'h', at: AT })).state,
    ]);
    assert.deepEqual(seen, [null, 0, 0, 0, 0, 0, null, null, 0, null, 0, 0, null, 0, 'fresh']);
    assert.equal(valueOf(await put(store, other, { madeFrom: 0 })).version, 1);
    assert.equal((await doing(store, one, ({ jobs }) => jobs.get('job-1')))?.state, 'queued');
  });

  test('a session is found by the hash of its secret until it is removed', async () => {
    const tenant = await bench.freshTenant();
    const sessions = bench.sessions();
    const entry = { secretHash: `hash-of-${tenant}`, tenant, member: 'm', csrfToken: 'c', createdAt: AT, usedAt: AT };
    assert.equal(await sessions.get(entry.secretHash), null);
    await sessions.put(entry);
    assert.deepEqual(await sessions.get(entry.secretHash), entry);
    const later = '2026-11-22T20:10:00.000Z';
    await sessions.touch(entry.secretHash, later);
    assert.equal((await sessions.get(entry.secretHash))?.usedAt, later);
    await sessions.remove(entry.secretHash);
    assert.equal(await sessions.get(entry.secretHash), null);
    await sessions.touch(entry.secretHash, later);
    assert.equal(await sessions.get(entry.secretHash), null);
  });

  test('the sessions of one member are found and removed, and nobody else’s', async () => {
    const tenant = await bench.freshTenant();
    const sessions = bench.sessions();
    for (const [hash, member] of Object.entries({ one: 'm', two: 'm', three: 'n' })) {
      await sessions.put({
        secretHash: `${tenant}-${hash}`,
        tenant,
        member,
        csrfToken: 'c',
        createdAt: AT,
        usedAt: AT,
      });
    }
    assert.equal((await sessions.listOf(tenant, 'm')).length, 2);
    await sessions.removeOf(tenant, 'm');
    assert.deepEqual(await sessions.listOf(tenant, 'm'), []);
    assert.equal((await sessions.listOf(tenant, 'n')).length, 1);
    await sessions.removeOf(tenant, 'n');
  });

  test('a purge removes the sessions that were last used before an instant, and says how many', async () => {
    const tenant = await bench.freshTenant();
    const sessions = bench.sessions();
    const used = ['2001-01-01T00:00:00.000Z', '2001-01-01T00:00:00.001Z', '2001-01-02T00:00:00.000Z'];
    for (const [index, usedAt] of used.entries()) {
      await sessions.put({
        secretHash: `${tenant}-${index}`,
        tenant,
        member: 'm',
        csrfToken: 'c',
        createdAt: AT,
        usedAt,
      });
    }
    assert.equal(await sessions.purge('2001-01-02T00:00:00.000Z'), 2);
    assert.equal(await sessions.get(`${tenant}-1`), null);
    assert.equal((await sessions.get(`${tenant}-2`))?.usedAt, used[2]);
    await sessions.remove(`${tenant}-2`);
  });
}
