// All that is kept of one person, read by that person: who they are here, every record of theirs, and their deeds.
import { fail, ok, type Result } from '#kernel';
import type { Member } from '../access/member.ts';
import type { StoredRecord } from '../ports.ts';
import { listRecords, removeRecord } from '../records/keep-record.ts';
import type { Desk } from '../world.ts';

export type HeldOfMe = {
  readonly member: Member;
  /** In order of kind, then id. */
  readonly records: readonly StoredRecord[];
};

/** More records of one kind than one person has. */
const MOST_OF_ONE = 1000;

/** Every record that belongs to the member, of whatever kind the service keeps. */
export async function heldOfMe(desk: Desk): Promise<Result<HeldOfMe>> {
  const records: StoredRecord[] = [];
  for (const { kind } of desk.world.kinds) {
    const query = { kind, place: null, owner: desk.actor.id, party: null, state: null, after: null };
    const found = await listRecords(desk, { ...query, limit: MOST_OF_ONE });
    if (!found.ok) return found;
    records.push(...found.value);
  }
  return ok({ member: desk.actor, records });
}

/** What a person's leaving left: records that are gone, and those that others still need. */
export type Left = { readonly erased: number; readonly kept: readonly StoredRecord[] };

/** Takes out every record of the member's own that their role lets them remove. */
export async function eraseOwnRecords(desk: Desk): Promise<Result<Left>> {
  const held = await heldOfMe(desk);
  if (!held.ok) return held;
  const kept: StoredRecord[] = [];
  for (const record of held.value.records) {
    const name = { kind: record.kind, id: record.id, madeFrom: record.version };
    const removed = await removeRecord(desk, name, 'A person took out what was kept of them.');
    if (removed.ok) continue;
    if (removed.problems.some(({ code }) => code !== 'forbidden')) return fail(...removed.problems);
    kept.push(record);
  }
  return ok({ erased: held.value.records.length - kept.length, kept });
}
