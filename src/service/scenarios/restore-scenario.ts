// Scenarios as they stood: the versions of one, those that were removed, and the way back to either.
import { ok, type Result } from '#kernel';
import { mayEver } from '../access/permit.ts';
import type { PackHead, PackVersion } from '../ports.ts';
import { changePack, packTexts } from '../workspace/change-pack.ts';
import { notThere, type Desk } from '../world.ts';

/** Where the pack keeps the files of its scenarios. */
export const SCENARIO_FOLDER = 'scenarios/';

/** Versions looked through at once: a year of daily changes. */
const TOLD_MAX = 400;

/** A file of a scenario that the pack holds no more, and the version that took it out. */
export type RemovedScenario = { readonly path: string; readonly version: PackVersion };

/** Versions that touched a scenario, the newest first, for whoever may read scenarios: all of them belong to everybody. */
function versionsOf({ world, actor }: Desk): Promise<Result<readonly PackVersion[]>> {
  if (!mayEver(actor, 'read', 'scenario')) return Promise.resolve(notThere(SCENARIO_FOLDER));
  return world.store.inTenant(actor.tenant, async ({ pack }) => {
    const history = await pack.history(TOLD_MAX);
    return ok(history.filter(({ paths }) => paths.some((path) => path.startsWith(SCENARIO_FOLDER))));
  });
}

/** Versions in which a scenario's file changed, the newest first. */
export async function scenarioVersions(desk: Desk, path: string): Promise<Result<readonly PackVersion[]>> {
  const versions = await versionsOf(desk);
  return versions.ok ? ok(versions.value.filter(({ paths }) => paths.includes(path))) : versions;
}

/** Those that the pack had and holds no more, the last removed first. */
export async function removedScenarios(desk: Desk): Promise<Result<readonly RemovedScenario[]>> {
  const [versions, files] = await Promise.all([versionsOf(desk), packTexts(desk)]);
  if (!versions.ok) return versions;
  if (!files.ok) return files;
  const seen = new Set<string>();
  const removed: RemovedScenario[] = [];
  for (const version of versions.value) {
    for (const path of version.paths) {
      if (!path.startsWith(SCENARIO_FOLDER) || seen.has(path)) continue;
      seen.add(path);
      if (!files.value.has(path)) removed.push({ path, version });
    }
  }
  return ok(removed);
}

/** @property path of the scenario's file   @property version as of which it comes back; of the version that took it out,
 *  what stood before that is meant */
export type RestoreOrder = { readonly path: string; readonly version: number };

/** What is brought back is a new version, so that this too can be undone. */
export async function restoreScenario(desk: Desk, { path, version }: RestoreOrder): Promise<Result<PackHead>> {
  if (!path.startsWith(SCENARIO_FOLDER)) return notThere(path);
  const versions = await scenarioVersions(desk, path);
  if (!versions.ok) return versions;
  if (!versions.value.some((one) => one.version === version)) return notThere(`${version}/${path}`);
  const kept = await desk.world.store.inTenant(desk.actor.tenant, async ({ pack }) =>
    ok((await pack.files(version)).get(path) ?? (await pack.files(version - 1)).get(path) ?? null),
  );
  if (!kept.ok) return kept;
  if (kept.value === null) return notThere(path);
  const files = await packTexts(desk);
  if (!files.ok) return files;
  return changePack(desk, {
    changes: [{ path, text: kept.value.text, madeFrom: files.value.get(path)?.version ?? 0 }],
    action: 'change',
    resource: 'scenario',
    place: desk.actor.place,
    summary: `The scenario in ${path} was brought back as of version ${version}.`,
  });
}
