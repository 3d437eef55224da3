// What the law or a body's own rules ask of agreements, as data of a pack, and where an agreement falls short of it.
import { z } from 'zod';
import { words } from '../record-fields.ts';
import type { AgreementRecord } from './agreement-record.ts';

export const agreementRulesSchema = z
  .strictObject({
    leastKpis: z.number().int().min(0).max(100).describe('So many indicators at least'),
    aboveGbp: z.number().int().min(0).describe('For agreements worth more than this, whole pounds'),
    assessedEveryMonths: z.number().int().min(1).max(120).describe('Each is assessed at least so often'),
    ratings: z
      .array(
        z.strictObject({
          word: z.string().min(1).max(60),
          fromAttainment: z
            .number()
            .nullable()
            .describe('From here upwards: 0 at the threshold, 1 at the target; null for all below'),
        }),
      )
      .min(2)
      .max(10)
      .describe('Best first'),
    otherwise: z.string().min(1).max(60).describe('The word for what no rating describes'),
    source: words,
  })
  .superRefine(({ ratings }, context) => {
    const steps = ratings.map(({ fromAttainment }) => fromAttainment ?? Number.NEGATIVE_INFINITY);
    const isFalling = steps.every((step, index) => index === 0 || step < (steps[index - 1] ?? 0));
    if (!isFalling || ratings.at(-1)?.fromAttainment !== null) {
      context.addIssue({
        code: 'custom',
        path: ['ratings'],
        message: 'ratings fall from the best to one for all below',
      });
    }
  });

/** Rules for agreements: how many indicators, how often assessed, and the words that performance is rated in. */
export type AgreementRules = z.infer<typeof agreementRulesSchema>;

/** @returns what an agreement lacks, in sentences; none where it keeps to the rules */
export function agreementFlaws(agreement: AgreementRecord, rules: AgreementRules): readonly string[] {
  const flaws: string[] = [];
  const { kpis, valueGbp, title } = agreement;
  if (valueGbp > rules.aboveGbp && kpis.length < rules.leastKpis) {
    flaws.push(
      `'${title}' has ${kpis.length} performance indicators; one worth more than £${rules.aboveGbp} has at least ${rules.leastKpis}`,
    );
  }
  for (const { title: name, everyMonths } of kpis) {
    if (everyMonths > rules.assessedEveryMonths) {
      flaws.push(`'${name}' is assessed every ${everyMonths} months; the longest is ${rules.assessedEveryMonths}`);
    }
  }
  if (agreement.transfers.length === 0) flaws.push(`'${title}' transfers no skill to a post of one's own`);
  return flaws;
}
