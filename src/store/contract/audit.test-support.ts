// The store's contract about the audit: one line per change, in the same transaction, sealed to the line before.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { walkAudit } from '#service';
import { checkContents } from '../check-contents.ts';
import { type Bench, DEED, doing, DRAFT, JOB, memberOf, put, savePack, valueOf } from './bench.test-support.ts';

export function auditContract(bench: Bench): void {
  test('every change adds exactly one line that names what was changed, and a refused one adds none', async () => {
    const tenant = await bench.freshTenant();
    const store = bench.store();
    valueOf(await put(store, tenant, { madeFrom: 0 }));
    await put(store, tenant, { madeFrom: 0 });
    await put(store, tenant, { madeFrom: 7 });
    valueOf(await savePack(store, tenant, [['stock.csv', '1', 0]]));
    await savePack(store, tenant, [['stock.csv', '1', 0]]);
    valueOf(
      await savePack(store, tenant, [
        ['stock.csv', '2', 1],
        ['roles.yaml', '1', 0],
      ]),
    );
    await doing(store, tenant, async ({ jobs, members, records, results, audit }) => {
      valueOf(await jobs.add(JOB, DEED));
      await jobs.move('job-1', { state: 'running' });
      valueOf(await members.put(memberOf(tenant, {}), DEED));
      valueOf(await records.remove(DRAFT.kind, DRAFT.id, { madeFrom: 1, deed: DEED }));
      await results.keep('key-1', new Map([['a', 'b']]));
      await audit.append({ ...DEED, action: 'export', summary: 'A table was taken out.' }, 'table/stock');
    });
    const lines = await doing(store, tenant, ({ audit }) => audit.lines(1, 99));
    assert.deepEqual(
      lines.map(({ sequence, subject }) => `${sequence} ${subject}`),
      [
        '1 record/commitment/c-1',
        '2 pack/stock.csv',
        '3 pack/version/2',
        '4 job/job-1',
        '5 member/member-1',
        '6 record/commitment/c-1',
        '7 table/stock',
      ],
    );
    assert.deepEqual(
      lines.map(({ contentHash }) => contentHash !== null),
      [true, true, true, true, true, true, false],
    );
    const { sequence, subject, contentHash, hash, ...deed } = lines[0] ?? {
      sequence: 0,
      subject: '',
      contentHash: '',
      hash: '',
    };
    assert.deepEqual(deed, DEED);
    assert.match(
      `${sequence} ${subject} ${contentHash} ${hash}`,
      /^1 record\/commitment\/c-1 [0-9a-f]{64} [0-9a-f]{64}$/,
    );
  });

  test('what is kept is what the audit says, through versions, removals, replacements and jobs that moved on', async () => {
    const tenant = await bench.freshTenant();
    const store = bench.store();
    valueOf(await savePack(store, tenant, [['b', '1', 0]]));
    valueOf(
      await savePack(store, tenant, [
        ['b', '2', 1],
        ['a', '1', 0],
      ]),
    );
    valueOf(await savePack(store, tenant, [['b', null, 2]]));
    for (const [madeFrom, id] of [
      [0, 'a/b'],
      [0, 'c-1'],
      [1, 'a/b'],
    ] as const) {
      valueOf(await put(store, tenant, { madeFrom, id, body: { madeFrom } }));
    }
    await doing(store, tenant, async (session) => {
      valueOf(await session.records.remove('commitment', 'a/b', { madeFrom: 2, deed: DEED }));
      await session.audit.append(DEED, 'record/commitment/a/b');
      valueOf(await session.records.put({ ...DRAFT, id: 'a/b' }, 3, DEED));
      valueOf(await session.jobs.add(JOB, DEED));
      await session.jobs.move('job-1', { state: 'done', shareDone: 1 });
      valueOf(await session.members.put(memberOf(tenant, {}), DEED));
      valueOf(await session.members.put(memberOf(tenant, { isDisabled: true, displayName: 'Erased' }), DEED));
    });
    assert.equal(await doing(store, tenant, checkContents), null);
  });

  test('the chain of the audit holds, and its head is that of its last line', async () => {
    const tenant = await bench.freshTenant();
    const store = bench.store();
    for (let madeFrom = 0; madeFrom < 5; madeFrom++) valueOf(await put(store, tenant, { madeFrom }));
    const { lines, head } = await doing(store, tenant, async ({ audit }) => ({
      lines: [...(await audit.lines(1, 2)), ...(await audit.lines(3, 99))],
      head: await audit.head(),
    }));
    assert.equal(lines.length, 5);
    const walk = walkAudit(tenant, [{ sequence: 3, hash: lines[2]?.hash ?? '' }]);
    assert.equal(walk.follow(lines), null);
    assert.equal(walk.finish(head), null);
  });

  test('lines of changes that meet have no hole and no double', async () => {
    const tenant = await bench.freshTenant();
    const store = bench.store();
    const ids = Array.from({ length: 16 }, (_, index) => `c-${index}`);
    await Promise.all(ids.map(async (id) => valueOf(await put(store, tenant, { madeFrom: 0, id }))));
    const { lines, head } = await doing(store, tenant, async ({ audit }) => ({
      lines: await audit.lines(1, 99),
      head: await audit.head(),
    }));
    const walk = walkAudit(tenant, []);
    assert.deepEqual([lines.length, walk.follow(lines), walk.finish(head)], [16, null, null]);
  });
}
