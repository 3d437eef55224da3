// Scenarios side by side: asked for by their ids, worked out by the workers, and read as far as a member's places go.
import { ok, type Result } from '#kernel';
import { comparisonSchema, type ScenarioComparison } from '#planning';
import { z } from 'zod';
import { isPermitted } from '../access/permit.ts';
import { findJob } from '../jobs/find-job.ts';
import { submitJob } from '../jobs/submit-job.ts';
import type { Job } from '../ports.ts';
import { openWorkspace } from '../workspace/workspace.ts';
import type { Desk } from '../world.ts';

/** What the request of a comparison's job holds. */
export const comparisonAskSchema = z.object({
  ask: z.object({ scenarios: z.array(z.string()), seed: z.number().int(), samples: z.number().int() }),
});

/** The one part under the key of a comparison. */
export const COMPARISON_PART = 'comparison';

/** Seed and samples where nobody asks for others: enough for ranges that hold to a few percent. */
const USUAL = { seed: 1, samples: 64 } as const;

export type ComparisonStanding = { readonly job: Job | null; readonly comparison: ScenarioComparison | null };

/** The newest comparison of these scenarios on the pack of today. */
export function standingOfComparison(
  { world, actor }: Desk,
  scenarios: readonly string[],
): Promise<Result<ComparisonStanding>> {
  return world.store.inTenant<ComparisonStanding>(actor.tenant, async (session) => {
    const workspace = await openWorkspace(session, world.readPackTexts);
    if (!workspace.ok) return workspace;
    const { head, isBelow } = workspace.value;
    const ask = { scenarios, ...USUAL };
    const job = await findJob(session, { kind: 'comparison', ask, packHash: head.hash });
    const text = job?.state === 'done' ? await session.results.part(job.resultKey, COMPARISON_PART) : null;
    if (text === null) return ok({ job, comparison: null });
    const comparison = comparisonSchema.parse(JSON.parse(text));
    const maySee = (place: string) =>
      isPermitted(actor, 'read', { target: { resource: 'projection', place, owner: null, party: null }, isBelow });
    return ok({ job, comparison: { ...comparison, places: comparison.places.filter(({ code }) => maySee(code)) } });
  });
}

export function askForComparison(
  desk: Desk,
  scenarios: readonly string[],
  programVersion: string,
): Promise<Result<Job>> {
  const { place } = desk.actor;
  const request = { scenarios, ...USUAL };
  return submitJob(desk, { kind: 'comparison', resource: 'projection', place, request, programVersion });
}
