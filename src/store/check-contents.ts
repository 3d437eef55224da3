// Holds what a tenant's store has kept against the hashes that its audit sealed: a row changed behind its back shows.
import type { AuditLine, PackVersion, StoredRecord, StoreSession } from '#service';
import {
  auditedErasure,
  type AuditedChange,
  auditedJob,
  auditedMember,
  auditedPack,
  auditedRecord,
} from './audited-change.ts';

/** The first line of the audit whose content is no longer what the line says. */
export type ContentFault = { readonly sequence: number; readonly subject: string };

/** Lines read at once. */
const LINES_AT_ONCE = 1000;

/** Checks every version of the pack and of every record, every job's request and every membership as it stands. The chain
 *  of the audit itself is checked by `checkChain`; this trusts its lines.
 *  @returns null where everything is what the audit says */
export async function checkContents(session: StoreSession): Promise<ContentFault | null> {
  const { newest, erased } = await lastLines(session);
  const packs = new Map((await session.pack.history(Number.MAX_SAFE_INTEGER)).map((pack) => [pack.version, pack]));
  const count = counter();
  for await (const line of linesOf(session)) {
    const [shelf = ''] = line.subject.split('/');
    if (!SHELVES.includes(shelf) || line.contentHash === null) continue;
    if (shelf === 'member' && newest.get(line.subject) !== line.sequence) continue;
    const version = shelf === 'member' ? 0 : count(shelf === 'pack' ? 'pack' : line.subject);
    if (line.sequence <= (erased.get(line.subject) ?? 0)) {
      // What was there can no longer be held against its hash; that it is gone can.
      if (await isBlank(session, line.subject, version)) continue;
      return { sequence: line.sequence, subject: line.subject };
    }
    const there = await contentOf(session, line, { version, pack: packs.get(version) ?? null });
    if (there?.contentHash !== line.contentHash || there.subject !== line.subject) {
      return { sequence: line.sequence, subject: line.subject };
    }
  }
  return null;
}

const SHELVES: readonly string[] = ['pack', 'record', 'job', 'member'];

/** Each change of a thing made its next version, so its lines count its versions. */
function counter(): (subject: string) => number {
  const counts = new Map<string, number>();
  return (subject) => {
    const next = (counts.get(subject) ?? 0) + 1;
    counts.set(subject, next);
    return next;
  };
}

type Place = { readonly version: number; readonly pack: PackVersion | null };

/** @returns what the audit would say today of what the line changed; null where it is gone */
async function contentOf(
  session: StoreSession,
  line: AuditLine,
  { version, pack }: Place,
): Promise<AuditedChange | null> {
  const [shelf, kind = '', ...rest] = line.subject.split('/');
  switch (shelf) {
    case 'pack':
      return pack === null ? null : packContent(session, pack);
    case 'record':
      return recordContent(await session.records.history(kind, rest.join('/')), version);
    case 'job': {
      const job = await session.jobs.get([kind, ...rest].join('/'));
      return job === null ? null : auditedJob(job);
    }
    default: {
      const member = await session.members.get([kind, ...rest].join('/'));
      return member === null ? null : auditedMember(member);
    }
  }
}

function recordContent(history: readonly StoredRecord[], version: number): AuditedChange | null {
  const record = history.find((one) => one.version === version);
  return record === undefined ? null : auditedRecord(record.kind, record.id, record.isRemoved ? null : record);
}

async function packContent({ pack }: StoreSession, { version, hash, paths }: PackVersion): Promise<AuditedChange> {
  const files = await pack.files(version);
  const changes = paths.map((path) => ({ path, text: files.get(path)?.text ?? null, madeFrom: 0 }));
  return auditedPack({ version, hash }, changes);
}

async function isBlank({ records }: StoreSession, subject: string, version: number): Promise<boolean> {
  const [, kind = '', ...rest] = subject.split('/');
  const found = (await records.history(kind, rest.join('/'))).find((one) => one.version === version);
  return found !== undefined && found.body === null && found.owner === null;
}

type LastLines = { readonly newest: ReadonlyMap<string, number>; readonly erased: ReadonlyMap<string, number> };

/** A membership is replaced and its earlier forms are not kept: its last line is the one that counts. Of a record that was
 *  erased no version up to then says anything. */
async function lastLines(session: StoreSession): Promise<LastLines> {
  const [newest, erased] = [new Map<string, number>(), new Map<string, number>()];
  for await (const { subject, sequence, contentHash } of linesOf(session)) {
    if (subject.startsWith('member/')) newest.set(subject, sequence);
    const [shelf, kind = '', ...rest] = subject.split('/');
    if (shelf !== 'record') continue;
    if (contentHash === auditedErasure(kind, rest.join('/')).contentHash) erased.set(subject, sequence);
  }
  return { newest, erased };
}

async function* linesOf({ audit }: StoreSession): AsyncIterable<AuditLine> {
  for (let from = 1; ; from += LINES_AT_ONCE) {
    const lines = await audit.lines(from, LINES_AT_ONCE);
    yield* lines;
    if (lines.length < LINES_AT_ONCE) return;
  }
}
