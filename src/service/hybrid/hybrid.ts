// A hybrid role as somebody designs it: handed to the workers, and read with what they found of it.
import { ok, type Result } from '#kernel';
import { hybridDesignSchema, type BlueprintPage, type HybridDesign } from '#planning';
import { z } from 'zod';
import { isPermitted } from '../access/permit.ts';
import { submitJob } from '../jobs/submit-job.ts';
import type { Job } from '../ports.ts';
import { openWorkspace } from '../workspace/workspace.ts';
import { notThere, type Desk } from '../world.ts';

/** What the request of a design's job holds. */
export const hybridAskSchema = z.object({
  ask: z.object({ design: hybridDesignSchema, scenario: z.string(), asOf: z.number().int() }),
});

/** The one part under the key of a design. */
export const HYBRID_PART = 'hybrid';

const column = z.object({ label: z.string(), kind: z.enum(['text', 'number']) });
const group = z.object({ heading: z.string().nullable(), rows: z.array(z.array(z.string())) });

/** What is kept of the answer: its sentences and tables. */
export const hybridPageSchema = z.object({
  title: z.string(),
  summary: z.array(z.string()),
  sections: z.array(
    z.object({
      id: z.string(),
      heading: z.string(),
      introduction: z.string(),
      columns: z.array(column),
      groups: z.array(group),
      whenEmpty: z.string(),
    }),
  ),
});
export type HybridPage = Pick<BlueprintPage, 'title' | 'summary' | 'sections'>;

export type HybridStanding = {
  readonly job: Job;
  readonly design: HybridDesign;
  readonly scenario: string;
  readonly page: HybridPage | null;
};

/** Asks what a design would do in a scenario. The same design on the same pack is answered at once. */
export function askForHybrid(
  desk: Desk,
  ask: z.infer<typeof hybridAskSchema>['ask'],
  programVersion: string,
): Promise<Result<Job>> {
  const { place } = desk.actor;
  return submitJob(desk, { kind: 'hybrid', resource: 'projection', place, request: ask, programVersion });
}

/** One design by the id of its job; `not-found` also where it is not the member's business. */
export function standingOfHybrid({ world, actor }: Desk, id: string): Promise<Result<HybridStanding>> {
  return world.store.inTenant<HybridStanding>(actor.tenant, async (session) => {
    const workspace = await openWorkspace(session, world.readPackTexts);
    if (!workspace.ok) return workspace;
    const job = await session.jobs.get(id);
    const asked = job?.kind === 'hybrid' ? hybridAskSchema.safeParse(job.request) : null;
    if (job === null || asked === null || !asked.success) return notThere(`hybrid/${id}`);
    const target = { resource: 'projection' as const, place: job.place, owner: null, party: null };
    const { isBelow } = workspace.value;
    if (!isPermitted(actor, 'read', { target, isBelow })) return notThere(`hybrid/${id}`);
    const text = job.state === 'done' ? await session.results.part(job.resultKey, HYBRID_PART) : null;
    const { design, scenario } = asked.data.ask;
    return ok({ job, design, scenario, page: text === null ? null : hybridPageSchema.parse(JSON.parse(text)) });
  });
}

/** As many of the latest jobs as are looked through for designs. */
const LOOKED_THROUGH = 500;

/** The latest designs that the member may see, the newest first. */
export function listHybrids({ world, actor }: Desk): Promise<Result<readonly HybridStanding[]>> {
  return world.store.inTenant<readonly HybridStanding[]>(actor.tenant, async (session) => {
    const workspace = await openWorkspace(session, world.readPackTexts);
    if (!workspace.ok) return workspace;
    const { isBelow } = workspace.value;
    const jobs = await session.jobs.list({ places: null, kind: null, limit: LOOKED_THROUGH });
    return ok(
      jobs.flatMap((job): readonly HybridStanding[] => {
        const asked = job.kind === 'hybrid' ? hybridAskSchema.safeParse(job.request) : null;
        const target = { resource: 'projection' as const, place: job.place, owner: null, party: null };
        if (asked === null || !asked.success || !isPermitted(actor, 'read', { target, isBelow })) return [];
        const { design, scenario } = asked.data.ask;
        return [{ job, design, scenario, page: null }];
      }),
    );
  });
}
