// Writes two records in one transaction again and again, and afterwards holds that pairs are whole and none is lost.
import assert from 'node:assert/strict';
import { ok, type Result } from '#kernel';
import { type Deed, type Store, walkAudit } from '#service';

const DEED: Deed = {
  by: 'member-1',
  at: '2026-11-22T20:02:48.123Z',
  action: 'create',
  resource: 'commitment',
  place: null,
  summary: 'A pair was written.',
};

/** The two records of a pair; either is of no use without the other. */
const KINDS = ['commitment', 'evidence'] as const;

/** Writes the pair of an id, both or neither. */
export function writePair(store: Store, tenant: string, id: string): Promise<Result<string>> {
  return store.inTenant(tenant, async ({ records }) => {
    for (const kind of KINDS) {
      const draft = { kind, id, place: null, owner: null, party: null, state: 'draft', body: { id } };
      const kept = await records.put(draft, 0, DEED);
      if (!kept.ok) return kept;
    }
    return ok(id);
  });
}

/** Holds every invariant: what was acknowledged is there, nothing is half there, and the audit says the same.
 *  @returns how many pairs there are */
export async function assertPairsWhole(store: Store, tenant: string, acknowledged: readonly string[]): Promise<number> {
  const seen = await store.inTenant(tenant, async ({ records, audit }) => {
    const all = { places: null, owner: null, party: null, state: null, after: null, limit: 1_000_000 };
    const [commitments, evidence] = [
      await records.list({ ...all, kind: KINDS[0] }),
      await records.list({ ...all, kind: KINDS[1] }),
    ];
    const [lines, head] = [await audit.lines(1, 1_000_000), await audit.head()];
    return ok({ commitments, evidence, lines, head });
  });
  assert.ok(seen.ok, 'the store answers again');
  const { commitments, evidence, lines, head } = seen.value;
  const ids = new Set(commitments.map(({ id }) => id));
  assert.deepEqual(
    acknowledged.filter((id) => !ids.has(id)),
    [],
    'an acknowledged write is lost',
  );
  assert.deepEqual(
    evidence.map(({ id }) => id),
    commitments.map(({ id }) => id),
    'a pair is half there',
  );
  const walk = walkAudit(tenant, []);
  assert.deepEqual([walk.follow(lines), walk.finish(head)], [null, null], 'the chain of the audit is broken');
  assert.equal(lines.length, KINDS.length * ids.size, 'the audit has a line for each write and no other');
  return ids.size;
}
