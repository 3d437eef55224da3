// Evidence that a person holds a skill at a level: what kind, from when, who verified it, and how far it is still trusted.
import type { Month, Problem } from '#kernel';
import type { SkillLevel } from '#workforce';
import { heightOf } from '../framework/framework.ts';

/** Ways in which a level may be shown, weakest first as a rule; the pack says how far each is trusted and for how long. */
export const EVIDENCE_KINDS = [
  'self-assessment',
  'peer-review',
  'manager-review',
  'work-sample',
  'assessment',
  'certificate',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** One piece of evidence. People are named by ids that mean nothing outside the organisation. */
export type SkillEvidence = {
  readonly person: string;
  /** `FRAMEWORK/SKILL`. */
  readonly skill: string;
  readonly level: SkillLevel;
  readonly kind: EvidenceKind;
  /** When it was shown. */
  readonly month: Month;
  /** Who stands behind it; null for a self-assessment alone. */
  readonly verifier: string | null;
};

/** How far a kind of evidence is trusted when it is new, and how fast that fades. */
export type EvidenceTerms = { readonly confidence: number; readonly halfLifeMonths: number };

/** The terms of each kind, and the confidence from which a level counts as held, 0..1. */
export type EvidenceRules = {
  readonly kinds: Readonly<Record<EvidenceKind, EvidenceTerms>>;
  readonly enough: number;
};

/** Why a piece of evidence cannot be taken: nobody verifies themselves, and only a self-assessment goes unverified. */
export function evidenceProblem(evidence: SkillEvidence): Problem | null {
  const { person, kind, verifier, skill } = evidence;
  if (verifier === person) {
    return refused(
      `evidence of '${skill}' for '${person}' is verified by '${person}'; nobody verifies themselves`,
      'Name another person as the verifier, or record it as a self-assessment without one.',
    );
  }
  if (kind === 'self-assessment' && verifier !== null) {
    return refused(
      `a self-assessment of '${skill}' names '${verifier}' as its verifier; a self-assessment has none`,
      'Leave the verifier out, or record the review of the other person as evidence of its own.',
    );
  }
  if (kind !== 'self-assessment' && verifier === null) {
    return refused(
      `evidence of '${skill}' by ${kind} for '${person}' names no verifier; only a self-assessment goes without one`,
      'Name who stands behind it.',
    );
  }
  return null;
}

/** How far one piece of evidence is trusted in a month: it halves with each half-life, and counts for nothing before it
 *  was given.
 *  @source docs/model/pathways.md, eq. 3 */
export function confidenceIn(evidence: SkillEvidence, at: Month, { kinds }: EvidenceRules): number {
  const { confidence, halfLifeMonths } = kinds[evidence.kind];
  if (at < evidence.month) return 0;
  return confidence * Math.exp((-Math.LN2 * (at - evidence.month)) / halfLifeMonths);
}

/** How far all the evidence together says that somebody holds the skill at this level or a higher one. Of each kind the
 *  strongest counts, so that saying a thing twice proves no more; kinds count as independent of each other.
 *  @param evidence of one person and one skill
 *  @source docs/model/pathways.md, eq. 4 */
export function confidenceOfLevel(
  evidence: readonly SkillEvidence[],
  { level, at }: { readonly level: SkillLevel; readonly at: Month },
  rules: EvidenceRules,
): number {
  let doubt = 1;
  for (const kind of EVIDENCE_KINDS) {
    const strongest = evidence
      .filter((each) => each.kind === kind && heightOf(each.level) >= heightOf(level))
      .reduce((best, each) => Math.max(best, confidenceIn(each, at, rules)), 0);
    doubt *= 1 - strongest;
  }
  return 1 - doubt;
}

function refused(message: string, hint: string): Problem {
  return { code: 'inconsistent', message, path: 'evidence', hint };
}
