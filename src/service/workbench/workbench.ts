// The workbench of a scenario: asked for once, kept, and read as far as a member's places go.
import { ok, type Result } from '#kernel';
import { confineWorkbench, packedWorkbenchSchema, type PackedWorkbench } from '#planning';
import { z } from 'zod';
import { isPermitted } from '../access/permit.ts';
import { findJob } from '../jobs/find-job.ts';
import { submitJob } from '../jobs/submit-job.ts';
import type { Job } from '../ports.ts';
import { openWorkspace } from '../workspace/workspace.ts';
import type { Desk } from '../world.ts';

/** What the request of a workbench's job holds. */
export const workbenchAskSchema = z.object({
  ask: z.object({ scenario: z.string(), seed: z.number().int(), samples: z.number().int(), fromMonth: z.string() }),
});

/** The one part under the key of a workbench. */
export const WORKBENCH_PART = 'workbench';

const USUAL = { seed: 1, samples: 64 } as const;

export type WorkbenchStanding = { readonly job: Job | null; readonly workbench: PackedWorkbench | null };

/** @returns what there is for the scenario on the pack of today, from this month on */
export function standingOfWorkbench({ world, actor }: Desk, scenario: string): Promise<Result<WorkbenchStanding>> {
  return world.store.inTenant<WorkbenchStanding>(actor.tenant, async (session) => {
    const workspace = await openWorkspace(session, world.readPackTexts);
    if (!workspace.ok) return workspace;
    const { head, isBelow } = workspace.value;
    const ask = askOf(scenario, world.clock());
    const job = await findJob(session, { kind: 'workbench', ask, packHash: head.hash });
    const text = job?.state === 'done' ? await session.results.part(job.resultKey, WORKBENCH_PART) : null;
    if (text === null) return ok({ job, workbench: null });
    const whole = packedWorkbenchSchema.parse(JSON.parse(text));
    const maySee = (place: string) =>
      isPermitted(actor, 'read', { target: { resource: 'projection', place, owner: null, party: null }, isBelow });
    return ok({ job, workbench: confineWorkbench(whole, maySee) });
  });
}

export function askForWorkbench(desk: Desk, scenario: string, programVersion: string): Promise<Result<Job>> {
  const { place } = desk.actor;
  const request = askOf(scenario, desk.world.clock());
  return submitJob(desk, { kind: 'workbench', resource: 'projection', place, request, programVersion });
}

function askOf(scenario: string, now: string) {
  return { scenario, ...USUAL, fromMonth: now.slice(0, 7) };
}
