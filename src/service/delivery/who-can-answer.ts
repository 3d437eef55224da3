// Who can answer a question: members whose verified skill fits, found by the service so that nobody browses passports.
import { questionRecordSchema, routeQuestion, type Answerer } from '#delivery';
import { fail, groupBy, ok, parseMonth, type Result } from '#kernel';
import { evidenceOfRecord, passportOf, readTerms, skillEvidenceRecordSchema, type EvidenceRules } from '#pathways';
import { putRecord, readRecord } from '../records/keep-record.ts';
import type { StoredRecord, StoreSession } from '../ports.ts';
import { openWorkspace } from '../workspace/workspace.ts';
import type { Desk } from '../world.ts';

/** As many as a question goes to. */
const MOST_ASKED = 3;
/** Records of one kind that are looked through. */
const LOOKED_THROUGH = 20_000;

/** Routes a question and keeps to whom it went, each with the reason in words. Of other members nothing is told but
 *  that one skill, and that only of those to whom the question goes.
 *  @param madeFrom the version of the question that was seen */
export async function askWhoCanAnswer(desk: Desk, id: string, madeFrom: number): Promise<Result<StoredRecord>> {
  const kept = await readRecord(desk, 'question', id);
  if (!kept.ok) return kept;
  const question = questionRecordSchema.parse(kept.value.body);
  const answerers = await answerersOf(desk);
  if (!answerers.ok) return answerers;
  const routedTo = routeQuestion(question, answerers.value, MOST_ASKED);
  if (routedTo.length === 0) return fail(nobody(question.skill));
  return putRecord(desk, {
    kind: 'question',
    id,
    madeFrom,
    body: { ...question, routedTo, state: 'routed' },
    action: 'change',
    fills: ['routedTo'],
    summary: `A question was routed to ${routedTo.length} members.`,
  });
}

function answerersOf({ world, actor }: Desk): Promise<Result<readonly Answerer[]>> {
  return world.store.inTenant<readonly Answerer[]>(actor.tenant, async (session) => {
    const workspace = await openWorkspace(session, world.readPackTexts);
    if (!workspace.ok) return workspace;
    const terms = readTerms(workspace.value.pack.skills.terms);
    if (!terms.ok) return terms;
    const rules = terms.value.evidence;
    const now = parseMonth(world.clock().slice(0, 7)) ?? 0;
    const shown = (await bodiesOf(session, 'skill-evidence')).flatMap((body) => {
      const record = skillEvidenceRecordSchema.safeParse(body);
      return record.success && record.data.state === 'verified' ? evidenceOfRecord(record.data) : [];
    });
    const open = (await bodiesOf(session, 'question')).flatMap((body) => {
      const question = questionRecordSchema.safeParse(body);
      return question.success && question.data.state === 'routed' ? question.data.routedTo : [];
    });
    return ok(
      [...groupBy(shown, ({ person }) => person)].map(([member, evidence]) => ({
        member,
        skills: skillsOf(evidence, now, rules),
        openQuestions: open.filter((each) => each.member === member).length,
      })),
    );
  });
}

function skillsOf(evidence: Parameters<typeof passportOf>[0], now: number, rules: EvidenceRules): Answerer['skills'] {
  return passportOf(evidence, now, rules).flatMap(({ skill, held, confidence }) =>
    held === null ? [] : [{ skill, level: held, trust: Math.round(confidence * 100) / 100, isVerified: true }],
  );
}

async function bodiesOf(session: StoreSession, kind: string): Promise<readonly unknown[]> {
  const all = { places: null, owner: null, party: null, state: null, after: null, limit: LOOKED_THROUGH };
  const records = await session.records.list({ kind, ...all });
  return records.map(({ body }) => body);
}

function nobody(skill: string) {
  return {
    code: 'not-found',
    message: `Nobody holds '${skill}' with evidence that somebody else has verified.`,
    path: 'skill',
    hint: 'Ask where your community meets, or name a skill that is nearer to what its members hold.',
  } as const;
}
