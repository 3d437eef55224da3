// What moved the projection since the last plan of an earlier pack, and why: asked for here, worked out by the workers.
import { canonicalJson, fail, ok, sha256Hex, type Result } from '#kernel';
import type { Waterfall } from '#planning';
import { z } from 'zod';
import { isPermitted } from '../access/permit.ts';
import { findJob } from '../jobs/find-job.ts';
import { submitJob } from '../jobs/submit-job.ts';
import type { Instant, Job, StoreSession } from '../ports.ts';
import { planAskSchema } from '../results/read-plan.ts';
import { openWorkspace } from '../workspace/workspace.ts';
import { notThere, type Desk } from '../world.ts';
import { readDeliveryRecords } from './delivery-reading.ts';

/** What the request of a waterfall holds. */
export const movedAskSchema = z.object({
  ask: z.object({
    /** The plan of before, whose starts go with it. */
    planKey: z.string(),
    /** Version of the pack that it was made from. */
    packVersion: z.number().int(),
    scenario: z.string(),
    /** SHA-256 over the commitments, which go with the projection of now. */
    recordsHash: z.string(),
  }),
});
export type MovedAsk = z.infer<typeof movedAskSchema>['ask'];

/** The part of a place under the key of what moved: its waterfalls, the latest month first. */
export function movedPart(place: string): string {
  return `moved/${place}`;
}

export type MovedStanding = {
  /** Null where every plan is of the pack as it is: then nothing has moved. */
  readonly ask: MovedAsk | null;
  /** When the plan of before was asked for. */
  readonly plannedAt: Instant | null;
  readonly job: Job | null;
  /** Of the month that was asked for. */
  readonly waterfall: Waterfall | null;
  /** Months that may be asked for, the latest first. */
  readonly months: readonly string[];
};

const LOOKED_THROUGH = 500;

export type MovedQuery = {
  readonly place: string;
  readonly scenario: string;
  /** YYYY-MM; null for the last month that both packs reach. */
  readonly month: string | null;
};

export function standingOfMoved(
  { world, actor }: Desk,
  { place, scenario, month }: MovedQuery,
): Promise<Result<MovedStanding>> {
  return world.store.inTenant<MovedStanding>(actor.tenant, async (session) => {
    const workspace = await openWorkspace(session, world.readPackTexts);
    if (!workspace.ok) return workspace;
    const { head, isBelow } = workspace.value;
    const target = { resource: 'projection' as const, place, owner: null, party: null };
    if (!isPermitted(actor, 'read', { target, isBelow })) return notThere(place);
    const before = await lastPlanOfAnotherPack(session, { scenario, hash: head.hash });
    if (before === null) return ok({ ask: null, plannedAt: null, job: null, waterfall: null, months: [] });
    const records = await readDeliveryRecords(session);
    if (!records.ok) return records;
    const { planKey, packVersion, plannedAt } = before;
    const recordsHash = hashOfCommitments(records.value);
    const ask = { planKey, packVersion, scenario, recordsHash };
    const job = await findJob(session, { kind: 'moved', ask, packHash: head.hash });
    const text = job?.state === 'done' ? await session.results.part(job.resultKey, movedPart(place)) : null;
    const all = text === null ? [] : readWaterfalls(text);
    const months = all.map((each) => each.month);
    if (all.length > 0 && month !== null && !months.includes(month)) return fail(noSuchMonth(month, months));
    const waterfall = all.find((each) => each.month === (month ?? months[0])) ?? null;
    return ok({ ask, plannedAt, job, waterfall, months });
  });
}

function noSuchMonth(month: string, months: readonly string[]) {
  return {
    code: 'out-of-range',
    message: `'${month}' is not a month of which is told what moved.`,
    path: 'month',
    hint: `Choose one of: ${months.join(', ')}.`,
  } as const;
}

/** The workers wrote them from waterfalls, so they are some. */
function readWaterfalls(text: string): readonly Waterfall[] {
  return JSON.parse(text);
}

export function hashOfCommitments({ commitments }: { readonly commitments: readonly unknown[] }): string {
  return sha256Hex(canonicalJson(commitments));
}

async function lastPlanOfAnotherPack(
  session: StoreSession,
  { scenario, hash }: { readonly scenario: string; readonly hash: string },
) {
  const jobs = await session.jobs.list({ places: null, kind: 'plan', limit: LOOKED_THROUGH });
  for (const job of jobs) {
    const request = planAskSchema.safeParse(job.request);
    if (job.state !== 'done' || !request.success) continue;
    const { ask, packHash, packVersion } = request.data;
    if (ask.scenario !== scenario || packHash === hash) continue;
    return { planKey: job.resultKey, packVersion, plannedAt: job.submittedAt };
  }
  return null;
}

/** One asking answers for every place, so it is the business of the place at the top. */
export async function askForMoved(
  desk: Desk,
  { ask, programVersion }: { readonly ask: MovedAsk; readonly programVersion: string },
): Promise<Result<Job>> {
  const { actor } = desk;
  return submitJob(desk, { kind: 'moved', resource: 'plan', place: actor.place, request: ask, programVersion });
}
