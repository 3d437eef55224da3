// Earlier versions of the pack: who changed which files and when, and a file as it stood then.
import { ok, type Result } from '#kernel';
import { isPermitted } from '../access/permit.ts';
import type { PackFile, PackVersion } from '../ports.ts';
import { notThere, type Desk } from '../world.ts';
import { openWorkspace } from './workspace.ts';

/** Versions told at once: a year of daily changes. */
const TOLD_MAX = 400;

/** The newest first: every version to those who read the workforce of all places, to others their own changes. */
export function packVersions({ world, actor }: Desk): Promise<Result<readonly PackVersion[]>> {
  return world.store.inTenant(actor.tenant, async (session) => {
    const workspace = await openWorkspace(session, world.readPackTexts);
    if (!workspace.ok) return workspace;
    const { root, isBelow } = workspace.value;
    const target = { resource: 'workforce' as const, place: root, owner: null, party: null };
    const versions = await session.pack.history(TOLD_MAX);
    return ok(
      isPermitted(actor, 'read', { target, isBelow }) ? versions : versions.filter(({ by }) => by === actor.id),
    );
  });
}

/** A file as it stood at a version that the member may see, and as it stood before that version. */
export async function fileAround(
  desk: Desk,
  { version, path }: { readonly version: number; readonly path: string },
): Promise<Result<{ readonly at: PackFile | null; readonly before: PackFile | null }>> {
  const versions = await packVersions(desk);
  if (!versions.ok) return versions;
  const found = versions.value.find((one) => one.version === version);
  if (found === undefined || !found.paths.includes(path)) return notThere(`${version}/${path}`);
  return desk.world.store.inTenant(desk.actor.tenant, async ({ pack }) => {
    const [at, before] = [await pack.files(version), version === 1 ? new Map() : await pack.files(version - 1)];
    return ok({ at: at.get(path) ?? null, before: before.get(path) ?? null });
  });
}
