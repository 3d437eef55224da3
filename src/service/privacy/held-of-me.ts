// All that is held of one person, read by that person: who they are here, their records, deeds, sign-ins and placements.
import { ok, type Result } from '#kernel';
import { decidedPlacements, placementRoundRecordSchema } from '#pathways';
import type { AuditLine, MemberEntry, StoredRecord, StoreSession } from '../ports.ts';
import { allRecords } from '../records/all-records.ts';
import type { SessionEntry } from '../session-ports.ts';
import { notThere, type Desk } from '../world.ts';

export type HeldOfMe = {
  readonly member: MemberEntry;
  /** In order of kind, then id; also those that were removed while something of them is still there. */
  readonly records: readonly StoredRecord[];
  /** What the audit says that I did, in order. */
  readonly deeds: readonly AuditLine[];
  /** Where I am signed in; never the secret's hash or the form's token. */
  readonly signIns: readonly Pick<SessionEntry, 'createdAt' | 'usedAt'>[];
  /** Where a round that was decided would have me go. */
  readonly placements: readonly HeldPlacement[];
};
export type HeldPlacement = { readonly round: string; readonly state: string; readonly place: string | null };

/** Everything of the member's own, whatever their role may otherwise read. */
export async function heldOfMe({ world, actor }: Desk): Promise<Result<HeldOfMe>> {
  const sessions = await world.sessions.listOf(actor.tenant, actor.id);
  const signIns = sessions.map(({ createdAt, usedAt }) => ({ createdAt, usedAt }));
  return world.store.inTenant<HeldOfMe>(actor.tenant, async (session) => {
    const member = await session.members.get(actor.id);
    if (member === null) return notThere('member');
    return ok({
      member,
      records: await session.records.ofOwner(actor.id),
      deeds: await session.audit.linesBy(actor.id),
      signIns,
      placements: await placementsOf(session, actor.id),
    });
  });
}

async function placementsOf({ records }: StoreSession, person: string): Promise<readonly HeldPlacement[]> {
  const rounds = await allRecords(records, { kind: 'placement-round', places: null, state: null });
  return rounds.flatMap(({ id, state, body }) => {
    const place = decidedPlacements(placementRoundRecordSchema.parse(body)).get(person);
    return place === undefined ? [] : [{ round: id, state, place }];
  });
}
