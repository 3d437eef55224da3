// A skill as a person says they hold it, what they show for it, and what a verifier said: a record, and its evidence.
import { parseMonth, type Month } from '#kernel';
import { SKILL_LEVELS } from '#workforce';
import { z } from 'zod';
import { EVIDENCE_KINDS, type SkillEvidence } from './evidence.ts';

const id = z.string().min(1).max(120);
const month = z.string().regex(/^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/, 'a month is YYYY-MM');
const words = z.string().min(3).max(2000);

/** Ways in which a level is shown to somebody else. */
export const SHOWN_KINDS = EVIDENCE_KINDS.filter((kind) => kind !== 'self-assessment');

/** From each state those it may become; the first is where it begins. */
export const SKILL_EVIDENCE_STEPS = {
  said: ['asked'],
  asked: ['verified', 'refused', 'said'],
  verified: [],
  refused: [],
} as const;

export const skillEvidenceRecordSchema = z
  .strictObject({
    person: id.describe('Id of the member whose skill it is'),
    place: id.describe('Code of the place where the person works'),
    skill: z.string().regex(/^[^/\s]+\/[^\s]+$/, 'a skill is written FRAMEWORK/SKILL'),
    level: z.enum(SKILL_LEVELS),
    saidMonth: month.describe('When the person said so'),
    shown: z
      .strictObject({ kind: z.enum(EVIDENCE_KINDS).exclude(['self-assessment']), what: words })
      .nullable()
      .describe('What the person shows for it to somebody else; null for a self-assessment alone'),
    verdict: z
      .strictObject({ verifier: id.describe('Id of the member who judged it'), month, reason: words })
      .nullable()
      .describe('Of a verifier, never the person; null until there is one'),
    state: z.enum(['said', 'asked', 'verified', 'refused']),
  })
  .superRefine(({ person, shown, verdict, state }, context) => {
    const blame = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message });
    const isJudged = state === 'verified' || state === 'refused';
    if (verdict?.verifier === person) blame(['verdict', 'verifier'], 'nobody verifies themselves');
    if (isJudged !== (verdict !== null))
      blame(['verdict'], 'a verdict is given where evidence is judged, and only there');
    if (state !== 'said' && shown === null) blame(['shown'], 'whoever asks for verification says what there is to see');
  });
export type SkillEvidenceRecord = z.infer<typeof skillEvidenceRecordSchema>;

/** What a record shows: that the person said so, and, once it is verified, that somebody else stands behind it. */
export function evidenceOfRecord({ person, skill, level, ...record }: SkillEvidenceRecord): readonly SkillEvidence[] {
  const { saidMonth, shown, verdict, state } = record;
  const said = { person, skill, level, kind: 'self-assessment', month: monthOf(saidMonth), verifier: null } as const;
  if (state !== 'verified' || shown === null || verdict === null) return [said];
  const { verifier } = verdict;
  return [said, { person, skill, level, kind: shown.kind, month: monthOf(verdict.month), verifier }];
}

/** A sound record's text always names a month. */
function monthOf(text: string): Month {
  return parseMonth(text) ?? 0;
}
