// Evidence of one month from one place: who was in post, who came and went, and how cohorts fared.
import { z } from 'zod';
import { code, LIST_MAX, month, people, words } from '../record-fields.ts';

/** From each state those it may become; the first is where it begins. */
export const EVIDENCE_STEPS = { reported: ['verified', 'refused'], verified: [], refused: ['reported'] } as const;

const row = z.strictObject({
  family: code.describe('Role family; * for all'),
  openingPeople: people.describe('In post at the end of the month before'),
  closingPeople: people.describe('In post at the end of the month'),
  joiners: people.describe('Who came in from outside, cohorts left out'),
  leavers: people,
  completers: people.describe('Who came into post from a channel'),
  demandPeople: people.nullable().describe('Posts asked for; null where they were not counted anew'),
});

const cohort = z.strictObject({
  channel: code,
  startMonth: month,
  starters: people,
  stillTraining: people,
  completed: people,
  left: people,
});

export const evidenceRecordSchema = z
  .strictObject({
    place: code,
    month,
    rows: z.array(row).max(LIST_MAX),
    cohorts: z.array(cohort).max(LIST_MAX),
    source: z.strictObject({
      title: words,
      publisher: code,
      kind: z.enum(['official', 'published', 'proxy', 'judgement']),
      licence: code,
    }),
    state: z.enum(['reported', 'verified', 'refused']),
    reason: words.nullable().describe('Why it was refused'),
  })
  .superRefine((body, context) => {
    const blame = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
    if ((body.state === 'refused') !== (body.reason !== null)) {
      blame(['reason'], 'a reason is given where evidence is refused, and only there');
    }
    body.rows.forEach((each, index) => {
      if (each.leavers > each.openingPeople + each.joiners + each.completers) {
        blame(['rows', index, 'leavers'], `${each.leavers} left, but fewer were there or came`);
      }
      if (body.rows.findIndex(({ family }) => family === each.family) !== index) {
        blame(['rows', index, 'family'], `family '${each.family}' stands twice`);
      }
    });
    body.cohorts.forEach((each, index) => {
      const told = each.stillTraining + each.completed + each.left;
      if (Math.abs(told - each.starters) > 1e-6) {
        blame(['cohorts', index, 'starters'], `${each.starters} started, but ${told} are accounted for`);
      }
    });
  });

/** What one place says of one month. */
export type EvidenceRecord = z.infer<typeof evidenceRecordSchema>;
export type EvidenceRow = EvidenceRecord['rows'][number];
export type CohortResult = EvidenceRecord['cohorts'][number];
