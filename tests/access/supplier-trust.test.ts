// No way in lets a supplier verify itself, and what was kept of money and states is never rewritten.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PERFORMANCE_STEPS } from '#delivery';
import { ACTIONS, putRecord, ROLES, type Member, type ServiceWorld } from '#service';
import { AGREEMENT } from './agreement.test-support.ts';
import { memberOf, ORIGIN, OWN, signIn, startService, TENANT } from './service-under-test.ts';

const reported = {
  agreement: 'A-1',
  place: OWN,
  supplier: 'acme',
  subject: 'outcome',
  subjectId: 'O1',
  month: '2026-03',
  value: 90,
  evidence: 'Message log',
  verifier: null,
  verifiedValue: null,
  reason: null,
  state: 'reported',
};

const bodies = Object.keys(PERFORMANCE_STEPS).flatMap((state) =>
  [null, 'acme', OWN, 'HAM-R', 'HAM'].map((verifier) => ({
    ...reported,
    state,
    verifier,
    verifiedValue: verifier === null ? null : 90,
    reason: state === 'disputed' || state === 'refused' ? 'Another count' : null,
  })),
);

/** Keeps the agreement that reports are about. */
async function keepDraft(world: ServiceWorld, body: typeof AGREEMENT): Promise<void> {
  const actor = memberOf('national-planner', TENANT);
  const order = { kind: 'agreement', id: reported.agreement, madeFrom: 0, action: 'create', body } as const;
  const kept = await putRecord({ world, actor }, { ...order, summary: 'Drafted.' });
  assert.ok(kept.ok, JSON.stringify(kept));
}

test('whoever speaks for a supplier cannot verify its figures, whatever role, action and body', async () => {
  const { world } = await startService();
  const supplier = memberOf('supplier', TENANT);
  const speakers: readonly Member[] = ROLES.map((role) => ({ ...memberOf(role, TENANT), supplier: 'acme' }));
  await keepDraft(world, AGREEMENT);
  const first = { kind: 'performance', id: 'R-1', madeFrom: 0, action: 'create', summary: 'A figure.' } as const;
  assert.ok((await putRecord({ world, actor: supplier }, { ...first, body: reported })).ok);
  let tried = 0;
  for (const actor of speakers) {
    for (const action of ACTIONS) {
      for (const [index, body] of bodies.entries()) {
        const again = { kind: 'performance', id: 'R-1', madeFrom: 1, action, summary: 'Again.', body } as const;
        const anew = { ...again, id: `new-${actor.role}-${action}-${index}`, madeFrom: 0 };
        for (const order of [again, anew]) {
          const kept = await putRecord({ world, actor }, order);
          assert.ok(!kept.ok || kept.value.state !== 'verified', `${actor.role} ${action}`);
          tried++;
        }
      }
    }
  }
  assert.equal(tried, ROLES.length * ACTIONS.length * bodies.length * 2);
});

test('no route keeps a verified figure for a supplier, and its verifier must be the body that the agreement names', async () => {
  const { world, app } = await startService();
  const supplier = memberOf('supplier', TENANT);
  const { changing } = await signIn(world, supplier);
  const send = (method: 'POST' | 'PUT', path: string, payload: unknown) =>
    app.inject({
      method,
      url: `${ORIGIN}/api/v1/records/performance${path}`,
      headers: {
        ...changing,
        'content-type': 'application/json',
        'if-match': '"1"',
        'idempotency-key': crypto.randomUUID(),
      },
      payload: JSON.stringify(payload),
    });
  const early = await send('POST', '', { body: reported, summary: 'A figure.' });
  assert.equal(early.statusCode, 422, 'of an agreement that is not there');
  await keepDraft(world, { ...AGREEMENT, verifier: { id: OWN, name: 'The mill' } });
  const made = await send('POST', '', { body: reported, summary: 'A figure.' });
  assert.equal(made.statusCode, 201, made.body);
  const id = String(JSON.parse(made.body).id);
  const verified = { ...reported, state: 'verified', verifier: OWN, verifiedValue: 90 };
  assert.notEqual((await send('POST', '', { body: verified, summary: 'Verified.' })).statusCode, 201);
  for (const action of ['change', 'approve', 'verify']) {
    const answer = await send('PUT', `/${id}`, { body: verified, summary: 'Verified.', action });
    assert.ok(answer.statusCode >= 400, `${action}: ${answer.statusCode}`);
  }
  const lead = memberOf('organisation-lead', TENANT);
  const planner = memberOf('national-planner', TENANT);
  const order = { kind: 'performance', id, madeFrom: 1, action: 'verify', summary: 'Seen.' } as const;
  const desk = { world, actor: lead };
  const byAnother = { ...verified, verifier: 'HAM' };
  const disputed = { ...reported, state: 'disputed', reason: 'Another count' };
  for (const body of [byAnother, disputed]) {
    assert.ok(!(await putRecord({ world, actor: planner }, { ...order, body })).ok, body.state);
  }
  assert.ok(!(await putRecord(desk, { ...order, body: byAnother })).ok);
  assert.ok(!(await putRecord(desk, { ...order, body: { ...verified, value: 95 } })).ok);
  const kept = await putRecord(desk, { ...order, body: verified });
  assert.ok(kept.ok, JSON.stringify(kept));
  const rewritten = { ...verified, verifiedValue: 99 };
  assert.ok(!(await putRecord(desk, { ...order, madeFrom: 2, body: rewritten })).ok);
});

test('what was spent is only added to, and only somebody else approves the money', async () => {
  const { world } = await startService();
  const actor = memberOf('national-planner', TENANT);
  const other = { ...actor, id: 'second-planner' };
  const draft = {
    title: 'One record list',
    place: OWN,
    beneficiary: OWN,
    office: 'Finance lead',
    fund: 'capital',
    requirement: 'REC-1',
    standards: [],
    commitments: [],
    outcomes: [],
    planned: [{ year: 2026, amountGbp: 100 }],
    spent: [],
    disinvests: [],
    state: 'draft',
  };
  const put = (
    by: Member,
    madeFrom: number,
    step: { readonly action: 'create' | 'change' | 'approve'; readonly body: unknown },
  ) => putRecord({ world, actor: by }, { kind: 'business-case', id: 'B-1', madeFrom, summary: 'A step.', ...step });
  const submitted = { ...draft, state: 'submitted' };
  const approved = { ...draft, state: 'approved' };
  const paid = (amountGbp: number) => ({
    ...draft,
    state: 'live',
    spent: [{ month: '2026-04', amountGbp, what: 'Set-up' }],
  });
  assert.ok((await put(actor, 0, { action: 'create', body: draft })).ok);
  assert.ok((await put(actor, 1, { action: 'change', body: submitted })).ok);
  assert.ok(!(await put(actor, 2, { action: 'approve', body: approved })).ok);
  assert.ok(!(await put(other, 2, { action: 'change', body: approved })).ok);
  assert.ok((await put(other, 2, { action: 'approve', body: approved })).ok);
  assert.ok((await put(actor, 3, { action: 'change', body: paid(60) })).ok);
  assert.ok(!(await put(actor, 4, { action: 'change', body: paid(20) })).ok);
  assert.ok(!(await put(actor, 4, { action: 'change', body: { ...paid(60), planned: [] } })).ok);
});
