// A commitment as it is kept: what was undertaken, by whom, and how it has gone since, which is only added to.
import { z } from 'zod';
import { code, codes, LIST_MAX, moneyGbp, month, monthOf, office, people, tier, words } from '../record-fields.ts';

/** From each state those it may become; the first is where it begins. */
export const COMMITMENT_STEPS = {
  proposed: ['agreed', 'withdrawn'],
  agreed: ['on-track', 'at-risk', 'late', 'done', 'withdrawn'],
  'on-track': ['at-risk', 'late', 'done', 'withdrawn'],
  'at-risk': ['on-track', 'late', 'done', 'withdrawn'],
  late: ['on-track', 'at-risk', 'done', 'withdrawn'],
  done: [],
  withdrawn: [],
} as const;

export const COMMITMENT_STATES = [
  'proposed',
  'agreed',
  'on-track',
  'at-risk',
  'late',
  'done',
  'withdrawn',
] as const satisfies readonly (keyof typeof COMMITMENT_STEPS)[];
export type CommitmentState = (typeof COMMITMENT_STATES)[number];

const measure = z.strictObject({
  measure: z.literal('fte'),
  place: code,
  family: code,
  month,
  withoutPlanFte: z.number(),
  withPlanFte: z.number(),
});

const progress = z.strictObject({
  month,
  startedPeople: people.describe('Who started in this month'),
  spentGbp: moneyGbp.describe('What was spent in this month'),
  note: z.string().max(2000),
});

export const commitmentRecordSchema = z
  .strictObject({
    undertaking: code.describe('PLACE/CHANNEL/FAMILY/YEAR, as the plan names it'),
    tier,
    accountablePlace: code.describe('The body at that tier that answers for it'),
    place: code.describe('Where the people start'),
    office,
    channel: code,
    family: code,
    posts: z
      .array(z.strictObject({ role: code, band: code, people }))
      .min(1)
      .max(LIST_MAX),
    people,
    costGbp: moneyGbp,
    fund: code,
    requirements: codes,
    measure,
    startMonth: month.describe('When the first were to start, as it was undertaken'),
    lastStartMonth: month.describe('By when all were to have started, as it was undertaken'),
    dueMonth: month.describe('By when those who complete are to be in post, as it was undertaken'),
    slipMonths: z.number().int().min(0).max(240).describe('By how many months what is still to start has slipped'),
    lostPeople: people.describe('Starts that will not happen any more'),
    progress: z.array(progress).max(LIST_MAX).describe('Only ever added to'),
    plan: z.strictObject({ hash: z.string().max(128), scenario: code }).describe('The plan it was accepted from'),
    state: z.enum(COMMITMENT_STATES),
    reason: words.nullable().describe('Why it was withdrawn'),
  })
  .superRefine((body, context) => {
    const blame = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if ((body.state === 'withdrawn') !== (body.reason !== null)) {
      blame('reason', 'a reason is given where a commitment is withdrawn, and only there');
    }
    if (
      monthOf(body.startMonth) > monthOf(body.lastStartMonth) ||
      monthOf(body.lastStartMonth) > monthOf(body.dueMonth)
    ) {
      blame('dueMonth', 'months go from the first start over the last to the month in post');
    }
    const posts = body.posts.reduce((sum, each) => sum + each.people, 0);
    if (Math.abs(posts - body.people) > 1e-6) blame('people', `the posts add up to ${posts}, not to ${body.people}`);
    if (body.lostPeople > body.people) blame('lostPeople', `no more than ${body.people} can be lost`);
  });

/** What is kept of one undertaking. */
export type CommitmentRecord = z.infer<typeof commitmentRecordSchema>;
