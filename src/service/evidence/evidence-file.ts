// Evidence by file: an official file read into months of evidence, looked at before it is kept, and taken back whole.
import { evidenceRecordSchema, type EvidenceRecord } from '#delivery';
import { fail, ok, sha256Hex, type Result } from '#kernel';
import { isPermitted } from '../access/permit.ts';
import type { StoredRecord } from '../ports.ts';
import { listRecords, putRecords } from '../records/keep-record.ts';
import { keepUpload, readUpload } from '../uploads/keep-upload.ts';
import { atWorkspace } from '../workspace/workspace.ts';
import type { Desk } from '../world.ts';

/** How a month of the file stands to what is on record. */
export type EvidenceStanding = 'new' | 'reported' | 'verified' | 'taken back' | 'refused' | 'told already';

export type FiledEvidence = {
  /** Under which it is kept: the same file of the same person has the same. */
  readonly id: string;
  readonly evidence: EvidenceRecord;
  readonly standing: EvidenceStanding;
  /** Version on record; 0 where there is none. */
  readonly version: number;
};

export type EvidenceFile = {
  readonly key: string;
  readonly name: string;
  readonly months: readonly FiledEvidence[];
  /** Organisations of the file that are no places of the pack, and those that are not the member's business. */
  readonly unknownPlaces: number;
  readonly foreignPlaces: number;
};

/** As many records as are looked through. */
const LOOKED_THROUGH = 20_000;

/** Reads the file whole before it is kept. @returns the key to look at it by, or each problem with its line */
export async function sendEvidenceFile(
  desk: Desk,
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
): Promise<Result<string>> {
  const read = await desk.world.readEvidence({ name, bytes, places: new Set() });
  if (!read.ok) return read;
  return keepUpload(desk, { kind: 'evidence', name, text: new TextDecoder().decode(bytes) });
}

export async function openEvidenceFile(desk: Desk, key: string): Promise<Result<EvidenceFile>> {
  const upload = await readUpload(desk, 'evidence', key);
  if (!upload.ok) return upload;
  const { name, text } = upload.value;
  const workspace = await atWorkspace(desk);
  if (!workspace.ok) return workspace;
  const { isBelow, tree } = workspace.value;
  const bytes = new TextEncoder().encode(text);
  const read = await desk.world.readEvidence({ name, bytes, places: new Set(tree.byCode.keys()) });
  if (!read.ok) return read;
  const query = { kind: 'evidence', place: null, owner: null, party: null, state: null, after: null };
  const kept = await listRecords(desk, { ...query, limit: LOOKED_THROUGH });
  if (!kept.ok) return kept;
  const known = read.value.filter(({ place }) => tree.byCode.has(place));
  const own = known.filter(({ place }) =>
    isPermitted(desk.actor, 'create', { target: { resource: 'evidence', place, owner: null, party: null }, isBelow }),
  );
  const standingOf = standingReader(kept.value, desk.actor.id);
  return ok({
    key,
    name,
    months: own.map((evidence) => ({ evidence, ...standingOf(idOf(key, evidence), evidence) })),
    unknownPlaces: read.value.length - known.length,
    foreignPlaces: known.length - own.length,
  });
}

function idOf(key: string, { place, month }: EvidenceRecord): string {
  return sha256Hex(`${key}\n${place}\n${month}`).slice(0, 32);
}

/** A month that somebody told in another way is not told twice, unless that was refused. What its sender took back may be
 *  told again; what a second person refused is told anew only by another file. */
function standingReader(kept: readonly StoredRecord[], sender: string) {
  const byId = new Map(kept.map((record) => [record.id, record]));
  const told = new Set(
    kept.flatMap(({ state, body }) => {
      const parsed = evidenceRecordSchema.safeParse(body);
      return parsed.success && state !== 'refused' ? [monthKey(parsed.data)] : [];
    }),
  );
  return (id: string, evidence: EvidenceRecord): Omit<FiledEvidence, 'evidence'> => {
    const record = byId.get(id);
    if (record === undefined)
      return { id, version: 0, standing: told.has(monthKey(evidence)) ? 'told already' : 'new' };
    const { version, state, changedBy } = record;
    if (state === 'refused') return { id, version, standing: changedBy === sender ? 'taken back' : 'refused' };
    return { id, version, standing: STANDING[state] ?? 'told already' };
  };
}

