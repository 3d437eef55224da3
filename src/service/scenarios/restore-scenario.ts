// Scenarios as they stood: the versions of one, those that were removed, and the way back to either.
import { ok, type Result } from '#kernel';
import type { PackHead, PackVersion } from '../ports.ts';
import { changePack, packTexts } from '../workspace/change-pack.ts';
import { fileAround, packVersions } from '../workspace/pack-history.ts';
import { notThere, type Desk } from '../world.ts';

/** Where the pack keeps the files of its scenarios. */
export const SCENARIO_FOLDER = 'scenarios/';

/** A file of a scenario that the pack holds no more, and the version that took it out. */
export type RemovedScenario = { readonly path: string; readonly version: PackVersion };

/** Versions in which a scenario's file changed, as far as the member may see them, the newest first. */
export async function scenarioVersions(desk: Desk, path: string): Promise<Result<readonly PackVersion[]>> {
  const versions = await packVersions(desk);
  return versions.ok ? ok(versions.value.filter(({ paths }) => paths.includes(path))) : versions;
}

/** Those that the member has seen removed, the last first. */
export async function removedScenarios(desk: Desk): Promise<Result<readonly RemovedScenario[]>> {
  const [versions, files] = await Promise.all([packVersions(desk), packTexts(desk)]);
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
  const around = await fileAround(desk, { version, path });
  if (!around.ok) return around;
  const kept = around.value.at ?? around.value.before;
  if (kept === null) return notThere(path);
  const files = await packTexts(desk);
  if (!files.ok) return files;
  return changePack(desk, {
    changes: [{ path, text: kept.text, madeFrom: files.value.get(path)?.version ?? 0 }],
    action: 'change',
    resource: 'scenario',
    place: desk.actor.place,
    summary: `The scenario in ${path} was brought back as of version ${version}.`,
  });
}
