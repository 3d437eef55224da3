// Records in memory: every version of each, by kind and id.
import { fail, ok } from '#kernel';
import type { Deed, RecordShelf, StoredRecord } from '#service';
import { auditedErasure, auditedRecord } from '../audited-change.ts';
import { plainData } from '../plain-data.ts';
import { versionProblem } from '../record-version.ts';
import { notFound, requireKeepable } from '../refusals.ts';
import { inByteOrder, joined, recordDeed, type TenantState } from './tenant-state.ts';

export function memoryRecords(state: TenantState): RecordShelf {
  const versions = (kind: string, id: string) => state.records.get(joined(kind, id)) ?? [];
  const append = (record: StoredRecord, deed: Deed) => {
    const { kind, id } = record;
    state.records.set(joined(kind, id), [...versions(kind, id), record]);
    recordDeed(state, deed, auditedRecord(kind, id, record.isRemoved ? null : record));
  };
  return {
    get: async (kind, id) => versions(kind, id).at(-1) ?? null,
    async list({ kind, places, owner, party, state: status, after, limit }) {
      requireKeepable(kind, owner, party, status, after, ...(places ?? []));
      return [...state.records.values()]
        .flatMap((all) => all.at(-1) ?? [])
        .filter((record) => record.kind === kind && !record.isRemoved)
        .filter((record) => places === null || (record.place !== null && places.includes(record.place)))
        .filter((record) => owner === null || record.owner === owner)
        .filter((record) => party === null || record.party === party)
        .filter((record) => status === null || record.state === status)
        .filter((record) => after === null || inByteOrder(record.id, after) > 0)
        .toSorted((a, b) => inByteOrder(a.id, b.id))
        .slice(0, limit);
    },
    async ofOwner(owner) {
      requireKeepable(owner);
      const newest = [...state.records.values()].flatMap((all) => all.at(-1) ?? []);
      return newest
        .filter((record) => record.owner === owner)
        .toSorted((a, b) => inByteOrder(a.kind, b.kind) || inByteOrder(a.id, b.id));
    },
    async put(draft, madeFrom, deed) {
      const { kind, id, place, owner, party } = draft;
      requireKeepable(place, owner, party, draft.state);
      const version = versions(kind, id).at(-1)?.version ?? 0;
      const problem = versionProblem(`${kind}/${id}`, { seen: madeFrom, found: version });
      if (problem !== null) return fail(problem);
      const body = plainData(draft.body);
      const stamp = { version: version + 1, changedBy: deed.by, changedAt: deed.at, isRemoved: false };
      const record = { kind, id, place, owner, party, state: draft.state, body, ...stamp };
      append(record, deed);
      return ok(record);
    },
    async remove(kind, id, { madeFrom, deed }) {
      const last = versions(kind, id).at(-1);
      if (last === undefined || last.isRemoved) return fail(notFound(`${kind}/${id}`));
      const problem = versionProblem(`${kind}/${id}`, { seen: madeFrom, found: last.version });
      if (problem !== null) return fail(problem);
      const stamp = { version: last.version + 1, changedBy: deed.by, changedAt: deed.at, isRemoved: true };
      append({ ...last, ...stamp }, deed);
      return ok(null);
    },
    erase: eraserOn(state),
    history: async (kind, id) => versions(kind, id),
  };
}

/** Adds the removal as a version of its own, and blanks all there are. */
function eraserOn(state: TenantState): RecordShelf['erase'] {
  return async (kind, id, { madeFrom, deed }) => {
    const versions = state.records.get(joined(kind, id)) ?? [];
    const last = versions.at(-1);
    if (last === undefined) return fail(notFound(`${kind}/${id}`));
    const problem = versionProblem(`${kind}/${id}`, { seen: madeFrom, found: last.version });
    if (problem !== null) return fail(problem);
    const stamp = { version: last.version + 1, changedBy: deed.by, changedAt: deed.at, isRemoved: true };
    state.records.set(
      joined(kind, id),
      [...versions, { ...last, ...stamp }].map((each) => ({ ...each, body: null, owner: null })),
    );
    recordDeed(state, deed, auditedErasure(kind, id));
    return ok(null);
  };
}
