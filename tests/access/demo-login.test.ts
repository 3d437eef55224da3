// Signs in through the demo provider over real connections, as a browser does, and out again.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { z } from 'zod';
import { ocdsRelease } from '#exchange';
import { createDemoLogin, createServer, seedDemoPeople } from '#http';
import { createWebFace } from '#web';
import { startService, TENANT, type Service } from './service-under-test.ts';

type Jar = Map<string, string>;

/** Follows redirects as a browser does, with the cookies of one host. */
async function visit(
  jar: Jar,
  address: string,
  init: RequestInit = {},
): Promise<{ address: string; response: Response }> {
  let next = address;
  for (let hops = 0; hops < 10; hops += 1) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(next, {
      ...(hops === 0 ? init : {}),
      redirect: 'manual',
      headers: { ...init.headers, cookie },
    });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    const location = response.headers.get('location');
    if (location === null) return { address: next, response };
    next = new URL(location, next).href;
  }
  throw new Error('too many redirects');
}

describe('the demo login', () => {
  let service: Service;
  let origin = 'http://127.0.0.1:0';
  let server: Awaited<ReturnType<typeof createServer>>;
  before(async () => {
    service = await startService();
    const { world } = service;
    const people = await seedDemoPeople(world, TENANT);
    assert.ok(people.ok);
    const publicUrl = () => origin;
    const login = await createDemoLogin({ people: people.value, host: '127.0.0.1', publicUrl, stylesheet: null });
    assert.ok(login.ok);
    server = await createServer({
      world,
      pages: await createWebFace({ version: '1.0.0', writeRelease: ocdsRelease }),
      version: '1.0.0',
      publicUrl,
      isEncrypted: false,
      trustedProxies: [],
      session: { idleMinutes: 30, absoluteHours: 12 },
      login: login.value,
      tables: { csv: () => '', xlsx: async () => new Uint8Array() },
      metricsToken: null,
      logger: false,
      now: () => 0,
    });
    origin = await server.listen({ host: '127.0.0.1', port: 0 });
  });
  after(async () => {
    await server.close();
    await service.close();
  });

  test('one signs in as each role by following links alone, under a new secret each time, and out again', async () => {
    const secrets = new Set<string>();
    const roles = [
      'national-planner',
      'regional-lead',
      'organisation-lead',
      'member-of-staff',
      'supplier',
      'auditor',
      'administrator',
    ];
    for (const role of roles) {
      const jar: Jar = new Map();
      const { response } = await visit(jar, `${origin}/login?next=/api/v1/me`);
      const page = await response.text();
      const link = new RegExp(`href="(/demo-login/choose/[^"]*/${role})"`).exec(page)?.[1];
      assert.ok(link !== undefined, page);
      const home = await visit(jar, `${origin}${link}`);
      assert.equal(home.address, `${origin}/api/v1/me`);
      const me = z.object({ role: z.string(), csrfToken: z.string() }).parse(await home.response.json());
      assert.equal(me.role, role);
      const secret = jar.get('cadre-session') ?? '';
      assert.ok(Buffer.from(secret, 'base64url').length >= 16, 'a secret has 128 bits or more');
      assert.ok(!secrets.has(secret));
      secrets.add(secret);
      const kept: Jar = new Map(jar);
      await visit(jar, `${origin}/sign-out`, { method: 'POST', headers: { 'x-csrf-token': me.csrfToken, origin } });
      const again = await visit(kept, `${origin}/api/v1/me`);
      assert.equal(again.response.status, 401);
    }
  });

  test('a way back that nobody went out on is refused', async () => {
    const jar: Jar = new Map([
      ['cadre-login', Buffer.from('{"state":"a","nonce":"b","verifier":"c","next":"/"}').toString('base64url')],
    ]);
    const { response } = await visit(jar, `${origin}/login/callback?code=stolen&state=other`);
    assert.equal(response.status, 403);
    assert.equal(jar.get('cadre-session'), undefined);
  });

  test('the demo login starts on this machine alone', async () => {
    const outside = 'https://workforce.example.org';
    const reachable = [
      ['0.0.0.0', 'http://127.0.0.1:8080'],
      ['10.0.0.7', 'http://127.0.0.1:8080'],
      ['::', 'http://localhost:8080'],
      ['127.0.0.1', outside],
    ] as const;
    for (const [host, address] of reachable) {
      const refused = await createDemoLogin({ people: [], host, publicUrl: () => address, stylesheet: null });
      assert.ok(!refused.ok);
      assert.match(refused.problems[0]?.message ?? '', /lets anybody in/);
    }
  });
});
