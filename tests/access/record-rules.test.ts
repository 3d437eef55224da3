// What holds for records of every kind: they point at what is there, leave alone what the service fills in, and one is one.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { z } from 'zod';
import { putRecord, recordHistory, type Action, type Member, type RecordKind } from '#service';
import { serviceKinds } from '../../src/main/service/service-kinds.ts';
import { AGREEMENT } from './agreement.test-support.ts';
import { FOREIGN, memberOf, OWN, startService, TENANT, type Service } from './service-under-test.ts';

const staff = memberOf('member-of-staff', TENANT);
const planner = memberOf('national-planner', TENANT);
const secondPlanner = { ...planner, id: 'second-planner' };
const lead = memberOf('organisation-lead', TENANT);

const COMMUNITY = {
  name: 'Records',
  purpose: 'To share what works.',
  place: OWN,
  requirements: ['REC-1'],
  members: [],
  conveners: [],
  activity: [],
  links: [],
  state: 'potential',
};
const QUESTION = {
  title: 'How do you match?',
  text: 'How do you match records?',
  community: 'c1',
  place: OWN,
  askedBy: staff.id,
  month: '2026-03',
  skill: 'data/analysis',
  level: 'working',
  requirement: null,
  routedTo: [],
  answer: null,
  state: 'asked',
};
const PASSPORT = { person: staff.id, place: OWN, post: 'data-analyst:5', state: 'kept' };
const WISHES = {
  round: 'no-such-round',
  person: staff.id,
  area: 'north',
  preferences: [OWN],
  acceptsUnlisted: false,
  mostTravelMinutes: null,
  state: 'draft',
};
const PRACTICE = {
  title: 'Match twice',
  summary: 'Match by two keys.',
  community: 'no-such-community',
  place: OWN,
  office: 'Records lead',
  version: '1',
  requirements: ['REC-1'],
  address: null,
  evidence: [],
  audience: [OWN],
  adopted: [],
  reviewBy: '2027-03',
  state: 'draft',
};
const REPORT = {
  agreement: 'no-such-agreement',
  place: OWN,
  supplier: 'acme',
  subject: 'outcome',
  subjectId: 'o1',
  month: '2026-02',
  value: 2,
  evidence: 'Payroll of February',
  verifier: null,
  verifiedValue: null,
  reason: null,
  state: 'reported',
};
const none = { applied: null, offered: null, started: null, droppedOut: null, completed: null };
const COHORT = {
  id: 'autumn',
  programme: 'no-such-programme',
  place: OWN,
  plannedStart: '2026-09',
  expectedStart: '2026-09',
  supervisorFte: 1,
  startersByAge: [],
  planned: { applied: 4, offered: 3, started: 2, droppedOut: 0, completed: 2, inPost: 2, inPostAt12Months: 2 },
  actual: { ...none, inPost: null, inPostAt12Months: null },
  countedIn: 'plan',
  state: 'planned',
};

