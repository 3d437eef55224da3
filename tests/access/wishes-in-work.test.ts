// Wishes stand in their records alone: long work that reads them keeps none, so that whoever leaves takes them along.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ok } from '#kernel';
import { hashOfRound, readRound, roundAskSchema, type Role } from '#service';
import { createPlacementWork } from '../../src/main/service/placement-work.ts';
import { SAMPLE_ROUND } from '../support/sample-round.ts';
import { memberOf, OWN, startService, TENANT, type Service } from './service-under-test.ts';

const STAFF = memberOf('member-of-staff', TENANT).id;
const AREA = 'where-i-live';
const ROUND = {
  ...SAMPLE_ROUND,
  places: SAMPLE_ROUND.places.map((place) => ({ ...place, id: OWN, area: AREA })),
};

describe('the work of a placement round', () => {
  let service: Service;
  before(async () => {
    service = await startService({ worksOn: (store) => new Map([['placement', createPlacementWork(store)]]) });
  });
  after(() => service.close());

  const send = async (role: Role, method: 'GET' | 'POST' | 'PUT', url: string, payload?: object, version = 1) => {
    const { headers, changing } = await service.visitor(role);
    const match = url.endsWith('/run') || method === 'PUT' ? { 'if-match': `"v${version}"` } : {};
    const sent = method === 'GET' ? headers : { ...changing, ...match, 'idempotency-key': crypto.randomUUID() };
    const answer = await service.app.inject({
      method,
      url: `/api/v1${url}`,
      headers: sent,
      ...(payload === undefined ? {} : { payload }),
    });
    assert.ok(answer.statusCode < 300, `${url} ${answer.statusCode} ${answer.body}`);
    return JSON.parse(answer.body);
  };
  const jobs = async () => {
    const found = await service.world.store.inTenant(TENANT, async (session) =>
      ok(await session.jobs.list({ places: null, kind: 'placement', limit: 100 })),
    );
    assert.ok(found.ok);
    return found.value;
  };

  test('names the round and a hash of the wishes, and is done from their records', async () => {
    const kept = { summary: 'For a test.' };
    const round = await send('national-planner', 'POST', '/records/placement-round', { ...kept, body: ROUND });
    const wishes = {
      round: String(round.id),
      person: STAFF,
      area: AREA,
      preferences: [OWN],
      acceptsUnlisted: false,
      mostTravelMinutes: 47,
      state: 'draft',
    };
    const own = await send('member-of-staff', 'POST', '/records/placement-preference', { ...kept, body: wishes });
    const sent = { ...kept, body: { ...wishes, state: 'sent' } };
    await send('member-of-staff', 'PUT', `/records/placement-preference/${String(own.id)}`, sent);
    await send('national-planner', 'POST', `/placement-rounds/${String(round.id)}/run`, { method: 'cheapest' });
    await service.queue.idle();
    const [job, ...others] = await jobs();
    assert.ok(job !== undefined && others.length === 0);
    assert.equal(job.state, 'done', JSON.stringify(job.problems));
    const request = JSON.stringify(job.request);
    for (const secret of [STAFF, AREA, OWN, 'mostTravelMinutes']) assert.ok(!request.includes(secret), request);
    const standing = await send('national-planner', 'GET', `/placement-rounds/${String(round.id)}?method=cheapest`);
    assert.deepEqual(standing.placements, [{ person: STAFF, place: OWN, choice: 1 }]);

    const read = await service.world.store.inTenant(TENANT, async (session) => ok(await readRound(session, round.id)));
    assert.ok(read.ok && read.value !== null);
    assert.deepEqual(
      read.value.people.map(({ id }) => id),
      [STAFF],
    );
    assert.equal(roundAskSchema.parse(job.request).ask.recordsHash, hashOfRound(read.value));
    const withoutThem = { ...read.value, people: [] };
    assert.notEqual(hashOfRound(withoutThem), hashOfRound(read.value));
  });
});
