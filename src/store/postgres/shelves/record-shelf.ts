// Records in PostgreSQL: every version in one table that only grows, the newest of each in another for lists.
import { fail, ok } from '#kernel';
import type { RecordShelf, StoredRecord } from '#service';
import { auditedErasure, auditedRecord } from '../../audited-change.ts';
import { plainData, plainText } from '../../plain-data.ts';
import { versionProblem } from '../../record-version.ts';
import { notFound } from '../../refusals.ts';
import type { TenantTransaction } from '../tenant-transaction.ts';

export function postgresRecords(transaction: TenantTransaction): RecordShelf {
  const newest = async (kind: string, id: string): Promise<StoredRecord | null> =>
    (await versions(transaction)
      .where('kind', '=', kind)
      .where('id', '=', id)
      .orderBy('version', 'desc')
      .limit(1)
      .executeTakeFirst()) ?? null;
  return {
    get: newest,
    list: (query) => newestOf(transaction, query).execute(),
    ofOwner: (owner) =>
      newestVersions(transaction)
        .where('newest.owner', '=', owner)
        .orderBy('newest.kind')
        .orderBy('newest.id')
        .execute(),
    async put(draft, madeFrom, deed) {
      await transaction.lock();
      const { kind, id, place, owner, party, state } = draft;
      const found = (await newest(kind, id))?.version ?? 0;
      const problem = versionProblem(`${kind}/${id}`, { seen: madeFrom, found });
      if (problem !== null) return fail(problem);
      const body = plainData(draft.body);
      const stamp = { version: found + 1, changedBy: deed.by, changedAt: deed.at, isRemoved: false };
      const record = { kind, id, place, owner, party, state, body, ...stamp };
      await keepVersion(transaction, record);
      await transaction.record(deed, auditedRecord(kind, id, record));
      return ok(record);
    },
    async remove(kind, id, { madeFrom, deed }) {
      await transaction.lock();
      const last = await newest(kind, id);
      if (last === null || last.isRemoved) return fail(notFound(`${kind}/${id}`));
      const problem = versionProblem(`${kind}/${id}`, { seen: madeFrom, found: last.version });
      if (problem !== null) return fail(problem);
      const stamp = { version: last.version + 1, changedBy: deed.by, changedAt: deed.at, isRemoved: true };
      await keepVersion(transaction, { ...last, ...stamp });
      await transaction.record(deed, auditedRecord(kind, id, null));
      return ok(null);
    },
    erase: eraserOn(transaction, newest),
    history: (kind, id) =>
      versions(transaction).where('kind', '=', kind).where('id', '=', id).orderBy('version').execute(),
  };
}

/** Adds the removal as a version of its own, and blanks all there are. */
function eraserOn(
  transaction: TenantTransaction,
  newest: (kind: string, id: string) => Promise<StoredRecord | null>,
): RecordShelf['erase'] {
  const { tables, tenantId } = transaction;
  return async (kind, id, { madeFrom, deed }) => {
    await transaction.lock();
    const last = await newest(kind, id);
    if (last === null) return fail(notFound(`${kind}/${id}`));
    const problem = versionProblem(`${kind}/${id}`, { seen: madeFrom, found: last.version });
    if (problem !== null) return fail(problem);
    const stamp = { version: last.version + 1, changedBy: deed.by, changedAt: deed.at, isRemoved: true };
    await keepVersion(transaction, { ...last, ...stamp, body: null, owner: null });
    await tables
      .updateTable('recordVersions')
      .set({ body: plainText(null), owner: null })
      .where('tenantId', '=', tenantId)
      .where('kind', '=', kind)
      .where('id', '=', id)
      .execute();
    await transaction.record(deed, auditedErasure(kind, id));
    return ok(null);
  };
}

const VERSION_COLUMNS = [
  'kind',
  'id',
  'place',
  'owner',
  'party',
  'state',
  'body',
  'version',
  'changedBy',
  'changedAt',
  'isRemoved',
] as const;

function versions({ tables, tenantId }: TenantTransaction) {
  return tables.selectFrom('recordVersions').select(VERSION_COLUMNS).where('tenantId', '=', tenantId);
}

function newestVersions({ tables, tenantId }: TenantTransaction) {
  return tables
    .selectFrom('records as newest')
    .innerJoin('recordVersions as record', (join) =>
      join
        .onRef('record.tenantId', '=', 'newest.tenantId')
        .onRef('record.kind', '=', 'newest.kind')
        .onRef('record.id', '=', 'newest.id')
        .onRef('record.version', '=', 'newest.version'),
    )
    .select(VERSION_COLUMNS.map((column) => `record.${column}` as const))
    .where('newest.tenantId', '=', tenantId);
}

function newestOf(
  transaction: TenantTransaction,
  { kind, places, owner, party, state, after, limit }: Parameters<RecordShelf['list']>[0],
) {
  let query = newestVersions(transaction)
    .where('newest.kind', '=', kind)
    .where('newest.isRemoved', '=', false)
    .orderBy('newest.id')
    .limit(limit);
  if (places !== null) query = query.where((is) => is('newest.place', '=', is.fn.any(is.val([...places]))));
  if (owner !== null) query = query.where('newest.owner', '=', owner);
  if (party !== null) query = query.where('newest.party', '=', party);
  if (state !== null) query = query.where('newest.state', '=', state);
  return after === null ? query : query.where('newest.id', '>', after);
}

async function keepVersion({ tables, tenantId }: TenantTransaction, record: StoredRecord): Promise<void> {
  const { kind, id, version, place, owner, party, state, isRemoved } = record;
  const newest = { version, place, owner, party, state, isRemoved };
  await tables
    .insertInto('recordVersions')
    .values({ tenantId, ...record, body: plainText(record.body) })
    .execute();
  await tables
    .insertInto('records')
    .values({ tenantId, kind, id, ...newest })
    .onConflict((conflict) => conflict.columns(['tenantId', 'kind', 'id']).doUpdateSet(newest))
    .execute();
}
