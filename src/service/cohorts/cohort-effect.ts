// What cohorts as they go do to the national gap: asked of the workers in a planner's name, and found again.
import { ok, type Result } from '#kernel';
import { cohortBookSchema, type CohortBook } from '#planning';
import { z } from 'zod';
import { isPermitted } from '../access/permit.ts';
import { hybridPageSchema, type HybridPage } from '../hybrid/hybrid.ts';
import { findJob } from '../jobs/find-job.ts';
import { submitJob } from '../jobs/submit-job.ts';
import type { Job } from '../ports.ts';
import { openWorkspace } from '../workspace/workspace.ts';
import { notThere, type Desk } from '../world.ts';

/** What the request of such a job holds. */
export const cohortAskSchema = z.object({
  ask: z.object({ book: cohortBookSchema, scenario: z.string(), asOf: z.number().int() }),
});
export type CohortAsk = { readonly book: CohortBook; readonly scenario: string; readonly asOf: number };

/** The one part under the key of such a job. */
export const COHORT_PART = 'cohorts';

export type CohortEffectStanding = { readonly job: Job | null; readonly page: HybridPage | null };

/** The newest answer for cohorts that stand as these do, on the pack of today; for who may look at the whole nation. */
export function standingOfCohorts({ world, actor }: Desk, ask: CohortAsk): Promise<Result<CohortEffectStanding>> {
  return world.store.inTenant<CohortEffectStanding>(actor.tenant, async (session) => {
    const workspace = await openWorkspace(session, world.readPackTexts);
    if (!workspace.ok) return workspace;
    const { isBelow, root, head } = workspace.value;
    const target = { resource: 'projection' as const, place: root, owner: null, party: null };
    if (!isPermitted(actor, 'read', { target, isBelow })) return notThere(root);
    const job = await findJob(session, { kind: 'cohorts', ask, packHash: head.hash });
    const text = job?.state === 'done' ? await session.results.part(job.resultKey, COHORT_PART) : null;
    return ok({ job, page: text === null ? null : hybridPageSchema.parse(JSON.parse(text)) });
  });
}

export function askForCohorts(desk: Desk, ask: CohortAsk, programVersion: string): Promise<Result<Job>> {
  const { place } = desk.actor;
  return submitJob(desk, { kind: 'cohorts', resource: 'projection', place, request: ask, programVersion });
}
