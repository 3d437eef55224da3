// A business case: money for a requirement and its standards, the commitments and outcomes it is to bring, and what was spent.
import { z } from 'zod';
import { code, codes, LIST_MAX, moneyGbp, month, office, words } from '../record-fields.ts';

/** From each state those it may become; the first is where it begins. */
export const BUSINESS_CASE_STEPS = {
  draft: ['submitted', 'withdrawn'],
  submitted: ['draft', 'approved', 'refused', 'withdrawn'],
  approved: ['live', 'withdrawn'],
  live: ['closed'],
  closed: [],
  refused: [],
  withdrawn: [],
} as const;

export const businessCaseRecordSchema = z
  .strictObject({
    title: code,
    place: code.describe('The place that holds the money'),
    beneficiary: code.describe('The place that it is spent for'),
    office,
    fund: code,
    requirement: code.nullable().describe('Null for money that serves none, which is listed as such'),
    standards: codes,
    commitments: codes.describe('Undertakings, PLACE/CHANNEL/FAMILY/YEAR, that it pays for'),
    outcomes: z
      .array(z.strictObject({ measure: words, unit: code, baseline: z.number(), target: z.number(), month }))
      .max(50),
    planned: z.array(z.strictObject({ year: z.number().int().min(2000).max(2199), amountGbp: moneyGbp })).max(50),
    spent: z
      .array(z.strictObject({ month, amountGbp: moneyGbp, what: words }))
      .max(LIST_MAX)
      .describe('Only ever added to'),
    disinvests: z
      .array(z.strictObject({ what: words, fromMonth: month, savesGbpPerYear: moneyGbp }))
      .max(100)
      .describe('What ends because of it'),
    state: z.enum(['draft', 'submitted', 'approved', 'live', 'closed', 'refused', 'withdrawn']),
  })
  .superRefine((body, context) => {
    const years = body.planned.map(({ year }) => year);
    if (new Set(years).size < years.length) {
      context.addIssue({ code: 'custom', path: ['planned'], message: 'a year stands twice' });
    }
  });

/** What is kept of one business case. */
export type BusinessCaseRecord = z.infer<typeof businessCaseRecordSchema>;
