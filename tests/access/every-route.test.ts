// Holds every route that the router knows to what is promised of all: who may come in, headers, tokens, no faults.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import type { MountedRoute } from '../../src/http/server/create-server.ts';
import type { PageRoute } from '#http';
import { mayEver, ROLES } from '#service';
import { addTenant, FOREIGN, ORIGIN, OWN, startService, type Service } from './service-under-test.ts';

const HOSTILE = [
  '__proto__',
  'constructor',
  "' or 1=1 --",
  '"; drop table tenants; --',
  '../../etc/passwd',
  '\u0000',
  '\u202e\u2066abc',
  '<script>alert(1)</script>',
  '\ud800',
  'a'.repeat(150),
  '%00',
  '%',
  '*',
] as const;

const METHODS = { GET: 'GET', POST: 'POST', PUT: 'PUT', DELETE: 'DELETE' } as const;
type Known = MountedRoute & { readonly method: keyof typeof METHODS };
const isKnown = (route: MountedRoute): route is Known => Object.hasOwn(METHODS, route.method);

/** The address of a route with every parameter filled in. */
function addressOf({ url }: MountedRoute, values: Readonly<Record<string, string>>, other: string): string {
  return url.replaceAll(/:(\w+)|\*/g, (_, name: string | undefined) => {
    const value = values[name ?? ''] ?? other;
    return encodeURIComponent(value.isWellFormed() ? value : '\ufffd');
  });
}

/** A body without what differs from one request to the next. */
function settled(body: string): string {
  return body
    .replaceAll(/urn:cadre:request:\w+/g, '')
    .replaceAll(/value="[\w-]{80,}"/g, '')
    .replaceAll(/\b(WELL|NOWHERE|unknown|foreign)\b/g, 'ID');
}

