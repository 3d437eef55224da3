// Addresses that no router can read are answered as not there, and the service goes on; a lead's own plan stays a lead's.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { atWorkspace, findPlan, standingOfFigure, submitJob, usualPlanAsk } from '#service';
import { memberOf, startService, TENANT, type Service } from './service-under-test.ts';

describe('odd addresses and odd plans', () => {
  let service: Service;
  before(async () => {
    service = await startService();
  });
  after(() => service.close());

  test('an address that cannot be decoded, is too long or begins with two strokes is not there, and nothing stops', async () => {
    for (const url of ['/%ff', '/help/%', `/help/${'a'.repeat(300)}`, '//', '//a:b', '/api/v1/places/%ff']) {
      const answer = await service.app.inject({ url });
      assert.ok(answer.statusCode === 404 || answer.statusCode === 303, `${url}: ${answer.statusCode}`);
    }
    assert.equal((await service.app.inject({ url: '/health/live' })).statusCode, 200);
  });

  test('a plan that a lead asked for with a month of their own is not what pages show', async () => {
    const desk = { world: service.world, actor: memberOf('organisation-lead', TENANT) };
    const workspace = await atWorkspace(desk);
    assert.ok(workspace.ok);
    const ask = usualPlanAsk('as-things-stand', desk.world.clock());
    const order = { kind: 'plan', resource: 'plan', place: desk.actor.place, programVersion: '1.0.0' } as const;
    const odd = await submitJob(desk, { ...order, request: { ...ask, asOf: '2033-01', seed: 999 } });
    assert.ok(odd.ok);
    await service.queue.idle();
    const before = await findPlan(desk, 'as-things-stand');
    assert.ok(before.ok && before.value.found === null);
    const usual = await submitJob(desk, { ...order, request: ask });
    assert.ok(usual.ok);
    await service.queue.idle();
    const found = await findPlan(desk, 'as-things-stand');
    assert.ok(found.ok && found.value.found?.job.id === usual.value.id);
    const foreign = await standingOfFigure(desk, { figure: 'gapFte:WELL:2035-10', scenario: 'as-things-stand' });
    assert.ok(!foreign.ok && foreign.problems[0]?.code === 'not-found');
    const start = await standingOfFigure(desk, { figure: 'intervention:I-0001', scenario: 'as-things-stand' });
    assert.ok(!start.ok && start.problems[0]?.code === 'not-found', 'no start of a place in sight has that id');
  });
});
