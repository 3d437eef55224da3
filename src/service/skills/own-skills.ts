// Everything the service holds of one person's skills, read for that person: evidence, passport, and who verified it.
import { ok, type Result } from '#kernel';
import {
  evidenceOfRecord,
  passportRecordSchema,
  skillEvidenceRecordSchema,
  type PassportRecord,
  type SkillEvidence,
  type SkillEvidenceRecord,
} from '#pathways';
import type { StoredRecord } from '../ports.ts';
import { listRecords, readRecord } from '../records/keep-record.ts';
import type { Desk } from '../world.ts';

/** More records than one person keeps. */
const MOST_OF_ONE = 1000;

/** A record with its body as its kind describes it. */
export type Kept<Body> = { readonly record: StoredRecord; readonly body: Body };

export type OwnSkills = {
  readonly records: readonly Kept<SkillEvidenceRecord>[];
  readonly evidence: readonly SkillEvidence[];
  /** Null where the person has kept none yet. */
  readonly passport: Kept<PassportRecord> | null;
};

/** What the member keeps of their own skills. */
export async function readOwnSkills(desk: Desk): Promise<Result<OwnSkills>> {
  const found = await listRecords(desk, { ...ALL, kind: 'skill-evidence', owner: desk.actor.id });
  if (!found.ok) return found;
  const records = found.value.map(asEvidence);
  const passport = await readRecord(desk, 'passport', desk.actor.id);
  return ok({
    records,
    evidence: records.flatMap(({ body }) => evidenceOfRecord(body)),
    passport: passport.ok ? { record: passport.value, body: passportRecordSchema.parse(passport.value.body) } : null,
  });
}

/** What people of the member's place ask to have verified, in the order in which they were kept. */
export async function listAsked(desk: Desk): Promise<Result<readonly Kept<SkillEvidenceRecord>[]>> {
  const query = { ...ALL, kind: 'skill-evidence', place: desk.actor.place, state: 'asked' };
  const found = await listRecords(desk, query);
  return found.ok ? ok(found.value.map(asEvidence)) : found;
}

/** One piece of evidence that the member may read. */
export async function readEvidence(desk: Desk, id: string): Promise<Result<Kept<SkillEvidenceRecord>>> {
  const found = await readRecord(desk, 'skill-evidence', id);
  return found.ok ? ok(asEvidence(found.value)) : found;
}

/** What to call members by, for those who share a record with them; an id that is not there stands for itself. */
export function namesOfMembers(
  { world, actor }: Desk,
  ids: readonly string[],
): Promise<Result<ReadonlyMap<string, string>>> {
  return world.store.inTenant<ReadonlyMap<string, string>>(actor.tenant, async ({ members }) => {
    const names = new Map<string, string>();
    for (const id of new Set(ids)) names.set(id, (await members.get(id))?.displayName ?? id);
    return ok(names);
  });
}

const ALL = { place: null, owner: null, party: null, state: null, after: null, limit: MOST_OF_ONE } as const;

function asEvidence(record: StoredRecord): Kept<SkillEvidenceRecord> {
  return { record, body: skillEvidenceRecordSchema.parse(record.body) };
}
