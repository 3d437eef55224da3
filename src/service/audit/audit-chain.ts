// The chain of the audit: how each line is sealed to the one before it, and how a broken seal is found and named.
import { canonicalJson, sha256Hex } from '#kernel';
import type { AuditHead, AuditLine } from '../ports.ts';

/** The line that follows `head`, sealed to it: SHA-256 over the hash before, a line break, and the canonical text of this
 *  line. */
export function sealLine(head: AuditHead, line: Omit<AuditLine, 'sequence' | 'hash'>): AuditLine {
  const numbered = { ...line, sequence: head.sequence + 1 };
  return { ...numbered, hash: sealOf(head.hash, numbered) };
}

/** Where every tenant's chain begins; with the tenant's id in it, so that no line fits into another tenant's chain. */
export function firstHead(tenant: string): AuditHead {
  return { sequence: 0, hash: sha256Hex(`audit of ${tenant}`) };
}

/** What a check of the chain found: the first line that does not fit, and why. */
export type AuditFault = {
  /** Number that the line has or should have had, 1 for the first. */
  readonly sequence: number;
  readonly what: 'changed' | 'missing' | 'out of order' | 'cut off' | 'added';
};

/** Walks a chain line by line, in parts of any length. */
export type AuditWalk = {
  /** @returns the first fault among these lines, null where all fit */
  follow(lines: readonly AuditLine[]): AuditFault | null;
  /** Holds the end of the lines against the head that the store names. */
  finish(head: AuditHead): AuditFault | null;
};

/** Starts at the beginning of the tenant's chain.
 *  @param anchors heads that were kept outside the store: who changes a line and seals all that follow anew, or cuts them
 *    off, meets one of these */
export function walkAudit(tenant: string, anchors: readonly AuditHead[]): AuditWalk {
  const anchored = new Map(anchors.map(({ sequence, hash }) => [sequence, hash]));
  const farthest = Math.max(0, ...anchored.keys());
  let at = firstHead(tenant);
  return {
    follow(lines) {
      for (const line of lines) {
        const fault = faultOf(at, line);
        if (fault !== null) return fault;
        at = { sequence: line.sequence, hash: line.hash };
        if ((anchored.get(at.sequence) ?? at.hash) !== at.hash) return { sequence: at.sequence, what: 'changed' };
      }
      return null;
    },
    finish(head) {
      if (Math.max(head.sequence, farthest) > at.sequence) return { sequence: at.sequence + 1, what: 'cut off' };
      if (head.sequence < at.sequence) return { sequence: head.sequence + 1, what: 'added' };
      return head.hash === at.hash ? null : { sequence: head.sequence, what: 'changed' };
    },
  };
}

function faultOf(head: AuditHead, line: AuditLine): AuditFault | null {
  const expected = head.sequence + 1;
  if (line.sequence > expected) return { sequence: expected, what: 'missing' };
  if (line.sequence < expected) return { sequence: expected, what: 'out of order' };
  const { hash, ...rest } = line;
  return sealOf(head.hash, rest) === hash ? null : { sequence: line.sequence, what: 'changed' };
}

/** Names every field, so that what a caller adds to a line by chance is never sealed. */
function sealOf(before: string, line: Omit<AuditLine, 'hash'>): string {
  const { sequence, subject, contentHash, by, at, action, resource, place, summary } = line;
  const text = canonicalJson({ sequence, subject, contentHash, by, at, action, resource, place, summary });
  return sha256Hex(`${before}\n${text}`);
}
