// One figure of an agreement's performance: reported by either side, and counted only once somebody else verified it.
import { z } from 'zod';
import { code, month, words } from '../record-fields.ts';

/** From each state those it may become; the first is where it begins. */
export const PERFORMANCE_STEPS = {
  reported: ['verified', 'disputed', 'refused'],
  disputed: ['verified', 'refused'],
  verified: [],
  refused: [],
} as const;

export const performanceRecordSchema = z
  .strictObject({
    agreement: code,
    place: code.describe('The buyer'),
    supplier: code,
    subject: z.enum(['outcome', 'kpi', 'milestone', 'transfer', 'held']).describe('What the figure is about'),
    subjectId: code.describe('Id in the agreement: of the outcome, the KPI, the payment or the transfer'),
    month,
    value: z.number().describe('As reported; 1 or 0 for a milestone, a transfer, or a skill still held'),
    evidence: words,
    verifier: code.nullable().describe('Id of the party that verified it'),
    verifiedValue: z.number().nullable(),
    reason: words.nullable().describe('Why it is disputed or was refused'),
    state: z.enum(['reported', 'disputed', 'verified', 'refused']),
  })
  .superRefine((body, context) => {
    const blame = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (body.verifier === body.supplier) blame('verifier', 'the supplier cannot verify itself');
    const isVerified = body.state === 'verified';
    if (isVerified !== (body.verifier !== null))
      blame('verifier', 'a verifier stands with what is verified, and only there');
    if (isVerified !== (body.verifiedValue !== null)) {
      blame('verifiedValue', 'a verified value stands with what is verified, and only there');
    }
    if ((body.state === 'disputed' || body.state === 'refused') !== (body.reason !== null)) {
      blame('reason', 'a reason is given where a figure is disputed or refused, and only there');
    }
  });

/** What is kept of one figure. */
export type PerformanceRecord = z.infer<typeof performanceRecordSchema>;
