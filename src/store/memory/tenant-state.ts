// One tenant's data in memory, and the copy that a transaction works on.
import {
  type AnswerClaim,
  type AuditHead,
  type AuditLine,
  type Deed,
  firstHead,
  type Job,
  type KeptAnswer,
  type MemberEntry,
  type PackVersion,
  sealLine,
  type StoredRecord,
} from '#service';
import type { AuditedChange } from '../audited-change.ts';
import type { FileVersion } from '../pack-change.ts';
import { requireKeepable } from '../refusals.ts';

/** Maps and lists are the transaction's own; what lies in them is never changed, only replaced. */
export type TenantState = {
  readonly tenant: string;
  /** From version 1 on. */
  readonly packVersions: PackVersion[];
  /** Path → every version of the file, the oldest first. */
  readonly packFiles: Map<string, readonly FileVersion[]>;
  /** Kind and id → every version, the oldest first. */
  readonly records: Map<string, readonly StoredRecord[]>;
  /** Key → name → text. */
  readonly results: Map<string, ReadonlyMap<string, string>>;
  readonly jobs: Map<string, Job>;
  readonly members: Map<string, MemberEntry>;
  readonly audit: AuditLine[];
  /** Member and key → claim and answer. */
  readonly answers: Map<string, HeldAnswer>;
};

export type HeldAnswer = AnswerClaim & { readonly answer: KeptAnswer | null };

export function emptyState(tenant: string): TenantState {
  return {
    tenant,
    packVersions: [],
    packFiles: new Map(),
    records: new Map(),
    results: new Map(),
    jobs: new Map(),
    members: new Map(),
    audit: [],
    answers: new Map(),
  };
}

export function copyOf(state: TenantState): TenantState {
  return {
    tenant: state.tenant,
    packVersions: [...state.packVersions],
    packFiles: new Map(state.packFiles),
    records: new Map(state.records),
    results: new Map(state.results),
    jobs: new Map(state.jobs),
    members: new Map(state.members),
    audit: [...state.audit],
    answers: new Map(state.answers),
  };
}

export function headOf(state: TenantState): AuditHead {
  const last = state.audit.at(-1);
  return last === undefined ? firstHead(state.tenant) : { sequence: last.sequence, hash: last.hash };
}

/** Adds the line of the audit that belongs to a change. */
export function recordDeed(state: TenantState, deed: Deed, { subject, contentHash }: AuditedChange): void {
  const { by, at, action, resource, place, summary } = deed;
  requireKeepable(by, at, place, summary, subject);
  state.audit.push(sealLine(headOf(state), { by, at, action, resource, place, summary, subject, contentHash }));
}

/** One key out of several texts, which no other texts make. */
export function joined(...parts: readonly string[]): string {
  requireKeepable(...parts);
  return JSON.stringify(parts);
}

/** The order of a database that compares texts byte by byte in UTF-8. */
export function inByteOrder(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
