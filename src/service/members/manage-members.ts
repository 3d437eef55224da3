// Who belongs to the tenant: seen, added, changed and shut out by administrators.
import { fail, ok, type Result } from '#kernel';
import { isPermitted } from '../access/permit.ts';
import type { MemberEntry } from '../ports.ts';
import { openWorkspace } from '../workspace/workspace.ts';
import { notAllowed, notThere, type Desk } from '../world.ts';

/** What an administrator settles of a member; the rest is settled by whom the login says it is. */
export type MemberTerms = Pick<MemberEntry, 'role' | 'place' | 'supplier' | 'displayName' | 'isDisabled'>;

export function listMembers({ world, actor }: Desk): Promise<Result<readonly MemberEntry[]>> {
  return world.store.inTenant<readonly MemberEntry[]>(actor.tenant, async (session) => {
    const workspace = await openWorkspace(session, world.readPackTexts);
    if (!workspace.ok) return workspace;
    const { root, isBelow } = workspace.value;
    const target = { resource: 'member' as const, place: root, owner: null, party: null };
    return isPermitted(actor, 'read', { target, isBelow }) ? ok(await session.members.list()) : notThere('members');
  });
}

/** @returns the new entry; `duplicate` where the person has that role there already */
export function addMember(
  desk: Desk,
  entry: MemberTerms & Pick<MemberEntry, 'issuer' | 'subject'>,
): Promise<Result<MemberEntry>> {
  return keep(desk, 'create', () => ok({ ...entry, tenant: desk.actor.tenant, id: desk.world.makeId() }));
}

/** Nobody shuts themselves out: a tenant without an administrator could not be mended by its own people. */
export function changeMember(desk: Desk, id: string, terms: MemberTerms): Promise<Result<MemberEntry>> {
  return keep(desk, 'change', (known) => {
    const before = known.find((one) => one.id === id);
    if (before === undefined) return notThere(`member/${id}`);
    if (id === desk.actor.id && (terms.isDisabled || terms.role !== before.role)) return fail(ownMembership);
    return ok({ ...before, ...terms });
  });
}

type Drafting = (known: readonly MemberEntry[]) => Result<MemberEntry>;

function keep({ world, actor }: Desk, action: 'create' | 'change', draft: Drafting): Promise<Result<MemberEntry>> {
  return world.store.inTenant(actor.tenant, async (session) => {
    const workspace = await openWorkspace(session, world.readPackTexts);
    if (!workspace.ok) return workspace;
    const { root, isBelow, tree } = workspace.value;
    const target = { resource: 'member' as const, place: root, owner: null, party: null };
    if (!isPermitted(actor, action, { target, isBelow })) return notAllowed(`${action} members`, 'members');
    const entry = draft(await session.members.list());
    if (!entry.ok) return entry;
    const { place, role, isDisabled } = entry.value;
    if (!tree.byCode.has(place)) return fail(noPlace(place));
    const done = action === 'create' ? 'made' : isDisabled ? 'shut out' : 'changed';
    const deed = { by: actor.id, at: world.clock(), action, resource: 'member', place } as const;
    return session.members.put(entry.value, { ...deed, summary: `A membership as ${role} was ${done}.` });
  });
}

const ownMembership = {
  code: 'forbidden',
  message: 'Nobody takes their own membership away.',
  path: 'isDisabled',
  hint: 'Ask another administrator to do it.',
} as const;

function noPlace(place: string) {
  return {
    code: 'unknown-reference',
    message: `There is no place '${place}' in the pack.`,
    path: 'place',
    hint: 'Choose a place by its code.',
  } as const;
}