const STANDING: Readonly<Record<string, EvidenceStanding>> = {
  reported: 'reported',
  verified: 'verified',
};

function monthKey({ place, month, source }: EvidenceRecord): string {
  return `${place}\n${month}\n${source.kind}`;
}

/** Keeps every month that is new or was taken back; a second person verifies them. @returns how many were kept */
export async function keepEvidenceFile(desk: Desk, key: string): Promise<Result<number>> {
  const file = await openEvidenceFile(desk, key);
  if (!file.ok) return file;
  const { name, months } = file.value;
  const open = months.filter(({ standing }) => standing === 'new' || standing === 'taken back');
  if (open.length === 0) return fail(nothingOpen(name));
  return eachOf(desk, open, ({ evidence, version }) => ({
    body: evidence,
    action: version === 0 ? 'create' : 'change',
    summary: `${evidence.month} was told by a file: ${evidence.source.title}.`,
  }));
}

/** Takes back what nobody has verified yet; what is verified stays. @returns how many were taken back */
export async function takeBackEvidenceFile(desk: Desk, key: string): Promise<Result<number>> {
  const file = await openEvidenceFile(desk, key);
  if (!file.ok) return file;
  const { name, months } = file.value;
  const open = months.filter(({ standing }) => standing === 'reported');
  if (open.length === 0) return fail(nothingOpen(name));
  return eachOf(desk, open, ({ evidence }) => ({
    body: { ...evidence, state: 'refused', reason: 'The file was taken back by whoever sent it.' },
    action: 'verify',
    summary: `${evidence.month} as a file had told it was taken back: ${evidence.source.title}.`,
  }));
}

/** What was told of a month under one title, in a place and below it. */
export type ReportedMonth = { readonly place: string; readonly month: string; readonly title: string };

/** Verifies at once what others have reported of a month, and leaves what one has reported oneself to somebody else.
 *  @returns how many were verified */
export async function verifyReportedMonth(desk: Desk, { place, month, title }: ReportedMonth): Promise<Result<number>> {
  const query = { kind: 'evidence', place, owner: null, party: null, state: 'reported', after: null };
  const kept = await listRecords(desk, { ...query, limit: LOOKED_THROUGH });
  if (!kept.ok) return kept;
  const told = kept.value.flatMap(({ id, version, body, changedBy }) => {
    const parsed = evidenceRecordSchema.safeParse(body);
    if (!parsed.success || parsed.data.month !== month || parsed.data.source.title !== title) return [];
    return [{ id, version, evidence: parsed.data, standing: 'reported' as const, isOwn: changedBy === desk.actor.id }];
  });
  if (told.length === 0) return fail(nothingOpen(title));
  const others = told.filter(({ isOwn }) => !isOwn);
  // Where all is one's own, the rule of the record says why it cannot be.
  const open = others.length === 0 ? told : others;
  return eachOf(desk, open, ({ evidence }) => ({
    body: { ...evidence, state: 'verified' },
    action: 'verify',
    summary: `Evidence of ${month} was verified.`,
  }));
}

type Step = {
  readonly body: EvidenceRecord | (Omit<EvidenceRecord, 'state'> & { readonly state: string });
  readonly action: 'create' | 'change' | 'verify';
  readonly summary: string;
};

/** All months or none: where one is refused, or the store fails midway, nothing of the file is kept. */
async function eachOf(
  desk: Desk,
  months: readonly FiledEvidence[],
  stepFor: (month: FiledEvidence) => Step,
): Promise<Result<number>> {
  const orders = months.map((month) => ({ id: month.id, madeFrom: month.version, ...stepFor(month) }));
  const kept = await putRecords(desk, 'evidence', orders);
  return kept.ok ? ok(kept.value.length) : kept;
}

function nothingOpen(name: string) {
  return {
    code: 'inconsistent',
    message: `Nothing of '${name}' is open to this: it was done already, or it tells of no place of yours.`,
    path: 'evidence',
    hint: 'Look at the list of months that have come in.',
  } as const;
}
