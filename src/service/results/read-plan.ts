// Finds the newest plan of a scenario among the finished work, and reads the parts of it that a member may see.
import { z } from 'zod';
import { canonicalJson, ok, type Result } from '#kernel';
import { isPermitted } from '../access/permit.ts';
import type { Job } from '../ports.ts';
import { usualPlanAsk } from '../jobs/usual-plan.ts';
import { atWorkspace, openWorkspace, type Workspace } from '../workspace/workspace.ts';
import { smallRoles, withoutSmallRoles } from './small-roles.ts';
import { notThere, type Desk } from '../world.ts';
import { partReader, type PartReader } from './kept-parts.ts';
import {
  detailPartSchema,
  interventionsPartSchema,
  overviewPartSchema,
  PLAN_PART,
  placePartSchema,
  planHeadSchema,
  type DetailPart,
  type InterventionsPart,
  type OverviewPart,
  type PlacePart,
  type PlanHead,
} from './plan-parts.ts';

/** What the request of a plan's job holds. */
export const planAskSchema = z.object({
  packHash: z.string(),
  packVersion: z.number().int(),
  ask: z.object({
    scenario: z.string(),
    mode: z.enum(['expected', 'exact', 'draws']),
    seed: z.number().int(),
    samples: z.number().int(),
    /** YYYY-MM */
    asOf: z.string(),
  }),
});

/** A finished plan, and how it stands to the pack of today. */
export type FoundPlan = {
  readonly job: Job;
  readonly scenario: string;
  /** Whether the pack is still the one that was planned. */
  readonly isOfThisPack: boolean;
  /** Version of the pack that was planned. */
  readonly packVersion: number;
};

/** The newest finished plan of a scenario as it is asked for where nobody chooses otherwise, null where there is none, and
 *  the work that is on its way. A plan that somebody asked for with a seed or a month of their own is had by its job.
 *  @property before the newest one of a pack older than that of the plan found, null where there is none */
export type PlanStanding = {
  readonly found: FoundPlan | null;
  readonly before: FoundPlan | null;
  readonly underWay: Job | null;
};

/** The scenario of a pack that pages show where none is chosen. */
export function defaultScenario(scenarios: readonly { readonly id: string }[]): string {
  return (scenarios.find(({ id }) => id === 'as-things-stand') ?? scenarios[0])?.id ?? '';
}

/** As many of the latest jobs as are looked through. */
const LOOKED_THROUGH = 500;

export function findPlan({ world, actor }: Desk, scenario: string): Promise<Result<PlanStanding>> {
  return world.store.inTenant(actor.tenant, async (session) => {
    const { hash } = await session.pack.head();
    const jobs = (await session.jobs.list({ places: null, kind: 'plan', limit: LOOKED_THROUGH })).flatMap((job) => {
      const request = planAskSchema.safeParse(job.request);
      const usual = canonicalJson(usualPlanAsk(scenario, job.submittedAt));
      return request.success && canonicalJson(request.data.ask) === usual ? [{ job, request: request.data }] : [];
    });
    const done = jobs.filter(({ job }) => job.state === 'done');
    const best = done.find(({ request }) => request.packHash === hash) ?? done[0];
    const underWay = jobs.find(({ job }) => job.state === 'queued' || job.state === 'running');
    const before = done.find(({ request }) => request.packVersion < (best?.request.packVersion ?? 0));
    const asFound = (plan: (typeof jobs)[number] | undefined): FoundPlan | null => {
      if (plan === undefined) return null;
      const { packHash, packVersion } = plan.request;
      return { job: plan.job, scenario, isOfThisPack: packHash === hash, packVersion };
    };
    return ok({ found: asFound(best), before: asFound(before), underWay: underWay?.job ?? null });
  });
}

/** What every member may know of a plan: its head, without the figures of any place. */
export function readPlanHead(desk: Desk, key: string): Promise<Result<PlanHead>> {
  return readPart(desk, { key, name: PLAN_PART.head, reader: heads, place: null });
}

/** Every place that the member may see, in one line each. */
export async function readOverview(desk: Desk, key: string): Promise<Result<OverviewPart>> {
  return desk.world.store.inTenant(desk.actor.tenant, async (session) => {
    const workspace = await openWorkspace(session, desk.world.readPackTexts);
    if (!workspace.ok) return workspace;
    const name = PLAN_PART.overview;
    const part = await overviews(session, { tenant: desk.actor.tenant, key, name });
    if (part === null) return notThere(name);
    const places = part.places.filter(({ code }) => maySee(desk, workspace.value, code));
    return ok({ ...part, places });
  });
}

export function readPlacePart(desk: Desk, key: string, place: string): Promise<Result<PlacePart>> {
  return readPart(desk, { key, name: PLAN_PART.place(place), reader: placeParts, place });
}

/** Without the roles of which every group here is small: what stands for those in sums is no figure to be read. */
export async function readDetailPart(desk: Desk, key: string, place: string): Promise<Result<DetailPart>> {
  const workspace = await atWorkspace(desk);
  if (!workspace.ok) return workspace;
  const part = await readPart(desk, { key, name: PLAN_PART.detail(place), reader: detailParts, place });
  return part.ok ? ok(withoutSmallRoles(part.value, smallRoles(workspace.value, place))) : part;
}

export function readInterventions(desk: Desk, key: string, place: string): Promise<Result<InterventionsPart>> {
  return readPart(desk, { key, name: PLAN_PART.interventions(place), reader: interventionParts, place });
}

const heads = partReader(planHeadSchema);
const overviews = partReader(overviewPartSchema);
const placeParts = partReader(placePartSchema);
const detailParts = partReader(detailPartSchema);
const interventionParts = partReader(interventionsPartSchema);

type Wanted<T> = {
  readonly key: string;
  readonly name: string;
  readonly reader: PartReader<T>;
  /** Null for what is not about one place. */
  readonly place: string | null;
};

function readPart<T>(desk: Desk, { key, name, reader, place }: Wanted<T>): Promise<Result<T>> {
  const { tenant } = desk.actor;
  return desk.world.store.inTenant<T>(tenant, async (session) => {
    const workspace = await openWorkspace(session, desk.world.readPackTexts);
    if (!workspace.ok) return workspace;
    if (place !== null && !maySee(desk, workspace.value, place)) return notThere(place);
    const part = await reader(session, { tenant, key, name });
    return part === null ? notThere(name) : ok(part);
  });
}

function maySee({ actor }: Desk, { isBelow }: Workspace, place: string): boolean {
  return isPermitted(actor, 'read', { target: { resource: 'projection', place, owner: null, party: null }, isBelow });
}
