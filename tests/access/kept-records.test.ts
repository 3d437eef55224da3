// What was removed stays away, what is one's own can be corrected, and nobody else reads it or the exact small counts.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Role } from '#service';
import { SAMPLE_ROUND } from '../support/sample-round.ts';
import { FOREIGN, memberOf, OWN, startService, TENANT, type Service } from './service-under-test.ts';

const STAFF = memberOf('member-of-staff', TENANT).id;
const passport = { person: STAFF, place: OWN, post: 'data-analyst:5', state: 'kept' };
const evidence = {
  person: STAFF,
  place: OWN,
  skill: 'data/analysis',
  level: 'working',
  saidMonth: '2026-03',
  shown: null,
  verdict: null,
  state: 'said',
};
const wishes = {
  round: 'r1',
  person: STAFF,
  area: 'north',
  preferences: [OWN],
  acceptsUnlisted: false,
  mostTravelMinutes: null,
  state: 'draft',
};

describe('a record that is kept', () => {
  let service: Service;
  before(async () => {
    service = await startService();
  });
  after(() => service.close());

  type Ask = { readonly url: string; readonly body?: unknown; readonly version?: number };
  const send = async (role: Role, method: 'GET' | 'POST' | 'PUT' | 'DELETE', { url, body, version }: Ask) => {
    const { headers, changing } = await service.visitor(role);
    const match = version === undefined ? {} : { 'if-match': `"v${version}"` };
    const more = body === undefined ? {} : { payload: { body, summary: 'For a test.' } };
    const sent = method === 'GET' ? headers : { ...changing, ...match, 'idempotency-key': crypto.randomUUID() };
    return service.app.inject({ method, url: `/api/v1${url}`, headers: sent, ...more });
  };
  const made = async (kind: string, body: unknown) => {
    const answer = await send('member-of-staff', 'POST', { url: `/records/${kind}`, body });
    assert.equal(answer.statusCode, 201, answer.body);
    return `/records/${kind}/${String(JSON.parse(answer.body).id)}`;
  };

  test('can be corrected where it has but one state, and is not moved to where one does not work', async () => {
    const url = await made('passport', passport);
    const put = (body: unknown, version: number) => send('member-of-staff', 'PUT', { url, body, version });
    const kept = await put({ ...passport, post: 'data-analyst:6' }, 1);
    assert.equal(kept.statusCode, 200, kept.body);
    assert.equal((await put({ ...passport, place: FOREIGN }, 2)).statusCode, 403);
  });

  test('is not brought back by its version once it was removed, and its versions are not listed', async () => {
    const url = await made('skill-evidence', evidence);
    assert.equal((await send('member-of-staff', 'DELETE', { url, version: 1 })).statusCode, 200);
    for (const version of [0, 1, 2]) {
      const again = await send('member-of-staff', 'PUT', { url, body: evidence, version });
      assert.equal(again.statusCode, 404, again.body);
    }
    assert.equal((await send('member-of-staff', 'GET', { url: `${url}/versions` })).statusCode, 404);
  });

  test('that each has one of can be made again by its person once it was removed, and by nobody else', async () => {
    const all = await send('member-of-staff', 'GET', { url: '/records/passport' });
    for (const { id, version } of JSON.parse(all.body).items)
      await send('member-of-staff', 'DELETE', { url: `/records/passport/${String(id)}`, version: Number(version) });
    const url = await made('passport', passport);
    const first = await send('member-of-staff', 'GET', { url });
    const version = Number(JSON.parse(first.body).version);
    assert.equal((await send('member-of-staff', 'DELETE', { url, version })).statusCode, 200);
    const put = { url, body: passport, version: version + 1 };
    assert.equal((await send('member-of-staff', 'PUT', put)).statusCode, 404);
    const other = await send('organisation-lead', 'POST', { url: '/records/passport', body: passport });
    assert.ok(other.statusCode >= 400, other.body);
    assert.equal(await made('passport', passport), url);
    assert.equal((await send('member-of-staff', 'GET', { url })).statusCode, 200);
    const twice = await send('member-of-staff', 'POST', { url: '/records/passport', body: passport });
    assert.ok(twice.statusCode >= 400, twice.body);
  });

  test('is made by POST alone: PUT of one that is not there finds nothing', async () => {
    const url = '/records/passport/of-my-own-choice';
    assert.equal((await send('member-of-staff', 'PUT', { url, body: passport, version: 0 })).statusCode, 404);
    assert.equal((await send('member-of-staff', 'GET', { url })).statusCode, 404);
  });

  test('is read by its person alone where it tells of their wishes', async () => {
    const round = await send('national-planner', 'POST', { url: '/records/placement-round', body: SAMPLE_ROUND });
    assert.equal(round.statusCode, 201, round.body);
    const url = await made('placement-preference', { ...wishes, round: String(JSON.parse(round.body).id) });
    assert.equal((await send('member-of-staff', 'GET', { url })).statusCode, 200);
    for (const role of ['national-planner', 'auditor', 'regional-lead', 'organisation-lead'] as const) {
      const answer = await send(role, 'GET', { url });
      assert.ok([403, 404].includes(answer.statusCode), `${role} ${answer.statusCode}`);
    }
  });
});

test('the file of exact counts is given to whoever keeps them, and not to an auditor', async () => {
  const service = await startService();
  const answers = await Promise.all(
    (['national-planner', 'auditor'] as const).map(async (role) => {
      const { headers } = await service.visitor(role);
      const file = await service.app.inject({ url: '/api/v1/pack/file?path=stock.csv', headers });
      const list = await service.app.inject({ url: '/api/v1/pack/files?limit=500', headers });
      return [file.statusCode, list.statusCode, list.body.includes('"stock.csv"')];
    }),
  );
  assert.deepEqual(answers, [
    [200, 200, true],
    [404, 200, false],
  ]);
  await service.close();
});
