// Brings together what a page shows of a plan: how it stands, its head, one place's part, and the places in view.
import { ok, type Result } from '#kernel';
import type { PageRequest } from '#http';
import {
  atWorkspace,
  defaultScenario,
  findPlan,
  notThere,
  readOverview,
  readPlacePart,
  readPlanHead,
  type Desk,
  type OverviewPart,
  type PlacePart,
  type PlanHead,
  type PlanStanding,
  type Workspace,
} from '#service';
import type { Place } from '#workforce';
import { deskOf } from '../shell/page-answer.tsx';

/** A finished plan as one place sees it. */
export type PlanView = {
  readonly key: string;
  readonly isOfThisPack: boolean;
  readonly head: PlanHead;
  readonly overview: OverviewPart;
  readonly part: PlacePart;
};

/** `view` is null where no plan of the scenario has been finished yet. */
type LoadedPlan = { readonly standing: PlanStanding; readonly view: PlanView | null };

async function loadPlan(desk: Desk, scenario: string, place: string): Promise<Result<LoadedPlan>> {
  const standing = await findPlan(desk, scenario);
  if (!standing.ok) return standing;
  const { found } = standing.value;
  if (found === null) return ok({ standing: standing.value, view: null });
  const key = found.job.resultKey;
  const [head, overview, part] = await Promise.all([
    readPlanHead(desk, key),
    readOverview(desk, key),
    readPlacePart(desk, key, place),
  ]);
  if (!head.ok) return head;
  if (!overview.ok) return overview;
  if (!part.ok) return part;
  const view = { key, isOfThisPack: found.isOfThisPack, head: head.value, overview: overview.value, part: part.value };
  return ok({ standing: standing.value, view });
}

/** What a page about the plan of one place begins with. */
export type AskedPlan = LoadedPlan & {
  readonly desk: Desk;
  readonly workspace: Workspace;
  readonly place: Place;
  /** Id of the scenario: the one that the address names, or the one that is shown everywhere. */
  readonly scenario: string;
};

export async function askedPlan(request: PageRequest, code: string): Promise<Result<AskedPlan>> {
  const desk = deskOf(request);
  const workspace = await atWorkspace(desk);
  if (!workspace.ok) return workspace;
  const place = workspace.value.tree.byCode.get(code);
  if (place === undefined) return notThere(code);
  const scenario = request.query['scenario'] ?? defaultScenario(workspace.value.pack.system.scenarios);
  const loaded = await loadPlan(desk, scenario, code);
  return loaded.ok ? ok({ ...loaded.value, desk, workspace: workspace.value, place, scenario }) : loaded;
}
