// plan.json: the whole of a plan as data, from which the report, the tables and every explanation are made.
import { z } from 'zod';

const code = z.string().min(1).max(120);
const month = z
  .string()
  .regex(/^\d{4}-\d{2}$/)
  .describe('Month, YYYY-MM');
const estimate = z.object({ mean: z.number(), p10: z.number(), p50: z.number(), p90: z.number() });
const tier = z.enum(['national', 'region', 'system', 'organisation']);
const kind = z.enum(['official', 'published', 'proxy', 'judgement']);

const problem = z.object({ code: z.string(), message: z.string(), path: z.string(), hint: z.string() });

const series = z.object({
  measure: z
    .enum(['headcount', 'fte', 'demandFte', 'gapFte', 'shortageFte', 'costGbp'])
    .describe(
      'gapFte is supply less demand: below 0 is a shortfall; shortageFte lets no surplus of one role hide another',
    ),
  place: code,
  role: z.string().describe('Role id, or * for all roles'),
  family: z.string().describe('Role family id, or *'),
  band: z.string().describe('Band id, or *'),
  mean: z.array(z.number()),
  p10: z.array(z.number()),
  p50: z.array(z.number()),
  p90: z.array(z.number()),
});

const intervention = z.object({
  id: code,
  channel: code,
  role: code,
  band: code,
  place: code,
  serves: z
    .array(z.object({ place: code, share: z.number() }))
    .optional()
    .describe('Of a shared post: the places that have parts of it, which add up to 1'),
  startMonth: month,
  inPostMonth: month.describe('Month in which those who complete are in post'),
  people: z.number().describe('Starts'),
  costGbp: z.number(),
  extraCostGbp: z
    .number()
    .optional()
    .describe('Of that: opening the channel, and what moved placements and people harder to keep cost more'),
  accountableTier: tier,
  accountablePlace: code.describe('The place at that tier that answers for it'),
  fund: z.string(),
  requirements: z.array(z.string()).describe('Ids of the blueprint requirements it serves'),
});

const requirement = z.object({
  id: code,
  title: z.string(),
  domain: z.string(),
  accountableTier: tier,
  standards: z.array(z.string()),
  pathwayStep: z.string().nullable(),
  from: month,
  matures: month,
  demandFteAtMaturity: estimate.describe('Digital FTE asked for in the nation when mature'),
  interventions: z.array(z.string()).describe('Ids of the interventions that serve it'),
});

const assumption = z.object({
  id: code,
  description: z.string(),
  unit: z.string(),
  value: z.string().describe('The value or values in words'),
  range: z.string().nullable().describe('The distribution in words; null where it is certain'),
  kind,
  source: code,
  note: z.string(),
  reliability: z.enum(['high', 'medium', 'low']),
  owner: z.string(),
  signedOffBy: z.string().nullable(),
  reviewBy: month,
  isOverdue: z.boolean(),
});

const elasticity = z.object({
  assumption: code,
  low: z.number().describe('National gap at the last month, FTE, with the assumption at its tenth percentile'),
  high: z.number().describe('The same at its ninetieth percentile'),
  elasticity: z.number().describe('Percent change of supply at the last month for one percent more of the assumption'),
  gapFtePerPercent: z
    .number()
    .describe('Change of the gap, FTE, for one percent more of it, supply and demand together'),
  shareOfDoubt: z
    .object({
      share: z.number().describe('Total Sobol index: of the variance of the gap, all that goes with it'),
      error: z.number().nullable().describe('Standard error over independent scrambles; null where there is but one'),
      together: z.array(code).describe('Those that go up and down together and share the index; empty for one alone'),
    })
    .nullable()
    .describe('Null for assumptions too weak to be asked about'),
  sentence: z.string(),
});

