// Holds sessions: they end by silence, age, signing out and a shut-out member, and nobody can use one for another.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ok } from '#kernel';
import { memberOf, ORIGIN, startService, TENANT, TOKEN, type Service } from './service-under-test.ts';

const MINUTE = 60_000;

describe('a session', () => {
  let service: Service;
  before(async () => {
    service = await startService();
  });
  after(() => service.close());
  const me = async (headers: Record<string, string>) =>
    (await service.app.inject({ method: 'GET', url: '/api/v1/me', headers })).statusCode;

  test('a session ends after thirty minutes of silence, and lives on while it is used', async () => {
    const { headers } = await service.visitor('auditor');
    for (let used = 0; used < 5; used += 1) {
      service.pass(29 * MINUTE);
      assert.equal(await me(headers), 200);
    }
    service.pass(30 * MINUTE);
    assert.equal(await me(headers), 401);
  });

  test('a session ends after twelve hours however much it is used', async () => {
    const { headers } = await service.visitor('auditor');
    for (let passed = 0; passed < 12 * 60 - 20; passed += 20) {
      service.pass(20 * MINUTE);
      assert.equal(await me(headers), 200);
    }
    service.pass(20 * MINUTE);
    assert.equal(await me(headers), 401);
  });

  test('signing out ends the session with the same request', async () => {
    const { headers, changing } = await service.visitor('auditor');
    const out = await service.app.inject({ method: 'POST', url: '/sign-out', headers: changing });
    assert.equal(out.statusCode, 303);
    assert.match(String(out.headers['set-cookie']), /cadre-session=;.*Max-Age=0/);
    assert.equal(await me(headers), 401);
  });

  test('a member who is shut out is out with the next request', async () => {
    const { headers } = await service.visitor('regional-lead');
    assert.equal(await me(headers), 200);
    const entry = { ...memberOf('regional-lead', TENANT), isDisabled: true };
    const deed = { by: 'test', at: service.world.clock(), place: 'HAM', summary: 'Shut out.' } as const;
    const put = await service.world.store.inTenant(TENANT, ({ members }) =>
      members.put(entry, { ...deed, action: 'change', resource: 'member' }),
    );
    assert.ok(put.ok);
    assert.equal(await me(headers), 401);
  });

  test('what the store keeps of a session does not sign anybody in', async () => {
    const { cookie } = await service.visitor('auditor');
    const { createHash } = await import('node:crypto');
    const hash = createHash('sha256')
      .update(cookie.split('=')[1] ?? '')
      .digest('hex');
    assert.equal(await me({ cookie: `cadre-session=${hash}` }), 401);
  });

  test('the 121st request of a minute is put off with the seconds to wait, and nobody else is', async () => {
    const { headers } = await service.visitor('auditor');
    service.pass(MINUTE);
    const neighbour = await service.visitor('national-planner');
    const statuses = await Promise.all(Array.from({ length: 121 }, () => me(headers)));
    assert.equal(statuses.filter((status) => status === 200).length, 120);
    const late = await service.app.inject({ method: 'GET', url: '/api/v1/me', headers });
    assert.equal(late.statusCode, 429);
    assert.ok(Number(late.headers['retry-after']) > 0);
    assert.equal(await me(neighbour.headers), 200);
    service.pass(MINUTE);
    assert.equal(await me(headers), 200);
  });

  test('the sixth failed sign-in of a quarter of an hour from one address is put off', async () => {
    const callback = async () =>
      (await service.app.inject({ method: 'GET', url: '/login/callback?code=x&state=y' })).statusCode;
    for (let tried = 0; tried < 5; tried += 1) assert.equal(await callback(), 403);
    assert.equal(await callback(), 429);
    service.pass(15 * MINUTE);
    assert.equal(await callback(), 403);
  });

  test('a member without a name in the address book is refused, whatever the login says', async () => {
    const found = await service.world.store.inTenant(TENANT, async ({ members }) =>
      ok(await members.find('https://login.example', 'a stranger')),
    );
    assert.deepEqual(found, ok([]));
    const begun = await service.app.inject({
      method: 'GET',
      url: '/login?next=//evil.example',
      headers: { host: new URL(ORIGIN).host },
    });
    assert.equal(begun.statusCode, 303);
    const cookie = String(begun.headers['set-cookie']);
    assert.match(cookie, /HttpOnly/);
    assert.match(cookie, /SameSite=Lax/);
    assert.doesNotMatch(Buffer.from(cookie.split(/[=;]/)[1] ?? '', 'base64url').toString(), /evil/);
  });

  test('a person with two memberships changes from one to the other under a new secret, and to nobody else’s', async () => {
    const { headers, changing } = await service.visitor('organisation-lead');
    const first = memberOf('organisation-lead', TENANT);
    const second = { ...memberOf('auditor', TENANT), id: 'second', issuer: first.issuer, subject: first.subject };
    const deed = { by: 'test', at: service.world.clock(), place: 'HAM', summary: 'A second membership.' } as const;
    await service.world.store.inTenant(TENANT, ({ members }) =>
      members.put(second, { ...deed, action: 'create', resource: 'member' }),
    );
    const page = await service.app.inject({ method: 'GET', url: '/memberships', headers });
    assert.match(page.body, /value="hamlet\/second"/);
    assert.doesNotMatch(page.body, /member-national-planner/);
    const choose = (membership: string) =>
      service.app.inject({
        method: 'POST',
        url: '/memberships/choose',
        headers: { ...changing, 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams({ csrf: TOKEN, membership, next: '/audit' }).toString(),
      });
    assert.equal((await choose(`${TENANT}/member-national-planner`)).statusCode, 404);
    const chosen = await choose(`${TENANT}/second`);
    assert.equal(chosen.headers.location, '/audit');
    assert.equal(await me(headers), 401, 'the session before has ended');
    const cookie = String(chosen.headers['set-cookie']).split(';')[0] ?? '';
    const now = await service.app.inject({ method: 'GET', url: '/api/v1/me', headers: { cookie } });
    assert.match(now.body, /"role":"auditor"/);
  });
});
