// Holds that heads of the audit are kept outside the store, and that a check meets them.
import assert from 'node:assert/strict';
import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkChain } from '#service';
import { ok } from '#kernel';
import { createMemoryStore } from '#store';
import { exportAuditHeads, keptHeadsIn } from './audit-heads.ts';

const at = '2026-03-02T09:00:00.000Z';

async function storeWith(summaries: readonly string[]) {
  const { store } = createMemoryStore();
  await store.addTenant({ id: 'hamlet', name: 'Hamlet' });
  for (const summary of summaries) {
    await store.inTenant('hamlet', async ({ audit }) => {
      await audit.append({ by: 'test', at, action: 'read', resource: 'member', place: null, summary }, 'member/test');
      return ok(null);
    });
  }
  return store;
}

test('a head that was kept outside shows that the audit was cut or written anew', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cadre-heads-'));
  const file = join(folder, 'deeper', 'audit-heads.jsonl');
  try {
    const store = await storeWith(['One.', 'Two.', 'Three.']);
    const told: number[] = [];
    const order = { store, clock: () => at, file, tell: ({ sequence }: { sequence: number }) => told.push(sequence) };
    const exporting = exportAuditHeads({ ...order, onFault: assert.ifError });
    await exporting.stop();
    assert.deepEqual(told, [3], 'a head that has not moved is written down once');
    assert.equal((await readFile(file, 'utf8')).trim().split('\n').length, 1);
    await appendFile(file, '{"at":"2026-');
    const kept = await keptHeadsIn(file)('hamlet');
    assert.equal(kept.length, 1);
    assert.deepEqual(await keptHeadsIn(file)('another'), []);
    const faultOf = async (summaries: readonly string[]) => {
      const checked = await (
        await storeWith(summaries)
      ).inTenant('hamlet', async (session) => ok(await checkChain(session, 'hamlet', kept)));
      assert.ok(checked.ok);
      return checked.value.fault;
    };
    assert.equal(await faultOf(['One.', 'Two.', 'Three.', 'Four.']), null);
    assert.deepEqual(await faultOf(['One.', 'Two.']), { sequence: 3, what: 'cut off' });
    assert.deepEqual(await faultOf(['One.', 'Other.', 'Three.']), { sequence: 3, what: 'changed' });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
