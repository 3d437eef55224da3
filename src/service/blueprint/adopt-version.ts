// Adopts another version of the blueprint for every place at once; the one in force before and other drafts stay beside it.
import { parseMonth, type Month, type Result } from '#kernel';
import type { PackChange, PackHead } from '../ports.ts';
import { changePack, packTexts } from '../workspace/change-pack.ts';
import { atWorkspace } from '../workspace/workspace.ts';
import { notThere, type Desk } from '../world.ts';

/** The version takes the catalogue's place, and the catalogue that of the version. Other drafts are written out whole: told as
 *  amendments of a version that is no longer in force they would say nothing. */
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
  const { catalogue: written } = writePackText;
  const beside = new Map([
    [fileOf(catalogue), written(catalogue, `Version ${catalogue.version}, in force before.`)],
    ...pack.records.versions
      .filter((one) => one !== next)
      .map((one) => [fileOf(one), written(one, `Version ${one.version}, written out whole.`)] as const),
  ]);
  const gone = [...files.value.keys()].filter((path) => path.startsWith(VERSIONS) && !beside.has(path));
  const inForce = 'blueprint/catalogue.yaml';
  const changes: readonly PackChange[] = [
    {
      path: inForce,
      text: written({ ...next, status: 'adopted', published }, `Version ${version}, adopted through the service.`),
      madeFrom: madeFrom(inForce),
    },
    ...[...beside].map(([path, text]) => ({ path, text, madeFrom: madeFrom(path) })),
    ...gone.map((path) => ({ path, text: null, madeFrom: madeFrom(path) })),
  ];
  return changePack(desk, {
    changes,
    action: 'approve',
    resource: 'blueprint',
    place: root,
    summary: `Version ${version} of the blueprint was adopted in the place of ${catalogue.version}.`,
  });
}

const VERSIONS = 'blueprint/versions/';

function fileOf({ version }: { readonly version: string }): string {
  return `${VERSIONS}${version}.yaml`;
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
