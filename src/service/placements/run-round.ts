// A placement round run by the workers: who would go where and why, and the trade that a planner may choose from.
import { canonicalJson, ok, sha256Hex, type Result } from '#kernel';
import {
  placementPreferenceRecordSchema,
  placementRoundRecordSchema,
  type PlacementPerson,
  type PlacementRound,
  type PlacementRoundRecord,
} from '#pathways';
import { PLACEMENT_METHODS, type PlacementMethod } from '#planning';
import { z } from 'zod';
import { isPermitted } from '../access/permit.ts';
import { findJob } from '../jobs/find-job.ts';
import { submitJob } from '../jobs/submit-job.ts';
import type { Job, StoredRecord, StoreSession } from '../ports.ts';
import { readRecord } from '../records/keep-record.ts';
import { openWorkspace } from '../workspace/workspace.ts';
import type { Desk } from '../world.ts';

/** What the request of a run's job holds: which round, and the hash of it with everybody's wishes as they were. The wishes
 *  themselves stay in their records alone, so that they are gone when their people take them back or leave. */
export const roundAskSchema = z.object({
  ask: z.object({ round: z.string(), method: z.enum(PLACEMENT_METHODS), recordsHash: z.string() }),
});
export type RoundAsk = { readonly round: PlacementRound; readonly method: PlacementMethod };

function askOf({ round, method }: RoundAsk): z.infer<typeof roundAskSchema>['ask'] {
  return { round: round.id, method, recordsHash: hashOfRound(round) };
}

/** The hash of a round with the wishes in it: a run is of these and no others. */
export function hashOfRound(round: PlacementRound): string {
  return sha256Hex(canonicalJson(round));
}

/** The parts under the key of a run. */
export const ROUND_PART = { document: 'document', trade: 'trade', reasons: (person: string) => `reasons/${person}` };

const placement = z.object({ person: z.string(), place: z.string().nullable(), choice: z.number().nullable() });

/** What is read of the document of a run. */
export const roundDocumentSchema = z.object({
  roundHash: z.string(),
  sentences: z.array(z.string()),
  fills: z.array(z.object({ place: z.string(), open: z.number(), filled: z.number() })),
  placements: z.array(placement),
});
export type RoundDocument = z.infer<typeof roundDocumentSchema>;

export type RoundStanding = {
  readonly record: StoredRecord;
  readonly body: PlacementRoundRecord;
  /** The round with everybody whose wishes were sent. */
  readonly round: PlacementRound;
  readonly job: Job | null;
  readonly document: RoundDocument | null;
  readonly trade: readonly string[];
};

/** More wishes than a round has. */
const MOST_WISHES = 20_000;

/** A round as it stands, with the newest run of it by a method; wishes and the run that shows them only for who may run
 *  the round. */
export async function standingOfRound(desk: Desk, id: string, method: PlacementMethod): Promise<Result<RoundStanding>> {
  const found = await readRecord(desk, 'placement-round', id);
  if (!found.ok) return found;
  const body = placementRoundRecordSchema.parse(found.value.body);
  const people = await peopleOf(desk, found.value);
  if (!people.ok) return people;
  const round = roundOf(id, body, people.value);
  return desk.world.store.inTenant<RoundStanding>(desk.actor.tenant, async (session) => {
    const job = await findJob(session, { kind: 'placement', ask: askOf({ round, method }), packHash: null });
    const part = async (name: string) =>
      job?.state === 'done' ? await session.results.part(job.resultKey, name) : null;
    const [document, trade] = [await part(ROUND_PART.document), await part(ROUND_PART.trade)];
    return ok({
      record: found.value,
      body,
      round,
      job,
      document: document === null ? null : roundDocumentSchema.parse(JSON.parse(document)),
      trade: trade === null ? [] : z.array(z.string()).parse(JSON.parse(trade)),
    });
  });
}

/** Why one person would go where a run says, in sentences; none where the run or the person is not there. */
export function reasonsInRun({ world, actor }: Desk, job: Job, person: string): Promise<Result<readonly string[]>> {
  return world.store.inTenant<readonly string[]>(actor.tenant, async ({ results }) => {
    const text = await results.part(job.resultKey, ROUND_PART.reasons(person));
    return ok(text === null ? [] : z.array(z.string()).parse(JSON.parse(text)));
  });
}

/** Hands a round to the workers, who read the wishes where they are kept. @param place code of the place whose round it is */
export function askForRun(
  desk: Desk,
  place: string,
  run: RoundAsk & { readonly programVersion: string },
): Promise<Result<Job>> {
  const { programVersion } = run;
  const request = askOf(run);
  return submitJob(desk, { kind: 'placement', resource: 'placement-round', place, request, programVersion });
}

/** The wishes that were sent, which no record route shows to anybody but their person. */
function peopleOf({ world, actor }: Desk, { id: round, place }: StoredRecord) {
  return world.store.inTenant<readonly PlacementPerson[]>(actor.tenant, async (session) => {
    const workspace = await openWorkspace(session, world.readPackTexts);
    if (!workspace.ok) return workspace;
    const { isBelow } = workspace.value;
    const target = { resource: 'placement-round', place, owner: null, party: null } as const;
    return ok(isPermitted(actor, 'run', { target, isBelow }) ? await wishesOf(session, round) : []);
  });
}

/** For the workers: a round as it is kept, with the wishes that were sent; null where it is not there any more. */
export async function readRound(session: StoreSession, id: string): Promise<PlacementRound | null> {
  const record = await session.records.get('placement-round', id);
  if (record === null || record.isRemoved) return null;
  return roundOf(id, placementRoundRecordSchema.parse(record.body), await wishesOf(session, id));
}

/** In order of their people; the newest of a person who sent two. */
async function wishesOf({ records }: StoreSession, round: string): Promise<readonly PlacementPerson[]> {
  const query = { places: null, owner: null, party: null, state: 'sent', after: null, limit: MOST_WISHES };
  const sent = await records.list({ ...query, kind: 'placement-preference' });
  const wishes = sent
    .toSorted((one, other) => (one.changedAt < other.changedAt ? -1 : 1))
    .map(({ body }) => placementPreferenceRecordSchema.parse(body))
    .filter((each) => each.round === round)
    .map(({ person, area, preferences, acceptsUnlisted, mostTravelMinutes }): [string, PlacementPerson] => [
      person,
      { id: person, area, preferences, acceptsUnlisted, mostTravelMinutes },
    ]);
  return [...new Map(wishes).values()].toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

function roundOf(id: string, body: PlacementRoundRecord, people: readonly PlacementPerson[]): PlacementRound {
  const { title, role, seed, supervisorFtePerPerson, weights, places, travel } = body;
  return { id, title, role, seed, supervisorFtePerPerson, weights, places, people: [...people], travel };
}
