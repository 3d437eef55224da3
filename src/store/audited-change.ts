// What the audit says of each kind of change: its subject, and the hash of what the change left in place.
import { canonicalJson, sha256Hex } from '#kernel';
import type { Job, MemberEntry, PackChange, PackHead, RecordDraft } from '#service';

/** What a line of the audit says beside the deed itself. */
export type AuditedChange = {
  readonly subject: string;
  /** Null for a deed that changed nothing here. */
  readonly contentHash: string | null;
};

/** The hash covers the pack's own hash and that of every file that changed. */
export function auditedPack(head: PackHead, changes: readonly PackChange[]): AuditedChange {
  const [first] = changes;
  const isOne = changes.length === 1 && first !== undefined;
  const files = changes.map(({ path, text }) => [path, text === null ? null : sha256Hex(text)]);
  return {
    subject: isOne ? `pack/${first.path}` : `pack/version/${head.version}`,
    contentHash: hashOf({ ...head, files: Object.fromEntries(files) }),
  };
}

/** @param record null where it was removed */
export function auditedRecord(kind: string, id: string, record: RecordDraft | null): AuditedChange {
  if (record === null) return { subject: `record/${kind}/${id}`, contentHash: hashOf({ isRemoved: true }) };
  const { place, owner, party, state, body } = record;
  return { subject: `record/${kind}/${id}`, contentHash: hashOf({ place, owner, party, state, body }) };
}

/** A record that was taken out for good: no version of it says anything any more. */
export function auditedErasure(kind: string, id: string): AuditedChange {
  return { subject: `record/${kind}/${id}`, contentHash: hashOf({ isRemoved: true, isErased: true }) };
}

export function auditedJob({ id, kind, place, request, resultKey }: Job): AuditedChange {
  return { subject: `job/${id}`, contentHash: hashOf({ kind, place, request, resultKey }) };
}

/** Leaves out who the person is, so that erasing it later leaves the chain whole and nothing to guess at. */
export function auditedMember({ id, role, place, supplier, isDisabled }: MemberEntry): AuditedChange {
  return { subject: `member/${id}`, contentHash: hashOf({ role, place, supplier, isDisabled }) };
}

function hashOf(value: unknown): string {
  return sha256Hex(canonicalJson(value));
}
