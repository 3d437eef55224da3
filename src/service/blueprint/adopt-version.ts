// Adopts another version of the blueprint for every place at once; the one in force before is kept beside it.
import { parseMonth, type Month, type Result } from '#kernel';
import type { PackChange, PackHead } from '../ports.ts';
import { changePack, packTexts } from '../workspace/change-pack.ts';
import { atWorkspace } from '../workspace/workspace.ts';
import { notThere, type Desk } from '../world.ts';

/** The version takes the catalogue's place, and the catalogue that of the version. */
export async function adoptVersion(desk: Desk, version: string): Promise<Result<PackHead>> {
  const workspace = await atWorkspace(desk);
  if (!workspace.ok) return workspace;
  const { pack, root } = workspace.value;
  const next = pack.records.versions.find((one) => one.version === version);
  if (next === undefined) return notThere(`blueprint/versions/${version}`);
  const files = await packTexts(desk);
  if (!files.ok) return files;
  const { writePackText, clock } = desk.world;
  const { catalogue } = pack.blueprint;
  const published = parseMonth(clock().slice(0, 7)) ?? next.published;
  const madeFrom = (path: string) => files.value.get(path)?.version ?? 0;
  const others = [...files.value.keys()].filter((path) => path.startsWith('blueprint/versions/'));
  const kept = `blueprint/versions/${catalogue.version}.yaml`;
  const changes: readonly PackChange[] = [
    {
      path: 'blueprint/catalogue.yaml',
      text: writePackText.catalogue(
        { ...next, status: 'adopted', published },
        `Version ${version}, adopted through the service.`,
      ),
      madeFrom: madeFrom('blueprint/catalogue.yaml'),
    },
    {
      path: kept,
      text: writePackText.catalogue(catalogue, `Version ${catalogue.version}, in force before.`),
      madeFrom: madeFrom(kept),
    },
    ...others.filter((path) => path !== kept).map((path) => ({ path, text: null, madeFrom: madeFrom(path) })),
  ];
  return changePack(desk, {
    changes,
    action: 'approve',
    resource: 'blueprint',
    place: root,
    summary: `Version ${version} of the blueprint was adopted in the place of ${catalogue.version}.`,
  });
}

/** Months in which two versions are held side by side: half-way and at the end of the plan. */
export function monthsToCompare({
  baseMonth,
  horizonMonths,
}: {
  readonly baseMonth: Month;
  readonly horizonMonths: number;
}): readonly Month[] {
  return [baseMonth + Math.floor(horizonMonths / 24) * 12, baseMonth + horizonMonths];
}
