// Pages that are kept for all of one role: each shows a change at once, and nothing of whoever asked for it before.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ocdsRelease } from '#exchange';
import { ROLES } from '#service';
import { createWebFace } from '#web';
import { memberOf, OWN, signIn, startService, TENANT, type Service } from './service-under-test.ts';

describe('a page that is kept for all of one role', () => {
  let service: Service;
  let addresses: readonly string[];
  before(async () => {
    service = await startService();
    const face = await createWebFace({ version: '1', writeRelease: ocdsRelease });
    addresses = face.routes
      .filter(({ isSharedByRole }) => isSharedByRole === true)
      .map(({ path }) =>
        path
          .replace(':place', OWN)
          .replace('/scenarios/:id', '/scenarios/as-things-stand')
          .replace('/assumptions/:id', '/assumptions/demand.level')
          .replace('/requirements/:id', '/requirements/REC-1')
          .replace(':question', 'signals')
          .replace(':version', '2.0.0')
          .replace(':role', 'data-analyst')
          .replace(':page', 'figures'),
      );
  });
  after(() => service.close());
  const as = async (id: string, role: (typeof ROLES)[number], displayName: string) => {
    const entry = { ...memberOf(role, TENANT), id, subject: id, displayName };
    const deed = { by: 'test', at: service.world.clock(), place: 'HAM', summary: 'For a test.' } as const;
    const kept = await service.world.store.inTenant(TENANT, ({ members }) =>
      members.put(entry, { ...deed, action: 'create', resource: 'member' }),
    );
    assert.ok(kept.ok);
    return signIn(service.world, entry);
  };
  const page = async (headers: Record<string, string>, url: string) => {
    service.pass(1000);
    return service.app.inject({ url, headers });
  };

  test('has the name and the token of its reader and no other’s, for every such page and role', async () => {
    assert.ok(addresses.length > 20);
    for (const role of ROLES) {
      const [one, other] = [
        await as(`one-${role}`, role, 'Ada <Lovelace>'),
        await as(`two-${role}`, role, 'Grace $& Hopper'),
      ];
      for (const url of addresses) {
        const [first, second] = [await page(one.headers, url), await page(other.headers, url)];
        assert.equal(first.statusCode, second.statusCode, url);
        if (first.statusCode !== 200) continue;
        assert.ok(first.body.includes('Ada &lt;Lovelace&gt;'), `${role} ${url}`);
        assert.ok(second.body.includes('Grace $&amp; Hopper'), `${role} ${url}`);
        assert.ok(!second.body.includes('Lovelace'), `${role} ${url}`);
        const [token, next] = [tokenIn(first.body), tokenIn(second.body)];
        assert.ok(token !== '' && next !== '' && token !== next, `${role} ${url}`);
        assert.doesNotMatch(second.body, /(?:token|name)-[0-9a-f]{32}/);
      }
    }
  });

  test('shows what was changed with the next request', async () => {
    const planner = await as('watcher', 'national-planner', 'Watcher');
    const { headers, changing } = planner;
    const before = await page(headers, '/scenarios');
    assert.doesNotMatch(before.body, /Kept from the bench/);
    const made = await service.app.inject({
      method: 'POST',
      url: '/api/v1/scenarios/as-things-stand/settings',
      headers: changing,
      payload: { name: 'Kept from the bench', settings: { demand: 5 } },
    });
    assert.equal(made.statusCode, 201, made.body);
    assert.match((await page(headers, '/scenarios')).body, /Kept from the bench/);
  });

  test('of help leads no reader to a page that turns them away, and nobody who is not signed in anywhere', async () => {
    const pages = ['start', 'figures'];
    for (const role of ROLES) {
      const { headers } = await as(`reader-${role}`, role, 'Reader');
      for (const id of pages) {
        const help = await page(headers, `/help/${id}`);
        const [, main = ''] = /<main[^>]*>([\s\S]*)<\/main>/.exec(help.body) ?? [];
        for (const [, href = ''] of main.matchAll(/<a href="([^"]+)"/g)) {
          assert.notEqual((await page(headers, href)).statusCode, 403, `${role}: ${id} leads to ${href}`);
        }
      }
    }
    const [, main = ''] = /<main[^>]*>([\s\S]*)<\/main>/.exec((await page({}, '/help/start')).body) ?? [];
    assert.doesNotMatch(main, /<a /);
  });

  test('is shared by no two roles, and shut to who was shut out', async () => {
    const lead = await as('lead-now', 'organisation-lead', 'Lead');
    const planner = await as('planner-now', 'national-planner', 'Planner');
    const [national, own] = [await page(planner.headers, '/'), await page(lead.headers, '/')];
    assert.notEqual(withoutTokens(national.body), withoutTokens(own.body));
    const entry = { ...memberOf('organisation-lead', TENANT), id: 'lead-now', subject: 'lead-now', isDisabled: true };
    const deed = { by: 'test', at: service.world.clock(), place: 'HAM', summary: 'For a test.' } as const;
    await service.world.store.inTenant(TENANT, ({ members }) =>
      members.put(entry, { ...deed, action: 'change', resource: 'member' }),
    );
    assert.equal((await page(lead.headers, '/assumptions')).statusCode, 303);
  });
});

function tokenIn(html: string): string {
  return /name="csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
}

function withoutTokens(html: string): string {
  return html.replaceAll(/value="[\w-]{80,}"/g, '');
}
