// A commitment: what one body undertakes to start, by when, from which money, for which requirement, and how it will show.
import { z } from 'zod';

const code = z.string().min(1).max(120);
const month = z
  .string()
  .regex(/^\d{4}-\d{2}$/)
  .describe('Month, YYYY-MM');
const tier = z.enum(['national', 'region', 'system', 'organisation']);
const people = z.number().min(0);
const costGbp = z.number().int().min(0).describe('Cost of the starts in whole pounds, pay left out');

const measure = z
  .object({
    measure: z.literal('fte'),
    place: code,
    family: code,
    month: month.describe('The month in which the last of them are in post, or the last month of the plan'),
    withoutPlanFte: z.number(),
    withPlanFte: z.number().describe('What the place is to have then, by the plan replayed through the full model'),
  })
  .describe('The figure that will show it; other commitments for the same place and family move it too');

const commitmentSchema = z.object({
  id: z.string().describe('PLACE/CHANNEL/FAMILY/YEAR: the same undertaking has the same id in every plan'),
  tier,
  accountablePlace: code.describe('The body at that tier that answers for it'),
  place: code.describe('Where the people start'),
  channel: code,
  family: code,
  financialYear: z.number().int().describe('The year in whose April it begins'),
  posts: z.array(z.object({ role: code, band: code, people })).describe('What the people are to become'),
  people,
  firstStartMonth: month,
  lastStartMonth: month.describe('The month by which all have started'),
  inPostMonth: month.describe('The month by which those who complete are in post'),
  costGbp,
  extraCostGbp: z
    .number()
    .int()
    .describe('Of that: opening channels, and what moved placements and people harder to keep cost more'),
  fund: z.string(),
  requirements: z.array(z.string()).describe('Ids of the blueprint requirements it serves'),
  measure,
  interventions: z.array(code).describe('Ids of the interventions of the plan that it is made of'),
});

/** One undertaking of one body: all starts of a channel into a role family in a place in a financial year. */
export type Commitment = z.infer<typeof commitmentSchema>;

const sums = z.object({ commitments: z.number().int(), people, costGbp: z.number().int() });

const rollUpSchema = z.object({
  place: code,
  tier,
  own: sums.describe('What the body itself answers for'),
  below: sums.describe('What the bodies below it answer for'),
  total: sums.describe('Both together'),
  startsHere: sums.describe('What starts in the place or below it, whoever answers for it'),
});

/** What a body and those below it answer for. Nothing is counted twice: a commitment has one accountable body. */
export type RollUp = z.infer<typeof rollUpSchema>;
export type CommitmentSums = RollUp['own'];

/** What commitments.json is read by. */
export const commitmentDocumentSchema = z.object({
  format: z.literal('cadre-commitments/1'),
  pack: z.object({ id: code, name: z.string(), version: z.string(), hash: z.string() }),
  scenario: z.object({ id: code, name: z.string() }),
  commitments: z.array(commitmentSchema),
  rollUps: z.array(rollUpSchema).describe('One for each place, in the order of the plan'),
});

/** commitments.json: a plan as undertakings that can be signed and followed. */
export type CommitmentDocument = z.infer<typeof commitmentDocumentSchema>;
