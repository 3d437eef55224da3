// Accepting a plan: its undertakings in a place and below become commitments, proposed to whoever answers for them.
import { ok, sha256Hex, type Result } from '#kernel';
import { commitmentRecord, commitmentsOfPlan, type Commitment, type PlanDocument } from '#planning';
import { z } from 'zod';
import { isPermitted } from '../access/permit.ts';
import { findJob } from '../jobs/find-job.ts';
import { submitJob } from '../jobs/submit-job.ts';
import type { Instant, Job, Store } from '../ports.ts';
import { openWorkspace } from '../workspace/workspace.ts';
import { notAllowed, type Desk } from '../world.ts';

/** What the request of an acceptance holds. */
export const acceptAskSchema = z.object({ ask: z.object({ planKey: z.string(), place: z.string() }) });
export type AcceptAsk = z.infer<typeof acceptAskSchema>['ask'];

/** The one part under the key of an acceptance, and what it holds. */
export const ACCEPTED_PART = 'accepted';
const acceptedSchema = z.object({
  /** Commitments that are new. */
  proposed: z.number().int(),
  /** Undertakings of the plan for which a commitment stands already; it stays as it is. */
  standing: z.number().int(),
});
export type Accepted = z.infer<typeof acceptedSchema>;

/** A plan may hold tens of thousands of undertakings, so the workers write them down. */
export async function askToAccept(desk: Desk, ask: AcceptAsk, programVersion: string): Promise<Result<Job>> {
  const { world, actor } = desk;
  const allowed = await world.store.inTenant(actor.tenant, async (session) => {
    const workspace = await openWorkspace(session, world.readPackTexts);
    if (!workspace.ok) return workspace;
    const target = { resource: 'commitment' as const, place: ask.place, owner: null, party: null };
    const { isBelow } = workspace.value;
    return isPermitted(actor, 'create', { target, isBelow }) ? ok(null) : notAllowed<null>('accept a plan', ask.place);
  });
  if (!allowed.ok) return allowed;
  return submitJob(desk, { kind: 'accept', resource: 'plan', place: ask.place, request: ask, programVersion });
}

export type AcceptStanding = { readonly job: Job | null; readonly accepted: Accepted | null };

/** How far the acceptance of one plan in one place is. */
export function standingOfAcceptance({ world, actor }: Desk, ask: AcceptAsk): Promise<Result<AcceptStanding>> {
  return world.store.inTenant<AcceptStanding>(actor.tenant, async (session) => {
    const job = await findJob(session, { kind: 'accept', ask, packHash: null });
    const text = job?.state === 'done' ? await session.results.part(job.resultKey, ACCEPTED_PART) : null;
    return ok({ job, accepted: text === null ? null : acceptedSchema.parse(JSON.parse(text)) });
  });
}

export type Accepting = {
  readonly store: Store;
  readonly tenant: string;
  readonly plan: PlanDocument;
  readonly ask: AcceptAsk;
  /** Says of the member in whose name it is done, and when. */
  readonly by: string;
  readonly at: Instant;
  readonly onProgress: (shareDone: number) => void;
};

/** Commitments kept in one transaction: few enough that others wait for it no longer than a blink. */
const AT_ONCE = 50;

/** Keeps the undertakings that start in the place or below it. Done again it changes nothing: the same undertaking has
 *  the same id, and what stands is left. */
export async function keepAccepted(accepting: Accepting): Promise<Result<Accepted>> {
  const { plan, ask, onProgress } = accepting;
  const below = placesBelow(plan, ask.place);
  const undertaken = commitmentsOfPlan(plan).filter(({ place }) => below.has(place));
  let sums: Accepted = { proposed: 0, standing: 0 };
  for (let from = 0; from < undertaken.length; from += AT_ONCE) {
    const kept = await keepSome(accepting, undertaken.slice(from, from + AT_ONCE));
    if (!kept.ok) return kept;
    sums = { proposed: sums.proposed + kept.value.proposed, standing: sums.standing + kept.value.standing };
    onProgress(Math.min(1, (from + AT_ONCE) / undertaken.length));
  }
  return ok(sums);
}

function keepSome(accepting: Accepting, undertaken: readonly Commitment[]): Promise<Result<Accepted>> {
  const { store, tenant, plan, by, at } = accepting;
  const nameOf = new Map(plan.places.map(({ code, name }) => [code, name]));
  return store.inTenant(tenant, async ({ records }) => {
    let proposed = 0;
    for (const each of undertaken) {
      const id = commitmentId(each.id);
      if ((await records.get('commitment', id)) !== null) continue;
      const office = `Lead of ${nameOf.get(each.accountablePlace) ?? each.accountablePlace}`.slice(0, 120);
      const body = commitmentRecord(plan, each, office);
      const scope = { place: body.place, owner: null, party: null };
      const deed = { by, at, action: 'create', resource: 'commitment', place: body.place } as const;
      const put = await records.put({ kind: 'commitment', id, ...scope, state: body.state, body }, 0, {
        ...deed,
        summary: 'A commitment was proposed from a plan.',
      });
      if (!put.ok) return put;
      proposed += 1;
    }
    return ok({ proposed, standing: undertaken.length - proposed });
  });
}

/** @returns the id under which an undertaking is kept; its own holds slashes, which addresses do not bear */
export function commitmentId(undertaking: string): string {
  return sha256Hex(undertaking).slice(0, 32);
}

function placesBelow({ places }: PlanDocument, root: string): ReadonlySet<string> {
  const below = new Set([root]);
  // Places stand in the order of the tree, each after the one above it.
  for (const { code, parent } of places) if (parent !== null && below.has(parent)) below.add(code);
  return below;
}
