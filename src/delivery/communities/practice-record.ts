// A practice that a community looks after: its owner, version and evidence, and the places that took it up.
import { z } from 'zod';
import { code, codes, link, LIST_MAX, month, office, words } from '../record-fields.ts';

/** From each state those it may become; the first is where it begins. */
export const PRACTICE_STEPS = {
  draft: ['current', 'retired'],
  current: ['superseded', 'retired'],
  superseded: ['retired'],
  retired: [],
} as const;

export const practiceRecordSchema = z.strictObject({
  title: code,
  summary: words,
  community: code.describe('Id of the community record'),
  place: code.describe('The place that its owner belongs to'),
  office,
  version: code,
  requirements: codes,
  address: link.nullable().describe('Where the practice itself is to be read'),
  evidence: z
    .array(
      z.strictObject({
        summary: words,
        kind: z.enum(['trial', 'comparison', 'before-and-after', 'case', 'opinion']),
        month,
        address: link.nullable(),
      }),
    )
    .max(200),
  audience: codes.describe('Places that could take it up'),
  adopted: z
    .array(z.strictObject({ place: code, month, version: code }))
    .max(LIST_MAX)
    .describe('Only ever added to'),
  reviewBy: month,
  state: z.enum(['draft', 'current', 'superseded', 'retired']),
});

/** What is kept of one practice. */
export type PracticeRecord = z.infer<typeof practiceRecordSchema>;
