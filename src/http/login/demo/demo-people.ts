// The people that the demo login offers: one for each role, at places that the pack itself names.
import { ok, type Result } from '#kernel';
import { openWorkspace, type MemberEntry, type Role, type ServiceWorld, type Workspace } from '#service';

/** Somebody that one may be in a demo. */
export type DemoPerson = { readonly member: MemberEntry; readonly title: string };

/** Name of the demo login, under which its people are kept as members. */
export const DEMO_ISSUER = 'urn:cadre:demo-login';

const TITLES: Readonly<Record<Role, string>> = {
  'national-planner': 'National planner',
  'regional-lead': 'Regional lead',
  'organisation-lead': 'Digital and workforce lead of an organisation',
  'member-of-staff': 'Member of staff',
  supplier: 'Supplier',
  auditor: 'Auditor',
  administrator: 'Administrator',
};

/** One person a role: the first region and the first body beneath it that has none below, by the order of the pack. */
export async function seedDemoPeople(world: ServiceWorld, tenant: string): Promise<Result<readonly DemoPerson[]>> {
  return world.store.inTenant(tenant, async (session) => {
    const workspace = await openWorkspace(session, world.readPackTexts);
    if (!workspace.ok) return workspace;
    const people = peopleOf(tenant, workspace.value);
    const known = new Set((await session.members.list()).map(({ id }) => id));
    for (const { member } of people.filter((person) => !known.has(person.member.id))) {
      const deed = { by: member.id, at: world.clock(), action: 'create', resource: 'member' } as const;
      const kept = await session.members.put(member, { ...deed, place: member.place, summary: 'A demo member.' });
      if (!kept.ok) return kept;
    }
    return ok(people);
  });
}

function peopleOf(tenant: string, { root, tree }: Workspace): readonly DemoPerson[] {
  const nameOf = new Map(tree.places.map(({ code, name }) => [code, name]));
  const region = tree.places.find(({ tier }) => tier === 'region')?.code ?? root;
  const parents = new Set(tree.places.map(({ parent }) => parent));
  const body = tree.places.find(({ code, parent }) => parent === region && !parents.has(code))?.code;
  const deeper = tree.places.find(({ code, tier }) => tier !== 'national' && tier !== 'region' && !parents.has(code));
  const organisation = body ?? deeper?.code ?? region;
  const at = (role: Role, place: string, supplier: string | null = null): DemoPerson => ({
    title: `${TITLES[role]}, ${nameOf.get(place) ?? place}`,
    member: {
      tenant,
      id: `demo-${role}`,
      role,
      place,
      supplier,
      displayName: TITLES[role],
      issuer: DEMO_ISSUER,
      subject: role,
      isDisabled: false,
    },
  });
  return [
    at('national-planner', root),
    at('regional-lead', region),
    at('organisation-lead', organisation),
    at('member-of-staff', organisation),
    at('supplier', root, 'demo-supplier'),
    at('auditor', root),
    at('administrator', root),
  ];
}
