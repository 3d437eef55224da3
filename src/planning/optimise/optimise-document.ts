// optimise.json: one plan for one aim, with what it rests on, what it gives up, and what other sums of money would do.
import { z } from 'zod';

const code = z.string().min(1).max(120);
const month = z
  .string()
  .regex(/^\d{4}-\d{2}$/)
  .describe('Month, YYYY-MM');

const figures = z.object({
  spentGbp: z.number().describe('What the starts cost, pay left out'),
  payGbp: z.number().describe('Pay with on-costs of those who come, up to the end of the plan'),
  shortFteYears: z.number().describe('Shortage over the whole plan'),
  lastShortFte: z.number().describe('Shortage of the last year, mean over it'),
  people: z.number().describe('Starts'),
});

const point = z.object({ budgetGbp: z.number(), figures });

const riskReading = z.object({
  meanFteYears: z.number(),
  tailFteYears: z.number().describe('Mean over the worst futures'),
});

const chances = z.object({ before: z.number(), after: z.number().describe('With the plan') });

const risk = z.object({
  futures: z.number().int(),
  tailShare: z.number().describe('Share of futures that count as the worst'),
  before: riskReading,
  inSample: riskReading.describe('With the plan, in the futures it was made on or chosen by'),
  fresh: riskReading.describe('With the plan, in as many other futures'),
  sentence: z.string(),
  requirements: z
    .array(
      z.object({
        requirement: z.string(),
        title: z.string(),
        whenMature: chances.describe('In the year in which it matures'),
        atEnd: chances.describe('In the last year of the plan'),
      }),
    )
    .describe('Chance, over fresh futures, that no more than one in twenty of its posts is empty'),
});

const flexibility = z.object({
  from: month,
  fixedGbp: z.number(),
  flexibleGbp: z.number(),
  early: z.array(z.object({ channel: code, fixedPeople: z.number(), flexiblePeople: z.number() })),
  sentence: z.string(),
});

const reasons = z.object({
  nextMoney: z.object({
    spentGbp: z.number(),
    people: z.number(),
    fteYears: z.number(),
    lastYearFte: z.number(),
    parts: z.array(z.object({ channel: code, place: code, people: z.number(), spentGbp: z.number() })),
    sentence: z.string(),
  }),
  slips: z.array(
    z.object({ channel: code, people: z.number(), costGbp: z.number(), fteYears: z.number(), sentence: z.string() }),
  ),
  without: z
    .array(z.object({ channels: z.array(code), costGbp: z.number(), fteYears: z.number(), sentence: z.string() }))
    .describe(
      'What the best plan without channels costs, shortage at the pack’s price, and leaves unfilled beyond this one',
    ),
});

/** What optimise.json is read by. */
export const optimiseDocumentSchema = z.object({
  format: z.literal('cadre-optimise/1'),
  pack: z.object({ id: code, name: z.string(), version: z.string(), hash: z.string().describe('SHA-256 of the pack') }),
  scenario: z.object({ id: code, name: z.string() }),
  seed: z.number().int(),
  asOf: month,
  from: month.describe('Base month'),
  to: month.describe('Last month of the plan'),
  aim: z.object({
    budget: z.object({ gbp: z.number(), per: z.enum(['plan', 'year']) }).nullable(),
    targetShare: z.number().nullable(),
    risk: z.object({ weight: z.number(), tailShare: z.number() }).nullable(),
    without: z.array(code),
    sentence: z.string(),
  }),
  answer: z.string().describe('What the plan does, in a sentence or two'),
  status: z.enum(['optimal', 'stopped', 'not-needed']),
  relativeGap: z.number().describe('How far the plan may be from the best, as a share of what is weighed'),
  proof: z.string(),
  nothing: figures.describe('Nobody started'),
  plan: figures,
  promise: z.string().describe('What the plan promised and what its replay through the full model gave'),
  binding: z.array(
    z.object({
      name: z.string(),
      sentence: z.string(),
      priceGbp: z.number().describe('What one more is worth, shortage at the pack’s price'),
    }),
  ),
  starts: z.array(
    z.object({
      channel: code,
      role: code,
      band: code,
      place: code,
      startMonth: month,
      people: z.number(),
      costGbp: z.number(),
    }),
  ),
  byChannel: z.array(
    z.object({ channel: code, name: z.string(), people: z.number(), costGbp: z.number(), firstStart: month }),
  ),
  frontier: z
    .object({ points: z.array(point), chosen: z.number().int().nullable(), note: z.string() })
    .nullable()
    .describe('For each sum of money the least that stays short; null where it was not asked for'),
  reasons,
  risk: risk.nullable(),
  flexibility: flexibility.nullable(),
  counting: z
    .string()
    .describe('How places were counted for the questions that take many programmes, and what that costs'),
  warnings: z.array(z.object({ code: z.string(), message: z.string(), path: z.string(), hint: z.string() })),
});

export type OptimiseDocument = z.infer<typeof optimiseDocumentSchema>;
