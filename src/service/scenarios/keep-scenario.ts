// Scenarios of the tenant's pack: found with the file that keeps each, made, changed and removed.
import { fail, ok, type Result } from '#kernel';
import type { Scenario } from '#workforce';
import type { PackHead } from '../ports.ts';
import { changePack, packTexts } from '../workspace/change-pack.ts';
import { atWorkspace, type Workspace } from '../workspace/workspace.ts';
import { notThere, type Desk } from '../world.ts';

export type FoundScenario = {
  readonly workspace: Workspace;
  readonly scenario: Scenario;
  /** Path of its file in the pack, and the version of it. */
  readonly path: string;
  readonly version: number;
};

export async function findScenario(desk: Desk, id: string): Promise<Result<FoundScenario>> {
  const workspace = await atWorkspace(desk);
  if (!workspace.ok) return workspace;
  const scenario = workspace.value.pack.system.scenarios.find((one) => one.id === id);
  if (scenario === undefined) return notThere(`scenarios/${id}`);
  const files = await packTexts(desk);
  if (!files.ok) return fail(...files.problems);
  const file = [...files.value].find(([path, { text }]) => path.startsWith('scenarios/') && namesId(text, id));
  const [path, kept] = file ?? [`scenarios/${id}.yaml`, { version: 0 }];
  return ok({ workspace: workspace.value, scenario, path, version: kept.version });
}

export type ScenarioOrder = {
  readonly scenario: Scenario;
  /** Id of the scenario that a new one was made from; null where it is a change of itself. */
  readonly copyOf: string | null;
  /** Version of its file; 0 for a new one. */
  readonly madeFrom: number;
};

/** Keeps a new scenario or a new version of one. */
export async function keepScenario(
  desk: Desk,
  { scenario, copyOf, madeFrom }: ScenarioOrder,
): Promise<Result<PackHead>> {
  const found = await findScenario(desk, copyOf ?? scenario.id);
  if (!found.ok) return found;
  const isCopy = copyOf !== null;
  return changePack(desk, {
    changes: [
      {
        path: isCopy ? `scenarios/${scenario.id}.yaml` : found.value.path,
        text: desk.world.writePackText.scenario(scenario),
        madeFrom,
      },
    ],
    action: isCopy ? 'create' : 'change',
    resource: 'scenario',
    place: desk.actor.place,
    summary: `The scenario ${scenario.id} was ${isCopy ? `made from ${copyOf}` : 'changed'}.`,
  });
}

export async function removeScenario(desk: Desk, id: string, madeFrom: number): Promise<Result<PackHead>> {
  const found = await findScenario(desk, id);
  if (!found.ok) return found;
  return changePack(desk, {
    changes: [{ path: found.value.path, text: null, madeFrom }],
    action: 'remove',
    resource: 'scenario',
    place: desk.actor.place,
    summary: `The scenario ${id} was removed; an earlier version of the pack still has it.`,
  });
}

/** A scenario's file may be named otherwise than the scenario; its first `id` at the margin is the scenario's. */
function namesId(text: string, id: string): boolean {
  return /^id:\s*['"]?([\w.-]+)/m.exec(text)?.[1] === id;
}

/** `More apprentices, sooner` → `more-apprentices-sooner`; empty where the name has no letter or digit. */
export function scenarioId(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60);
}
