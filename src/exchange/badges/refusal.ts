// Why a badge is refused, each reason by a name of its own, and what a verdict says beside.

/** Each kind has one meaning. */
export const REFUSAL_KINDS = [
  'form',
  'context',
  'type',
  'no-proof',
  'proof-purpose',
  'proof-suite',
  'proof-method',
  'proof-value',
  'claims',
  'issuer',
  'untrusted-issuer',
  'not-yet-valid',
  'expired',
  'status-unknown',
  'status-list',
  'revoked',
  'holder',
] as const;
export type RefusalKind = (typeof REFUSAL_KINDS)[number];
export type Refusal = { readonly kind: RefusalKind; readonly message: string };

/** What was found of a badge. It holds where nothing refuses it. */
export type Verdict = {
  readonly refusals: readonly Refusal[];
  /** What cannot be known without a network, in whole sentences: none of it makes the badge wrong. */
  readonly notes: readonly string[];
};

export function refusal(kind: RefusalKind, message: string): Refusal {
  return { kind, message };
}