describe('every route', () => {
  let service: Service;
  let routes: readonly Known[];
  before(async () => {
    service = await startService();
    routes = service.app.mountedRoutes.filter(isKnown);
  });
  after(() => service.close());
  const send = async (route: Known, url: string, more: { headers?: Record<string, string>; payload?: object } = {}) => {
    service.pass(1000);
    return service.app.inject({ method: route.method, url, ...more });
  };

  test('there are routes for pages and for programs, and each says who may come in', () => {
    assert.ok(routes.length > 40, `only ${routes.length} routes`);
    assert.ok(routes.some(({ url }) => url.startsWith('/api/v1/')));
    assert.ok(routes.some(({ url }) => !url.startsWith('/api/')));
  });

  test('a route that does not say who may come in stops the start', async () => {
    const silent: PageRoute = JSON.parse('{"method":"GET","path":"/silent"}');
    const pages = { routes: [silent], problemPage: () => '', assets: new Map() };
    await assert.rejects(startService({ pages }), /does not say who may come in/);
  });

  test('nobody who is not signed in comes past a route that is not public', async () => {
    for (const route of routes.filter(({ access }) => access.kind !== 'public')) {
      const answer = await send(route, addressOf(route, { place: OWN }, 'x'));
      const expected = route.url.startsWith('/api/') || route.method !== 'GET' ? 401 : 303;
      assert.equal(answer.statusCode, expected, `${route.method} ${route.url}`);
    }
  });

  test('a foreign place and a place that does not exist are answered alike, on every route and method', async () => {
    const placed = routes.filter(({ url }) => url.includes(':place'));
    assert.ok(placed.length > 5);
    for (const role of ['organisation-lead', 'member-of-staff'] as const) {
      const { headers, changing } = await service.visitor(role);
      for (const route of placed) {
        const sent = { headers: route.method === 'GET' ? headers : changing };
        const foreign = await send(route, addressOf(route, { place: FOREIGN }, 'as-things-stand'), sent);
        const missing = await send(route, addressOf(route, { place: 'NOWHERE' }, 'as-things-stand'), sent);
        assert.equal(foreign.statusCode, 404, `${role} ${route.method} ${route.url}`);
        assert.equal(missing.statusCode, 404, `${role} ${route.method} ${route.url}`);
        assert.equal(settled(foreign.body), settled(missing.body), `${role} ${route.method} ${route.url}`);
      }
    }
  });

  test('what belongs to another tenant is answered as what does not exist', async () => {
    await addTenant(service.world, 'other');
    const home = await service.visitor('national-planner');
    const made = await service.app.inject({
      method: 'POST',
      url: '/api/v1/jobs/plans',
      headers: home.changing,
      payload: { scenario: 'as-things-stand' },
    });
    assert.equal(made.statusCode, 202);
    const { id } = JSON.parse(made.body);
    const { headers, changing } = await service.visitor('national-planner', 'other');
    for (const route of routes.filter(({ url }) => url.includes(':id'))) {
      const sent = { headers: { ...(route.method === 'GET' ? headers : changing), 'if-match': '"v1"' } };
      const foreign = await send(route, addressOf(route, {}, id), sent);
      const missing = await send(route, addressOf(route, {}, 'unknown'), sent);
      assert.equal(foreign.statusCode, missing.statusCode, `${route.method} ${route.url}`);
      assert.equal(settled(foreign.body).replaceAll(id, 'ID'), settled(missing.body), `${route.method} ${route.url}`);
    }
  });

  test('a role comes past the guard of a route if and only if the matrix has a row for it', async () => {
    for (const role of ROLES) {
      const { headers, changing } = await service.visitor(role);
      for (const route of routes) {
        const { access } = route;
        if (access.kind !== 'permitted' || access.placeParam !== null) continue;
        const sent = { headers: { ...(route.method === 'GET' ? headers : changing), 'if-match': '"v1"' } };
        const answer = await send(route, addressOf(route, {}, 'unknown'), sent);
        const isRefused = answer.statusCode === 403 && /does not let you do this/.test(answer.body);
        assert.equal(isRefused, !mayEver({ ...blank, role }, access.action, access.resource), `${role} ${route.url}`);
      }
    }
  });

  test('a change without the token, or from another site, is refused', async () => {
    const { headers, changing } = await service.visitor('national-planner');
    const unsafe = routes.filter(({ method, access }) => method !== 'GET' && access.kind !== 'public');
    assert.ok(unsafe.length > 5);
    for (const route of unsafe) {
      const url = addressOf(route, { place: OWN }, 'unknown');
      const tries = [
        { ...headers, origin: ORIGIN },
        { ...changing, 'x-csrf-token': 'AAAA' },
        { ...changing, origin: 'https://elsewhere.example' },
        { ...changing, 'sec-fetch-site': 'cross-site' },
      ];
      for (const each of tries) {
        const answer = await send(route, url, { headers: { ...each, 'if-match': '"v1"' } });
        assert.equal(answer.statusCode, 403, `${route.method} ${url} with ${JSON.stringify(each)}`);
      }
    }
  });

  test('every answer carries the headers that keep a page from being turned on its reader', async () => {
    const { headers, changing } = await service.visitor('auditor');
    for (const route of routes) {
      const answer = await send(route, addressOf(route, { place: OWN }, 'unknown'), {
        headers: route.method === 'GET' ? headers : changing,
      });
      const policy = String(answer.headers['content-security-policy']);
      assert.match(policy, /default-src 'self'/, route.url);
      assert.match(policy, /frame-ancestors 'none'/, route.url);
      assert.doesNotMatch(policy, /unsafe|\*/, route.url);
      assert.equal(answer.headers['x-content-type-options'], 'nosniff', route.url);
      assert.equal(answer.headers['referrer-policy'], 'same-origin', route.url);
      if (String(answer.headers['content-type']).startsWith('text/html')) {
        assert.doesNotMatch(answer.body, /<script(?![^>]*\bsrc=)[^>]*>[^<]|<style|\sstyle="|\son\w+="/, route.url);
      }
    }
  });

  test('hostile names in every parameter are answered without a fault and never come back as markup', async () => {
    const { headers, changing } = await service.visitor('national-planner');
    for (const route of routes.filter(({ url }) => /[:*]/.test(url))) {
      for (const hostile of HOSTILE) {
        const sent = { headers: { ...(route.method === 'GET' ? headers : changing), 'if-match': '"v1"' } };
        const answer = await send(route, addressOf(route, {}, hostile), sent);
        assert.ok(answer.statusCode < 500, `${answer.statusCode} ${route.method} ${route.url} ${hostile}`);
        if (String(answer.headers['content-type']).startsWith('text/html')) {
          assert.ok(!answer.body.includes('<script>alert'), route.url);
        }
      }
    }
  });

  test('no request of any form brings a server error or tells of the inside', async () => {
    const visitors = await Promise.all(ROLES.map((role) => service.visitor(role)));
    const value = fc.oneof(fc.constantFrom(...HOSTILE, OWN, FOREIGN, 'as-things-stand', 'stock.csv'), fc.string());
    const request = fc.record({
      route: fc.constantFrom(...routes),
      visitor: fc.constantFrom(...visitors),
      param: value,
      query: fc.dictionary(
        fc.oneof(fc.constantFrom('place', 'limit', 'after', 'format', 'path', 'scenario', 'month'), fc.string()),
        value,
        { maxKeys: 4 },
      ),
      body: fc.option(
        fc.oneof(
          fc.jsonValue(),
          fc.dictionary(
            fc.constantFrom('text', 'summary', 'changes', 'scenario', 'body', 'role', 'place'),
            fc.jsonValue(),
          ),
        ),
      ),
      headers: fc.constantFrom<Record<string, string>>(
        {},
        { 'if-match': '"v1"' },
        { 'if-match': 'x' },
        { 'idempotency-key': 'k' },
      ),
    });
    await fc.assert(
      fc.asyncProperty(request, async ({ route, visitor, param, query, body, headers }) => {
        const wellFormed = Object.entries(query).filter(([name, each]) => name.isWellFormed() && each.isWellFormed());
        const url = `${addressOf(route, {}, param)}?${new URLSearchParams(wellFormed).toString()}`;
        const sent = { ...visitor.changing, ...headers, 'content-type': 'application/json' };
        const payload = body === null || route.method === 'GET' ? {} : { payload: JSON.stringify(body) };
        service.pass(1000);
        const answer = await service.app.inject({ method: route.method, url, headers: sent, ...payload });
        assert.ok(answer.statusCode < 500, `${answer.statusCode} ${route.method} ${url}: ${answer.body.slice(0, 300)}`);
        assert.doesNotMatch(answer.body, /node_modules|\.ts:\d|at async |select [\w"*., ]+ from /);
        if (answer.statusCode >= 400 && url.startsWith('/api/')) {
          assert.match(String(answer.headers['content-type']), /^application\/problem\+json/);
          assert.equal(JSON.parse(answer.body).status, answer.statusCode);
        }
      }),
      { numRuns: 5000, seed: 20261122 },
    );
  });
});

const blank = { tenant: '', id: '', place: '', supplier: null, displayName: '' };
