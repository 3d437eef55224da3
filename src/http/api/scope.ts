// What of the pack a member may see, for routes that answer from the pack itself.
import { ok, type Result } from '#kernel';
import { atWorkspace, isPermitted, type Action, type Desk, type Resource, type Workspace } from '#service';

export type Scope = {
  readonly workspace: Workspace;
  /** Whether the member may do this to what belongs to a place. */
  readonly may: (action: Action, resource: Resource, place: string | null) => boolean;
};

export async function scopeOf(desk: Desk): Promise<Result<Scope>> {
  const workspace = await atWorkspace(desk);
  if (!workspace.ok) return workspace;
  const { isBelow } = workspace.value;
  return ok({
    workspace: workspace.value,
    may: (action, resource, place) =>
      isPermitted(desk.actor, action, { target: { resource, place, owner: null, party: null }, isBelow }),
  });
}
