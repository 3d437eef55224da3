// How a place's plan is being delivered: the six steps, slips and the gap, forecast and actual, worked out by the workers.
import { canonicalJson, formatMonth, ok, parseMonth, sha256Hex, type Result } from '#kernel';
import { parseDeliveryRecords, type BlueprintPage, type DeliveryRecords } from '#planning';
import { z } from 'zod';
import { isPermitted } from '../access/permit.ts';
import { findJob } from '../jobs/find-job.ts';
import { submitJob } from '../jobs/submit-job.ts';
import type { Job, StoreSession } from '../ports.ts';
import { findPlan } from '../results/read-plan.ts';
import { openWorkspace } from '../workspace/workspace.ts';
import { notThere, type Desk } from '../world.ts';

/** What the request of a reading holds. */
export const readingAskSchema = z.object({
  ask: z.object({
    planKey: z.string(),
    place: z.string(),
    /** YYYY-MM */
    month: z.string(),
    /** SHA-256 over the records that are read, so that another record is another question. */
    recordsHash: z.string(),
  }),
});
export type ReadingAsk = z.infer<typeof readingAskSchema>['ask'];

/** The parts under the key of a reading: the document as data, and the same as a PDF in base64. */
export const READING_PART = 'delivery';
export const READING_PDF_PART = 'delivery-pdf';

const column = z.object({ label: z.string(), kind: z.enum(['text', 'number']) });
const group = z.object({ heading: z.string().nullable(), rows: z.array(z.array(z.string())) });
const section = z.object({
  id: z.string(),
  heading: z.string(),
  introduction: z.string(),
  columns: z.array(column),
  groups: z.array(group),
  whenEmpty: z.string(),
});
const page = z.object({
  id: z.string(),
  title: z.string(),
  pack: z.object({ id: z.string(), name: z.string(), version: z.string() }),
  blueprint: z.object({ title: z.string(), version: z.string(), status: z.string() }).nullable(),
  place: z.string().nullable(),
  month: z.string(),
  summary: z.array(z.string()),
  sections: z.array(section),
}) satisfies z.ZodType<BlueprintPage>;

/** A document that a board approves; pack, plan, records, place and month of its hash give the same again. */
export const readingSchema = z.object({ hash: z.string(), page });
export type DeliveryReading = z.infer<typeof readingSchema>;

export type ReadingStanding = {
  /** Null where no plan of the pack as it is has been finished: then there is nothing to read delivery against. */
  readonly ask: ReadingAsk | null;
  readonly job: Job | null;
  readonly reading: DeliveryReading | null;
};

/** Of this month, this plan and the records as they are; an earlier reading is another document. */
export async function standingOfReading(
  desk: Desk,
  { place, scenario }: { readonly place: string; readonly scenario: string },
): Promise<Result<ReadingStanding>> {
  const { world, actor } = desk;
  const standing = await findPlan(desk, scenario);
  if (!standing.ok) return standing;
  const { found } = standing.value;
  return world.store.inTenant<ReadingStanding>(actor.tenant, async (session) => {
    const workspace = await openWorkspace(session, world.readPackTexts);
    if (!workspace.ok) return workspace;
    const target = { resource: 'commitment' as const, place, owner: null, party: null };
    if (!isPermitted(actor, 'read', { target, isBelow: workspace.value.isBelow })) return notThere(place);
    if (found === null || !found.isOfThisPack) return ok({ ask: null, job: null, reading: null });
    const records = await readDeliveryRecords(session);
    if (!records.ok) return records;
    const month = formatMonth(parseMonth(world.clock().slice(0, 7)) ?? 0);
    const ask = { planKey: found.job.resultKey, place, month, recordsHash: hashOfRecords(records.value) };
    const job = await findJob(session, { kind: 'delivery', ask, packHash: workspace.value.head.hash });
    const text = job?.state === 'done' ? await session.results.part(job.resultKey, READING_PART) : null;
    return ok({ ask, job, reading: text === null ? null : readingSchema.parse(JSON.parse(text)) });
  });
}

/** @returns the bytes of the PDF of a reading that the member was shown; null where none was kept */
export function pdfOfReading({ world, actor }: Desk, job: Job): Promise<Result<Uint8Array | null>> {
  return world.store.inTenant<Uint8Array | null>(actor.tenant, async ({ results }) => {
    const text = await results.part(job.resultKey, READING_PDF_PART);
    return ok(text === null ? null : Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0)));
  });
}

export function askForReading(desk: Desk, ask: ReadingAsk, programVersion: string): Promise<Result<Job>> {
  return submitJob(desk, { kind: 'delivery', resource: 'plan', place: ask.place, request: ask, programVersion });
}

const KINDS = ['commitment', 'evidence', 'agreement', 'performance', 'business-case'] as const;
/** Records of one kind that are read: the undertakings of the largest plan, several times over. */
const READ_MAX = 20_000;

/** Every record of the tenant that delivery is read from: what slips elsewhere moves the same model. */
export async function readDeliveryRecords(session: StoreSession): Promise<Result<DeliveryRecords>> {
  const all = { places: null, owner: null, party: null, state: null, after: null, limit: READ_MAX };
  const kept: unknown[] = [];
  for (const kind of KINDS) {
    for (const { id, body } of await session.records.list({ kind, ...all })) kept.push({ kind, id, body });
  }
  return parseDeliveryRecords(kept, 'records');
}

export function hashOfRecords(records: DeliveryRecords): string {
  return sha256Hex(canonicalJson(records));
}
