// The store's contract about memberships.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Bench, codeOf, DEED, doing, memberOf, valueOf } from './bench.test-support.ts';

export function membersContract(bench: Bench): void {
  test('a member is found by what the login says, with every role that the person has', async () => {
    const tenant = await bench.freshTenant();
    const planner = memberOf(tenant, {});
    const auditor = memberOf(tenant, { id: 'member-0', role: 'auditor', displayName: 'An auditor' });
    const stranger = memberOf(tenant, { id: 'member-2', subject: 'subject-2', supplier: 's-1', role: 'supplier' });
    for (const entry of [planner, auditor, stranger]) {
      assert.deepEqual(valueOf(await bench.store().inTenant(tenant, ({ members }) => members.put(entry, DEED))), entry);
    }
    const seen = await doing(bench.store(), tenant, async ({ members }) => [
      await members.find('https://login.example', 'subject-1'),
      await members.find('https://other.example', 'subject-1'),
      await members.get('member-2'),
      await members.get('member-3'),
      await members.list(),
    ]);
    assert.deepEqual(seen, [[auditor, planner], [], stranger, null, [auditor, planner, stranger]]);
  });

  test('a member who is put again is replaced, and the same membership under another id is a duplicate', async () => {
    const tenant = await bench.freshTenant();
    const put = (change: Parameters<typeof memberOf>[1]) =>
      bench.store().inTenant(tenant, ({ members }) => members.put(memberOf(tenant, change), DEED));
    valueOf(await put({}));
    valueOf(await put({ isDisabled: true }));
    assert.equal(codeOf(await put({ id: 'member-2' })), 'duplicate');
    valueOf(await put({ id: 'member-2', place: 'north' }));
    const entries = await doing(bench.store(), tenant, ({ members }) => members.list());
    assert.deepEqual(
      entries.map(({ id, isDisabled }) => [id, isDisabled]),
      [
        ['member-1', true],
        ['member-2', false],
      ],
    );
  });
}