export const planDocumentSchema = z.object({
  format: z.literal('cadre-plan/1'),
  pack: z.object({ id: code, name: z.string(), version: z.string(), hash: z.string().describe('SHA-256 of the pack') }),
  blueprint: z.object({
    title: z.string(),
    version: z.string(),
    status: z.enum(['illustrative', 'draft', 'adopted']).describe('How far it is agreed'),
  }),
  disclosure: z
    .object({ name: z.string(), version: z.string() })
    .optional()
    .describe('The rule by which small groups were hidden before anything was worked out; left out where none was'),
  scenario: z.object({
    id: code,
    name: z.string(),
    description: z.string(),
    recruitment: z.enum(['trend', 'establishment']),
  }),
  seed: z.number().int(),
  asOf: month.describe('Month against which review dates were read'),
  engine: z.object({
    version: z.string(),
    mode: z.enum(['expected', 'exact', 'draws']),
    samples: z.number().int(),
  }),
  months: z.array(month),
  places: z.array(z.object({ code, name: z.string(), tier, parent: z.string().nullable() })),
  families: z.array(z.object({ id: code, name: z.string() })),
  roles: z.array(
    z.object({ id: code, name: z.string(), family: code, isHybrid: z.boolean(), digitalShareOfFte: z.number() }),
  ),
  bands: z.array(z.object({ id: code, name: z.string() })),
  channels: z.array(
    z.object({
      id: code,
      name: z.string(),
      kind: z.string(),
      months: z.number(),
      fund: z.string(),
      accountableTier: tier,
    }),
  ),
  series: z.array(series).describe('As things go without the plan'),
  seriesWithPlan: z.array(series).describe('The plan replayed through the full model'),
  chanceClosed: z
    .array(z.object({ place: code, before: z.array(z.number()), after: z.array(z.number()) }))
    .describe(
      'Chance, by month, that a place has as many digital FTE as it needs, all roles together, to within half a post',
    ),
  precision: z
    .array(
      z.object({
        place: code,
        measure: z.enum(['headcount', 'fte', 'demandFte', 'gapFte', 'shortageFte', 'costGbp']),
        mean: z.array(z.number()),
        p10: z.array(z.number()),
        p50: z.array(z.number()),
        p90: z.array(z.number()),
      }),
    )
    .describe(
      'Standard errors of `series` for whole places down to systems, at the end of each year and in the last month, from ' +
        'independent scrambles of the samples; empty where there are fewer than 64 samples',
    ),
  settling: z
    .array(
      z.object({
        samples: z.number().int(),
        gapFte: z.object({ mean: z.number(), p10: z.number(), p90: z.number() }),
        errorFte: z
          .object({ mean: z.number(), p10: z.number(), p90: z.number() })
          .nullable()
          .describe('Standard errors; null where there is but one scramble'),
      }),
    )
    .describe('The national gap of the last month as more and more of the samples give it'),
  precisionSentence: z.string().describe('How far off the headline may be because samples are finite'),
  tolerance: z.string().nullable().describe('How sure the headline was to be, as it was asked for: 50 posts or 2%'),
  plan: z.object({
    status: z.enum(['optimal', 'stopped', 'not-needed']),
    objectiveGbp: z.number(),
    boundGbp: z.number().describe('No plan can be cheaper: the solver’s proof'),
    programmeCostGbp: z.number(),
    costs: z
      .array(z.object({ year: z.number().int(), tier, fund: z.string(), costGbp: z.number() }))
      .describe('By financial year of the start'),
    binding: z.array(z.object({ name: z.string(), sentence: z.string(), priceGbp: z.number() })),
    promise: z.string().describe('What the plan promised and what its replay gave'),
    reasons: z
      .array(z.string())
      .describe('What is lost where one of the first decisions slips by a year, and what the next £1m would buy'),
  }),
  interventions: z.array(intervention),
  requirements: z.array(requirement),
  actions: z
    .array(
      z.object({
        id: code,
        place: code,
        requirement: code,
        summary: z.string(),
        owner: z.string().describe('An office'),
        due: month,
        channel: code.nullable().describe('The channel that is to carry it out; null for any'),
        interventions: z.array(z.string()).describe('Ids of the interventions that carry it out'),
        people: z.number().describe('Their starts'),
        peopleInTime: z.number().describe('Those of them who are to be in post by the month due'),
      }),
    )
    .describe('Open actions of the blueprint, by the month they are due'),
  comparisons: z.array(
    z.object({
      id: code,
      description: z.string(),
      month,
      published: z.number(),
      ours: estimate,
      source: code,
      note: z.string(),
    }),
  ),
  elasticities: z.array(elasticity),
  assumptions: z.array(assumption),
  sources: z.array(
    z.object({ id: code, title: z.string(), publisher: z.string(), date: z.string(), kind, licence: z.string() }),
  ),
  hybrids: z
    .array(
      z.object({
        role: code,
        headcount: z.number(),
        postFte: z.number(),
        shares: z.array(z.object({ profession: code, name: z.string(), fte: z.number() })),
      }),
    )
    .describe('Hybrid roles of the nation at the base month: whole posts, and the FTE each profession gets of them'),
  ambition: z
    .object({ share: z.number(), by: month, allStaffFte: z.number(), ourShare: estimate, sentence: z.string() })
    .nullable(),
  summary: z.array(z.string()).describe('Sentences a director could read aloud'),
  intendedUse: z.string(),
  limits: z.array(z.string()),
  figuresLicence: z.string(),
  problems: z.array(problem),
  warnings: z.array(problem),
});

export type PlanDocument = z.infer<typeof planDocumentSchema>;
