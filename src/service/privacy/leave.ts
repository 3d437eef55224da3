// How a person leaves: what is theirs alone is erased in every version, and who they were is no longer known here.
import { fail, ok, type Result } from '#kernel';
import { isPermitted } from '../access/permit.ts';
import type { Deed, MemberEntry, StoredRecord, StoreSession } from '../ports.ts';
import type { RecordKind } from '../records/record-kind.ts';
import { notThere, type Desk } from '../world.ts';

/** What a person's leaving left: how many records are gone, and those that others still need, under a number alone. */
export type Left = { readonly erased: number; readonly kept: readonly StoredRecord[] };

/** Erases what is the member's own and ends their membership, whole or not at all; then signs them out everywhere.
 *  @returns `forbidden` for whoever acts for others here: an administrator ends such a membership first */
export async function leaveService({ world, actor }: Desk): Promise<Result<Left>> {
  const left = await world.store.inTenant<Left>(actor.tenant, async (session) => {
    const target = { resource: 'passport', place: null, owner: actor.id, party: null } as const;
    if (!isPermitted(actor, 'remove', { target, isBelow: () => false })) return fail(actsForOthers);
    const member = await session.members.get(actor.id);
    if (member === null) return notThere('member');
    const deed = { by: actor.id, at: world.clock(), action: 'remove', place: actor.place } as const;
    return erasePerson(session, { member, kinds: world.kinds, deed });
  });
  if (left.ok) await world.sessions.removeOf(actor.tenant, actor.id);
  return left;
}

const actsForOthers = {
  code: 'forbidden',
  message: 'Whoever acts for others here cannot leave by themselves: somebody must take over first.',
  path: 'member',
  hint: 'Ask your administrator to end your membership; what is yours alone is then erased after a year.',
} as const;

export type Erasure = {
  readonly member: MemberEntry;
  readonly kinds: readonly RecordKind[];
  readonly deed: Pick<Deed, 'by' | 'at' | 'action' | 'place'>;
};

/** In a transaction that others share. What was said in the name of a body, a question to a community for one, stays with
 *  those who need it, under the member's number; the number is then nobody's. */
export async function erasePerson(session: StoreSession, { member, kinds, deed }: Erasure): Promise<Result<Left>> {
  const own = new Map(kinds.filter(({ personal }) => personal !== undefined).map((kind) => [kind.kind, kind]));
  const kept: StoredRecord[] = [];
  let erased = 0;
  for (const record of await session.records.ofOwner(member.id)) {
    const kind = own.get(record.kind);
    if (kind === undefined) {
      if (!record.isRemoved) kept.push(record);
      continue;
    }
    const summary = 'A record was erased because its owner left.';
    const change = { madeFrom: record.version, deed: { ...deed, resource: kind.resource, summary } };
    const done = await session.records.erase(record.kind, record.id, change);
    if (!done.ok) return done;
    erased += 1;
  }
  await session.answers.forget(member.id);
  const summary = 'A membership ended, and whose it was is no longer known.';
  const gone = await session.members.put(nobody(member), { ...deed, resource: 'member', summary });
  return gone.ok ? ok({ erased, kept }) : gone;
}

/** Says that a member's entry is nobody's any more. */
const LEFT = 'left';

export function hasLeft({ issuer }: MemberEntry): boolean {
  return issuer === LEFT;
}

function nobody(member: MemberEntry): MemberEntry {
  return { ...member, displayName: 'Somebody who left', issuer: LEFT, subject: member.id, isDisabled: true };
}
