// Pages that are kept for all of one role: each shows a change at once, and nothing of whoever asked for it before.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ocdsRelease } from '#exchange';
import type { PageFace, PageRoute } from '#http';
import { ROLES, type AuditHead, type MemberEntry } from '#service';
import { createWebFace } from '#web';
import { ok } from '#kernel';
import {
  addTenant,
  FOREIGN,
  memberOf,
  OWN,
  signIn,
  startService,
  TENANT,
  TOKEN,
  type Service,
} from './service-under-test.ts';

describe('a page that is kept for all of one role', () => {
  let service: Service;
  let face: PageFace;
  let addresses: readonly string[];
  let heads: readonly AuditHead[] = [];
  before(async () => {
    face = await createWebFace({ version: '1', writeRelease: ocdsRelease });
    service = await startService({ pages: face, keptHeads: async () => heads });
    addresses = face.routes
      .filter(({ isSharedByRole }) => isSharedByRole === true)
      .map(({ path }) => addressOf(path, OWN));
  });
  after(() => service.close());
  const as = async (id: string, role: (typeof ROLES)[number], displayName: string) => {
    const entry = { ...memberOf(role, TENANT), id, subject: id, displayName };
    await put(entry, 'create');
    return signIn(service.world, entry);
  };
  const put = async (entry: MemberEntry, action: 'create' | 'change') => {
    const deed = { by: 'test', at: service.world.clock(), place: 'HAM', summary: 'For a test.' } as const;
    const kept = await service.world.store.inTenant(entry.tenant, ({ members }) =>
      members.put(entry, { ...deed, action, resource: 'member' }),
    );
    assert.ok(kept.ok);
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

  test('is what would be made for its reader alone, on every page, whatever place, supplier or tenant others of the role have', async () => {
    await addTenant(service.world, ELSEWHERE);
    const pages = face.routes.filter(({ method }) => method === 'GET');
    let seen = 0;
    for (const role of ROLES) {
      const readers = readersOf(role);
      for (const reader of readers) {
        await put(reader, 'create');
        const { headers } = await signIn(service.world, reader);
        for (const route of pages) {
          const places = route.path.includes(':place') ? [OWN, FOREIGN] : [reader.place];
          for (const place of places) {
            const sent = await page(headers, addressOf(route.path, place));
            if (sent.statusCode !== 200) continue;
            const alone = await madeFor(route, reader, place);
            assert.equal(withoutTokens(sent.body), withoutTokens(alone), `${reader.id} ${route.path} ${place}`);
            assert.equal(sent.headers['cache-control'], 'no-store', route.path);
            seen += 1;
          }
        }
      }
    }
    assert.ok(seen > 300, `only ${seen} pages were seen`);
  });

  /** The page as the route makes it for one member, past everything that is kept. */
  async function madeFor(route: PageRoute, actor: MemberEntry, place: string): Promise<string> {
    const answer = await route.answer({
      world: service.world,
      actor,
      path: addressOf(route.path, place),
      params: paramsOf(route.path, place),
      query: {},
      form: [],
      files: [],
      csrfToken: TOKEN,
    });
    assert.ok(answer.ok && answer.value.kind !== 'redirect', route.path);
    return answer.value.kind === 'page' ? answer.value.html : Buffer.from(answer.value.bytes).toString();
  }

  test('shows whoever was given another role, place or supplier their own pages with the next request', async () => {
    const entry = { ...memberOf('national-planner', TENANT), id: 'mover', subject: 'mover', displayName: 'Mover' };
    await put(entry, 'create');
    const { headers } = await signIn(service.world, entry);
    const steps = [
      {},
      { role: 'regional-lead', place: 'HAM-R' },
      { role: 'organisation-lead', place: 'WELL' },
    ] as const;
    for (const step of steps) {
      const now = { ...entry, ...step };
      await put(now, 'change');
      for (const route of face.routes.filter(({ method, path }) => method === 'GET' && !path.includes(':'))) {
        const sent = await page(headers, route.path);
        if (sent.statusCode !== 200) continue;
        assert.equal(
          withoutTokens(sent.body),
          withoutTokens(await madeFor(route, now, now.place)),
          `${now.role} ${route.path}`,
        );
      }
    }
  });

  test('does not tell of the audit’s chain what held when somebody asked before', async () => {
    const { headers } = await as('checker', 'auditor', 'Checker');
    assert.match((await page(headers, '/audit?check=yes')).body, /meet the 0 heads/);
    const head = await service.world.store.inTenant(TENANT, async ({ audit }) => ok(await audit.head()));
    assert.ok(head.ok);
    heads = [{ ...head.value, hash: 'f'.repeat(64) }];
    assert.match((await page(headers, '/audit?check=yes')).body, /The chain is broken/);
    heads = [];
  });

  test('is shared by no two roles, and shut to who was shut out', async () => {
    const lead = await as('lead-now', 'organisation-lead', 'Lead');
    const planner = await as('planner-now', 'national-planner', 'Planner');
    const [national, own] = [await page(planner.headers, '/'), await page(lead.headers, '/')];
    assert.notEqual(withoutTokens(national.body), withoutTokens(own.body));
    const entry = { ...memberOf('organisation-lead', TENANT), id: 'lead-now', subject: 'lead-now', isDisabled: true };
    await put(entry, 'change');
    assert.equal((await page(lead.headers, '/assumptions')).statusCode, 303);
  });
});

const ELSEWHERE = 'elsewhere';

/** Three of a role who may see different things: by place or supplier, and by tenant. */
function readersOf(role: (typeof ROLES)[number]): readonly MemberEntry[] {
  const one = { ...memberOf(role, TENANT), displayName: 'Somebody', id: `one-of-${role}`, subject: `one-of-${role}` };
  const away = role === 'supplier' ? { supplier: 'bolt' } : { place: FOREIGN };
  return [one, { ...one, ...away, id: `away-${role}`, subject: `away-${role}` }, { ...one, tenant: ELSEWHERE }];
}

const IDS: readonly (readonly [string, string])[] = [
  ['/scenarios/', 'as-things-stand'],
  ['/assumptions/', 'demand.level'],
  ['/requirements/', 'REC-1'],
];

/** A value for each parameter of a page's address. */
function paramsOf(path: string, place: string): Readonly<Record<string, string>> {
  const [, id] = IDS.find(([part]) => path.includes(part)) ?? ['', 'unknown'];
  return { place, id, question: 'signals', version: '2.0.0', role: 'data-analyst', page: 'figures' };
}

function addressOf(path: string, place: string): string {
  const params = paramsOf(path, place);
  return path.replaceAll(/:(\w+)/g, (_, name: string) => params[name] ?? 'unknown');
}

function tokenIn(html: string): string {
  return /name="csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
}

function withoutTokens(html: string): string {
  return html.replaceAll(/value="[\w-]{80,}"/g, '');
}
