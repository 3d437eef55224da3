// Makes the first administrator a member, so that there is somebody to make the others.
import { ok, type Result } from '#kernel';
import { atWorkspace, type ServiceWorld } from '#service';
import { INSTALLATION } from './prepare-tenant.ts';

export type FirstAdministrator = {
  readonly tenant: string;
  /** What the login calls itself and the person. */
  readonly issuer: string;
  readonly subject: string;
};

/** Leaves a person who is a member already as they are, shut out or not. */
export async function addFirstAdministrator(world: ServiceWorld, order: FirstAdministrator): Promise<Result<null>> {
  const { tenant, issuer, subject } = order;
  const actor = {
    tenant,
    id: INSTALLATION,
    role: 'administrator',
    place: '',
    supplier: null,
    displayName: '',
  } as const;
  const workspace = await atWorkspace({ world, actor });
  if (!workspace.ok) return workspace;
  const { root } = workspace.value;
  return world.store.inTenant(tenant, async ({ members }) => {
    if ((await members.find(issuer, subject)).length > 0) return ok(null);
    const deed = { by: INSTALLATION, at: world.clock(), action: 'create', resource: 'member', place: root } as const;
    const entry = {
      ...actor,
      id: world.makeId(),
      place: root,
      displayName: 'Administrator',
      issuer,
      subject,
      isDisabled: false,
    };
    const kept = await members.put(entry, { ...deed, summary: 'The first administrator was made a member.' });
    return kept.ok ? ok(null) : kept;
  });
}
