// Holds that no route lets a supplier verify itself, whatever is sent to it.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { agreementRecordSchema, countedReports, performanceRecordSchema } from '#delivery';
import { listRecords, putRecord, readRecord, type Desk } from '#service';
import { AGREEMENT } from './agreement.test-support.ts';
import { memberOf, startService, TENANT, type Service } from './service-under-test.ts';

const REPORT = {
  agreement: 'a1',
  place: 'MILL',
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

describe('a supplier', () => {
  let service: Service;
  let [planner, supplier]: Desk[] = [];
  const put = async (
    desk: Desk | undefined,
    order: Pick<Parameters<typeof putRecord>[1], 'kind' | 'id' | 'madeFrom' | 'body' | 'action'>,
  ) => {
    assert.ok(desk !== undefined);
    const done = await putRecord(desk, { ...order, summary: 'For a test.' });
    assert.ok(done.ok, JSON.stringify(done));
  };
  before(async () => {
    service = await startService();
    planner = { world: service.world, actor: memberOf('national-planner', TENANT) };
    supplier = { world: service.world, actor: memberOf('supplier', TENANT) };
    const buyer = { world: service.world, actor: memberOf('organisation-lead', TENANT) };
    const steps = [
      ['draft', 'create'],
      ['agreed', 'approve'],
      ['live', 'change'],
    ] as const;
    for (const [version, [state, action]] of steps.entries()) {
      // Who agrees to it neither wrote it nor sets it live.
      const by = state === 'agreed' ? planner : buyer;
      await put(by, { kind: 'agreement', id: 'a1', madeFrom: version, body: { ...AGREEMENT, state }, action });
    }
    await put(supplier, { kind: 'performance', id: 'r1', madeFrom: 0, body: REPORT, action: 'create' });
  });
  after(() => service.close());

  test('sees its agreement and what is paid for it, reports a figure, and is shown no way to verify it', async () => {
    const { headers, changing } = await service.visitor('supplier');
    const page = await service.app.inject({ method: 'GET', url: '/partnerships/a1', headers });
    assert.equal(page.statusCode, 200);
    assert.match(page.body, /has no verified figure in its window/);
    const sent = await service.app.inject({
      method: 'POST',
      url: '/performance/new?agreement=a1&subject=outcome&subjectId=o1',
      headers: { ...changing, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ month: '2026-01', value: '7', evidence: 'Payroll' }).toString(),
    });
    assert.equal(sent.statusCode, 303, sent.body.slice(0, 500));
    const shown = await service.app.inject({ method: 'GET', url: String(sent.headers.location), headers });
    assert.equal(shown.statusCode, 200);
    assert.doesNotMatch(shown.body, /Verify it|\/verify/);
    const ocds = await service.app.inject({ method: 'GET', url: '/partnerships/a1/ocds', headers });
    assert.equal(JSON.parse(ocds.body).tag[0], 'contract');
  });

  test('is judged on a page that shows the way to it to the verifier alone', async () => {
    const shows = async (role: 'national-planner' | 'organisation-lead') => {
      const { headers } = await service.visitor(role);
      const page = await service.app.inject({ method: 'GET', url: '/performance/r1', headers });
      assert.equal(page.statusCode, 200);
      return page.body.includes('Verify it');
    };
    assert.deepEqual([await shows('national-planner'), await shows('organisation-lead')], [true, false]);
  });

  test('cannot see or report on the agreement of another supplier', async () => {
    const rival = { ...memberOf('supplier', TENANT), supplier: 'rival' };
    const seen = await readRecord({ world: service.world, actor: rival }, 'agreement', 'a1');
    assert.ok(!seen.ok && seen.problems[0]?.code === 'not-found');
  });

  test('brings no report to count, on any route, by any method, with any body that says so', async () => {
    const { changing } = await service.visitor('supplier');
    const claims = ['acme', 'HAM'].map((verifier) => ({ ...REPORT, state: 'verified', verifier, verifiedValue: 2 }));
    const form = new URLSearchParams({
      state: 'verified',
      verifier: 'HAM',
      verifiedValue: '2',
      value: '2',
      madeFrom: '1',
    });
    let tried = 0;
    for (const route of service.app.mountedRoutes.filter(({ method }) => /^(POST|PUT|DELETE)$/.test(method))) {
      if (/sign-out|log/.test(route.url)) continue;
      for (const id of ['r1', 'a1']) {
        const url = route.url.replaceAll(/:\w+|\*/g, id);
        const bodies = [
          { type: 'application/x-www-form-urlencoded', payload: form.toString() },
          ...claims.flatMap((body) =>
            ['change', 'verify'].map((action) => ({
              type: 'application/json',
              payload: JSON.stringify({ body, action, summary: 'It is so.' }),
            })),
          ),
        ];
        for (const { type, payload } of bodies) {
          service.pass(1000);
          const method = route.method === 'POST' ? 'POST' : route.method === 'PUT' ? 'PUT' : 'DELETE';
          const sent = { ...changing, 'content-type': type, 'if-match': '"v1"' };
          const answer = await service.app.inject({ method, url, headers: sent, payload });
          assert.ok(answer.statusCode < 500, `${method} ${url}: ${answer.statusCode}`);
          tried += 1;
        }
      }
    }
    assert.ok(tried > 300, `only ${tried} tries`);
    service.pass(1000);
    assert.ok(planner !== undefined);
    const all = { place: null, owner: null, party: null, state: null, after: null, limit: 1000 };
    const listed = await listRecords(planner, { kind: 'performance', ...all });
    assert.ok(listed.ok);
    const reports = listed.value.map(({ id, body }) => ({ id, body: performanceRecordSchema.parse(body) }));
    assert.ok(reports.length >= 1);
    const agreement = { id: 'a1', body: agreementRecordSchema.parse({ ...AGREEMENT, state: 'live' }) };
    assert.deepEqual(countedReports(agreement, reports), []);
    assert.ok(reports.every(({ body }) => body.state !== 'verified'));
  });

  test('is paid once the verifier, who is somebody else, confirms the figure', async () => {
    const { changing } = await service.visitor('national-planner');
    const verified = await service.app.inject({
      method: 'POST',
      url: '/performance/r1/verify',
      headers: { ...changing, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ verifiedValue: '2', madeFrom: '1' }).toString(),
    });
    assert.equal(verified.statusCode, 303, verified.body.slice(0, 800));
    const { headers } = await service.visitor('supplier');
    const page = await service.app.inject({ method: 'GET', url: '/partnerships/a1', headers });
    assert.match(page.body, /counts as 2, against a threshold of 5 and a target of 2/);
    assert.match(page.body, /£1,000/);
  });
});