describe('a record of any kind', () => {
  let service: Service;
  before(async () => {
    service = await startService();
  });
  after(() => service.close());

  type Sent = { readonly kind: string; readonly id: string; readonly body: unknown };
  const put = (actor: Member, { kind, id, body }: Sent, step: { action: Action; madeFrom: number }) =>
    putRecord({ world: service.world, actor }, { kind, id, body, ...step, summary: 'For a test.' });
  const create = (actor: Member, sent: Sent) => put(actor, sent, { action: 'create', madeFrom: 0 });
  const refused = async (done: ReturnType<typeof put>, code: string, words: RegExp) => {
    const answer = await done;
    assert.ok(!answer.ok, 'was kept');
    assert.equal(answer.problems[0]?.code, code, JSON.stringify(answer.problems));
    assert.match(answer.problems[0]?.message ?? '', words);
  };

  test('declares what it points at and what the service fills in, each a field that it has', () => {
    for (const kind of serviceKinds) {
      const fields = fieldsOf(kind);
      for (const { field } of kind.references)
        assert.ok(fields.has(field.split(/[.[]/)[0] ?? ''), `${kind.kind} ${field}`);
      for (const field of Object.keys(kind.setByService)) assert.ok(fields.has(field), `${kind.kind} ${field}`);
      for (const reference of kind.references) {
        if (reference.to !== 'record') continue;
        const other = serviceKinds.find((each) => each.kind === reference.kind);
        assert.ok(other !== undefined, `${kind.kind} points at ${reference.kind}`);
        const theirs = fieldsOf(other);
        for (const name of Object.values(reference.same)) assert.ok(theirs.has(name.split('.')[0] ?? ''), name);
      }
    }
  });

  test('that has a place declares it as one that must be there', () => {
    for (const kind of serviceKinds) {
      if (!fieldsOf(kind).has('place')) continue;
      const declared = kind.references.map(({ field }) => field);
      const bySame = kind.references.flatMap((each) => (each.to === 'record' ? Object.keys(each.same) : []));
      assert.ok([...declared, ...bySame].includes('place'), kind.kind);
    }
  });

  test('is not kept where it points at a record or a place that is not there', async () => {
    const missing = 'unknown-reference';
    await refused(create(staff, { kind: 'question', id: 'q0', body: QUESTION }), missing, /no community 'c1'/);
    await refused(
      create(staff, { kind: 'placement-preference', id: 'w0', body: WISHES }),
      missing,
      /no placement-round/,
    );
    await refused(create(planner, { kind: 'practice', id: 'p0', body: PRACTICE }), missing, /no community/);
    await refused(create(planner, { kind: 'cohort', id: 'h0', body: COHORT }), missing, /no programme/);
    const supplier = memberOf('supplier', TENANT);
    await refused(create(supplier, { kind: 'performance', id: 'r0', body: REPORT }), missing, /no agreement/);
    const nowhere = { ...COMMUNITY, place: 'NOWHERE' };
    await refused(
      create(planner, { kind: 'community', id: 'c0', body: nowhere }),
      missing,
      /place of the pack 'NOWHERE'/,
    );
    const members = [{ place: 'NOWHERE', role: 'data-analyst', people: 2, from: '2026-01', until: null }];
    await refused(
      create(planner, { kind: 'community', id: 'c0', body: { ...COMMUNITY, members } }),
      missing,
      /members/,
    );
  });

  test('says of what it points at what that says of itself', async () => {
    const agreement = { kind: 'agreement', id: 'a0', body: AGREEMENT };
    assert.ok((await create(lead, agreement)).ok);
    const supplier = memberOf('supplier', TENANT);
    const report = { ...REPORT, agreement: 'a0' };
    const elsewhere = { kind: 'performance', id: 'r1', body: { ...report, place: FOREIGN } };
    await refused(create(supplier, elsewhere), 'inconsistent', /place: the agreement says otherwise in its 'buyer'/);
    const other = { ...supplier, supplier: 'other' };
    const ofAnother = { kind: 'performance', id: 'r1', body: { ...report, supplier: 'other' } };
    await refused(create(other, ofAnother), 'inconsistent', /supplier: the agreement says otherwise/);
    assert.ok((await create(supplier, { kind: 'performance', id: 'r1', body: report })).ok);
  });

  test('takes what the service fills in from the service alone, when it is made and ever after', async () => {
    assert.ok((await create(lead, { kind: 'community', id: 'c1', body: COMMUNITY })).ok);
    const forged = [{ member: staff.id, score: 1, because: 'I said so.' }];
    const question = { kind: 'question', id: 'q1', body: QUESTION };
    const filled = { ...question, body: { ...QUESTION, routedTo: forged } };
    await refused(create(staff, filled), 'forbidden', /'routedTo' is filled in by the service alone/);
    assert.ok((await create(staff, question)).ok);
    const later = { ...question, body: { ...QUESTION, routedTo: forged, state: 'routed' } };
    await refused(put(staff, later, { action: 'change', madeFrom: 1 }), 'forbidden', /routedTo/);
    await refused(put(planner, later, { action: 'change', madeFrom: 1 }), 'forbidden', /routedTo/);
  });

  test('is one for each person where it is to be one, by whatever way a second is sent', async () => {
    await refused(
      create(staff, { kind: 'passport', id: 'by-hand', body: PASSPORT }),
      'duplicate',
      /one passport of each/,
    );
    const client = await service.client('member-of-staff');
    const body = { body: { ...PASSPORT, state: 'kept' as const }, summary: 'For a test.' };
    const made = await client.postRecordsPassport({ body });
    assert.equal(made.value.id, staff.id);
    await assert.rejects(client.postRecordsPassport({ body }), /refused with 4/);
  });
});

test('nobody agrees to an agreement that they wrote, nor sets live what they agreed to, and both names stay on record', async () => {
  const service = await startService();
  const { world } = service;
  const agreement = (state: string) => ({ ...AGREEMENT, state });
  const step = (actor: Member, madeFrom: number, [action, state]: readonly [Action, string]) =>
    putRecord(
      { world, actor },
      { kind: 'agreement', id: 'a1', madeFrom, action, body: agreement(state), summary: 'A step.' },
    );
  const isRefused = async (done: ReturnType<typeof step>) => {
    const answer = await done;
    assert.ok(!answer.ok && answer.problems[0]?.code === 'forbidden', JSON.stringify(answer));
  };
  assert.ok((await step(planner, 0, ['create', 'draft'])).ok);
  await isRefused(step(planner, 1, ['approve', 'agreed']));
  // Somebody else's touch in between does not make the first hand another's.
  assert.ok((await step(secondPlanner, 1, ['change', 'draft'])).ok);
  await isRefused(step(planner, 2, ['approve', 'agreed']));
  await isRefused(step(secondPlanner, 2, ['approve', 'agreed']));
  const third = { ...planner, id: 'third-planner' };
  assert.ok((await step(third, 2, ['approve', 'agreed'])).ok);
  await isRefused(step(third, 3, ['change', 'live']));
  assert.ok((await step(planner, 3, ['change', 'live'])).ok);
  const versions = await recordHistory({ world, actor: planner }, 'agreement', 'a1');
  assert.ok(versions.ok);
  assert.deepEqual(
    versions.value.map(({ state, changedBy }) => [state, changedBy]),
    [
      ['draft', planner.id],
      ['draft', secondPlanner.id],
      ['agreed', third.id],
      ['live', planner.id],
    ],
  );
  const audit = await world.store.inTenant(TENANT, async (session) => ({
    ok: true as const,
    value: (await session.audit.lines(1, 100)).filter(({ subject }) => subject.includes('a1')),
  }));
  assert.ok(audit.ok);
  assert.deepEqual(
    audit.value.map(({ by, action }) => [by, action]),
    [
      [planner.id, 'create'],
      [secondPlanner.id, 'change'],
      [third.id, 'approve'],
      [planner.id, 'change'],
    ],
  );
  await service.close();
});

function fieldsOf({ schema }: RecordKind): ReadonlySet<string> {
  const { properties = {} } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return new Set(Object.keys(properties));
}
