// Holds the log: a line for each request, and nothing that anybody typed, sent or is called by.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startService, type Service } from './service-under-test.ts';

const CANARIES = ['canary-query', 'canary-body', 'canary-cookie', 'canary-token', 'canary-agent', 'canary@example.org'];

describe('the log', () => {
  const lines: string[] = [];
  let service: Service;
  before(async () => {
    service = await startService({ log: (line) => lines.push(line) });
  });
  after(() => service.close());

  test('no secret, name or word of a request stands in the log, whatever comes of it', async () => {
    const { changing } = await service.visitor('national-planner');
    const hostile = {
      'user-agent': 'canary-agent',
      authorization: 'Bearer canary-token',
      'idempotency-key': 'canary-token',
      'content-type': 'application/json',
    };
    const addresses = [
      '/',
      '/api/v1/jobs/plans',
      '/api/v1/pack/file',
      '/api/v1/jobs/canary-query',
      '/login/callback',
      '/nowhere/canary-query',
    ];
    for (const address of addresses) {
      for (const method of ['GET', 'POST', 'PUT'] as const) {
        const url = `${address}?code=canary-query&state=canary-query&email=canary@example.org`;
        const payload = method === 'GET' ? {} : { payload: '{"scenario":"canary-body","text":"canary-body"' };
        await service.app.inject({ method, url, headers: { ...changing, ...hostile }, ...payload });
        const cookie = 'cadre-session=canary-cookie; cadre-login=canary-cookie';
        await service.app.inject({ method, url, headers: { ...hostile, cookie }, ...payload });
      }
    }
    const text = lines.join('');
    assert.ok(lines.length >= 36, `only ${lines.length} lines`);
    for (const canary of CANARIES) assert.ok(!text.includes(canary), `${canary} stands in the log`);
    assert.doesNotMatch(text, /member-national-planner|127\.0\.0\.1/);
    for (const line of lines) assert.equal(typeof JSON.parse(line).status, 'number');
  });
});
