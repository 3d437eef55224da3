// Brings together what a page shows of a plan: how it stands, its head, one place's part, and the places in view.
import { ok, type Result } from '#kernel';
import {
  findPlan,
  readOverview,
  readPlacePart,
  readPlanHead,
  type Desk,
  type OverviewPart,
  type PlacePart,
  type PlanHead,
  type PlanStanding,
} from '#service';

/** A finished plan as one place sees it. */
export type PlanView = {
  readonly key: string;
  readonly isOfThisPack: boolean;
  readonly head: PlanHead;
  readonly overview: OverviewPart;
  readonly part: PlacePart;
};

/** `view` is null where no plan of the scenario has been finished yet. */
export type LoadedPlan = { readonly standing: PlanStanding; readonly view: PlanView | null };

export async function loadPlan(desk: Desk, scenario: string, place: string): Promise<Result<LoadedPlan>> {
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
