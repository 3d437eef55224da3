// An agreement with a supplier for outcomes: what is measured from where to where, who verifies, what is paid, what stays.
import { z } from 'zod';
import { code, codes, LIST_MAX, moneyGbp, month, monthOf, people, words } from '../record-fields.ts';

/** From each state those it may become; the first is where it begins. */
export const AGREEMENT_STEPS = {
  draft: ['agreed', 'dropped'],
  agreed: ['live', 'terminated'],
  live: ['ended', 'terminated'],
  ended: [],
  terminated: [],
  dropped: [],
} as const;

const indicator = {
  id: code,
  title: code,
  unit: code,
  target: z.number(),
  threshold: z.number().describe('Short of this nothing counts as reached'),
};

const outcome = z.strictObject({
  ...indicator,
  indicator: words.describe('What is counted, so that two people count alike'),
  cohort: z
    .strictObject({ description: words, people, fixedIn: month })
    .describe('Whom it is about; fixed at the baseline, so that nobody is added or dropped to suit the figure'),
  baseline: z.strictObject({ value: z.number(), month, source: words }),
  windowFrom: month,
  windowUntil: month,
  evidenceRule: words,
  attribution: words.describe('How the share of the change that is the supplier’s is told from the rest'),
  attributedShare: z.number().min(0).max(1).describe('That share'),
});

const kpi = z.strictObject({ ...indicator, everyMonths: z.number().int().min(1).max(120) });

const payment = z.discriminatedUnion('kind', [
  z.strictObject({ id: code, kind: z.literal('fixed'), amountGbp: moneyGbp, dueMonth: month }),
  z.strictObject({ id: code, kind: z.literal('milestone'), amountGbp: moneyGbp, dueMonth: month, milestone: words }),
  z.strictObject({ id: code, kind: z.literal('outcome'), amountGbp: moneyGbp, outcome: code }),
  z.strictObject({
    id: code,
    kind: z.literal('holdback'),
    share: z.number().min(0).max(1).describe('Of all fixed and milestone payments'),
    releasedBy: z.enum(['outcomes', 'transfer']),
  }),
  z.strictObject({ id: code, kind: z.literal('clawback'), outcome: code, mostGbp: moneyGbp }),
]);

const transfer = z.strictObject({
  id: code,
  post: code.describe('The in-house post, never its holder'),
  place: code,
  role: code,
  skill: code,
  level: z.enum(['awareness', 'working', 'practitioner', 'expert']),
  byMonth: month,
  heldMonths: z.number().int().min(0).max(60).describe('Months after which the post still holds the skill'),
});

const party = z.strictObject({ id: code, name: code });

export const agreementRecordSchema = z
  .strictObject({
    title: code,
    buyer: code.describe('Code of the place that buys'),
    supplier: party,
    verifier: party.describe('Who says whether outcomes were reached; never the supplier'),
    requirements: codes.min(1),
    standards: codes,
    valueGbp: moneyGbp,
    from: month,
    until: month,
    outcomes: z.array(outcome).min(1).max(100),
    kpis: z.array(kpi).max(100),
    payments: z.array(payment).max(200),
    transfers: z.array(transfer).max(500),
    yields: z
      .array(z.strictObject({ channel: code, role: code, band: code, place: code, month, people }))
      .max(LIST_MAX)
      .describe('Starts in the channels of the pack that it brings'),
    reliance: z
      .array(z.strictObject({ requirement: code, month, supplierFte: z.number().min(0), ownFte: z.number().min(0) }))
      .max(LIST_MAX)
      .describe('Who does the work of a requirement, as agreed for each date'),
    exit: z.strictObject({
      noticeMonths: z.number().int().min(0).max(60),
      plan: words,
      handsOver: z.array(words).max(100),
    }),
    state: z.enum(['draft', 'agreed', 'live', 'ended', 'terminated', 'dropped']),
  })
  .superRefine((body, context) => {
    const blame = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
    if (body.verifier.id === body.supplier.id) blame(['verifier', 'id'], 'the supplier cannot verify itself');
    if (body.buyer === body.supplier.id) blame(['buyer'], 'a place cannot buy from itself');
    if (monthOf(body.from) > monthOf(body.until)) blame(['until'], 'an agreement ends after it begins');
    const known = new Set(body.outcomes.map(({ id }) => id));
    body.payments.forEach((each, index) => {
      if ((each.kind === 'outcome' || each.kind === 'clawback') && !known.has(each.outcome)) {
        blame(['payments', index, 'outcome'], `the agreement has no outcome '${each.outcome}'`);
      }
    });
    body.outcomes.forEach((each, index) => {
      if (each.target === each.baseline.value)
        blame(['outcomes', index, 'target'], 'a target differs from its baseline');
      if (monthOf(each.cohort.fixedIn) > monthOf(each.windowFrom)) {
        blame(['outcomes', index, 'cohort'], 'a cohort is fixed before its window opens');
      }
    });
    for (const [path, ids] of [
      ['outcomes', body.outcomes.map(({ id }) => id)],
      ['kpis', body.kpis.map(({ id }) => id)],
      ['payments', body.payments.map(({ id }) => id)],
      ['transfers', body.transfers.map(({ id }) => id)],
    ] as const) {
      if (new Set(ids).size < ids.length) blame([path], 'two of them have the same id');
    }
  });

/** What is kept of one agreement. */
export type AgreementRecord = z.infer<typeof agreementRecordSchema>;
export type AgreedOutcome = AgreementRecord['outcomes'][number];
export type AgreedPayment = AgreementRecord['payments'][number];
