// The optimiser for one aim, as long work: a budget, a target, the worst futures, or what each sum of money would do.
import { ok, type Result } from '#kernel';
import { optimiseDocumentSchema, type Aim, type OptimiseDocument } from '#planning';
import { z } from 'zod';
import { isPermitted } from '../access/permit.ts';
import type { Action } from '../access/permissions.ts';
import { submitJob } from '../jobs/submit-job.ts';
import type { Job } from '../ports.ts';
import { openWorkspace, type Workspace } from '../workspace/workspace.ts';
import { notThere, type Desk } from '../world.ts';

/** What the request of an optimisation's job holds. */
export const optimiseAskSchema = z.object({
  ask: z.object({
    scenario: z.string(),
    /** YYYY-MM */
    asOf: z.string(),
    seed: z.number().int(),
    samples: z.number().int(),
    futures: z.number().int(),
    frontierPoints: z.number().int(),
    chosenPoint: z.number().int().nullable(),
    aim: z.object({
      budget: z.object({ gbp: z.number(), per: z.enum(['plan', 'year']) }).nullable(),
      targetShare: z.number().nullable(),
      risk: z.object({ weight: z.number(), tailShare: z.number() }).nullable(),
      without: z.array(z.string()),
    }),
  }),
});
export type OptimiseAsk = z.infer<typeof optimiseAskSchema>['ask'];

/** The one part under the key of an optimisation. */
export const OPTIMISE_PART = 'optimise';

/** As on the command line where nobody says otherwise. */
const USUAL = { seed: 1, samples: 64, futures: 32 } as const;

/** As many of the latest jobs as are looked through. */
const LOOKED_THROUGH = 500;

export type OptimiseOrder = {
  readonly scenario: string;
  readonly aim: Aim;
  /** Points of the frontier, at least 3; 0 for none. */
  readonly frontierPoints: number;
  /** From 1; null for the plan of the aim. */
  readonly chosenPoint: number | null;
};

export type OptimiseStanding = {
  readonly job: Job;
  readonly ask: OptimiseAsk;
  /** Whether the pack is still the one it was asked of. */
  readonly isOfThisPack: boolean;
  readonly document: OptimiseDocument | null;
};

/** Such a plan is one for all places together, so it is asked for and read by those who plan for all of them. */
export function maySeeWholePlan(actor: Desk['actor'], action: Action, { root, isBelow }: Workspace): boolean {
  return isPermitted(actor, action, { target: { resource: 'plan', place: root, owner: null, party: null }, isBelow });
}

export async function askToOptimise(desk: Desk, order: OptimiseOrder, programVersion: string): Promise<Result<Job>> {
  const { world, actor } = desk;
  const workspace = await world.store.inTenant(actor.tenant, (session) => openWorkspace(session, world.readPackTexts));
  if (!workspace.ok) return workspace;
  const { budget, targetShare, risk, without } = order.aim;
  const request: OptimiseAsk = {
    ...order,
    ...USUAL,
    aim: { budget, targetShare, risk, without: [...without] },
    asOf: world.clock().slice(0, 7),
  };
  return submitJob(desk, { kind: 'optimise', resource: 'plan', place: workspace.value.root, request, programVersion });
}

/** What was asked of the optimiser, the newest first; nothing for those who do not plan for all places. */
export function listOptimised({ world, actor }: Desk): Promise<Result<readonly OptimiseStanding[]>> {
  return world.store.inTenant<readonly OptimiseStanding[]>(actor.tenant, async (session) => {
    const workspace = await openWorkspace(session, world.readPackTexts);
    if (!workspace.ok) return workspace;
    if (!maySeeWholePlan(actor, 'read', workspace.value)) return ok([]);
    const jobs = await session.jobs.list({ places: null, kind: null, limit: LOOKED_THROUGH });
    return ok(jobs.flatMap((job) => standingOf(job, workspace.value) ?? []));
  });
}

export function readOptimised({ world, actor }: Desk, id: string): Promise<Result<OptimiseStanding>> {
  return world.store.inTenant<OptimiseStanding>(actor.tenant, async (session) => {
    const workspace = await openWorkspace(session, world.readPackTexts);
    if (!workspace.ok) return workspace;
    const job = maySeeWholePlan(actor, 'read', workspace.value) ? await session.jobs.get(id) : null;
    const standing = job === null ? null : standingOf(job, workspace.value);
    if (standing === null) return notThere(`job/${id}`);
    const text =
      standing.job.state === 'done' ? await session.results.part(standing.job.resultKey, OPTIMISE_PART) : null;
    return ok({ ...standing, document: text === null ? null : optimiseDocumentSchema.parse(JSON.parse(text)) });
  });
}

function standingOf(job: Job, { head }: Workspace): OptimiseStanding | null {
  const request = job.kind === 'optimise' ? requestSchema.safeParse(job.request) : null;
  if (!request?.success) return null;
  return { job, ask: request.data.ask, isOfThisPack: request.data.packHash === head.hash, document: null };
}

const requestSchema = optimiseAskSchema.extend({ packHash: z.string() });
