// Everything that one person is a member of, so that somebody with two roles or in two places can choose.
import { ok, type Result } from '#kernel';
import type { MemberEntry, Store } from '../ports.ts';
import { openWorkspace } from '../workspace/workspace.ts';
import { notThere, type Desk } from '../world.ts';

/** A person as the login knows them. */
export type Person = Pick<MemberEntry, 'issuer' | 'subject'>;

/** @returns memberships that are not shut out, tenant by tenant */
export async function membershipsOf(store: Store, { issuer, subject }: Person): Promise<readonly MemberEntry[]> {
  const entries: MemberEntry[] = [];
  for (const tenant of await store.tenants()) {
    const found = await store.inTenant(tenant.id, async ({ members }) => ok(await members.find(issuer, subject)));
    if (found.ok) entries.push(...found.value.filter(({ isDisabled }) => !isDisabled));
  }
  return entries;
}

/** A membership in words. */
export type NamedMembership = {
  readonly entry: MemberEntry;
  readonly tenantName: string;
  readonly placeName: string;
};

/** The memberships of the person who acts, the present one among them. */
export async function ownMemberships({ world, actor }: Desk): Promise<Result<readonly NamedMembership[]>> {
  const { store, readPackTexts } = world;
  const own = await store.inTenant(actor.tenant, async ({ members }) => ok(await members.get(actor.id)));
  if (!own.ok) return own;
  if (own.value === null) return notThere(`member/${actor.id}`);
  const nameOf = new Map((await store.tenants()).map(({ id, name }) => [id, name]));
  const named: NamedMembership[] = [];
  for (const entry of await membershipsOf(store, own.value)) {
    const workspace = await store.inTenant(entry.tenant, (session) => openWorkspace(session, readPackTexts));
    if (!workspace.ok) return workspace;
    const placeName = workspace.value.tree.byCode.get(entry.place)?.name ?? entry.place;
    named.push({ entry, placeName, tenantName: nameOf.get(entry.tenant) ?? entry.tenant });
  }
  return ok(named);
}
