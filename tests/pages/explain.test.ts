// Every figure that a page leads on from opens, and says by which formula and from which parts it comes.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { parseFigureName } from '#planning';
import { faultsOf, narrowFaultsOf, openPages, type Pages } from './pages-under-test.ts';

/** Each shows figures of another kind: projected, planned, counted in post, undertaken. */
const SHOWING: readonly { readonly address: string; readonly kinds: readonly string[] }[] = [
  { address: '/', kinds: ['series', 'starts'] },
  { address: '/projections/HAM', kinds: ['series', 'starts'] },
  { address: '/projections/MILL', kinds: ['series'] },
  { address: '/projections/HAM/details', kinds: ['series'] },
  { address: '/plan/HAM', kinds: ['starts', 'programme-cost'] },
  { address: '/plan/MILL', kinds: ['starts', 'intervention'] },
  { address: '/workforce', kinds: ['in-post'] },
  { address: '/workforce?place=MILL', kinds: ['in-post'] },
  { address: '/workforce/roles', kinds: ['in-post'] },
  { address: '/workforce/roles/data-analyst', kinds: ['in-post'] },
  { address: '/delivery/HAM', kinds: ['undertaken'] },
  { address: '/delivery/HAM/board', kinds: ['undertaken'] },
];

describe('every figure', () => {
  let pages: Pages;
  let planner: Page;
  before(async () => {
    pages = await openPages();
    planner = await (await pages.windowOf('national-planner')).newPage();
    await pages.ask(planner, '/plan/HAM', 'Make a plan now');
    await planner.getByRole('button', { name: 'Accept this plan as commitments' }).click();
    await pages.service.queue.idle();
  });
  after(() => pages.close());

  const figuresOn = async (address: string) => {
    const answer = await planner.goto(address);
    assert.equal(answer?.status(), 200, address);
    const links = await planner.locator('main a[href^="/explain/"]').all();
    return Promise.all(
      links.map(async (link) => {
        const href = (await link.getAttribute('href')) ?? '';
        return {
          href,
          text: (await link.innerText()).trim(),
          name: decodeURIComponent(href.slice(9).split('?')[0] ?? ''),
        };
      }),
    );
  };
  const opened = new Map<string, string>();
  const open = async (href: string): Promise<string> => {
    const known = opened.get(href);
    if (known !== undefined) return known;
    const answer = await planner.request.get(href);
    assert.equal(answer.status(), 200, href);
    const text = await answer.text();
    opened.set(href, text);
    return text;
  };

  for (const { address, kinds } of SHOWING) {
    test(`that ${address} leads on from opens with its name and what it hangs on, and what is counted comes out again`, async () => {
      const figures = await figuresOn(address);
      const found = new Set<string>();
      for (const { href, text, name } of figures) {
        const parsed = parseFigureName(name);
        assert.ok(parsed.ok, `${address}: ${name}`);
        found.add(parsed.value.kind);
        const page = await open(href);
        assert.ok(page.includes('hash <code>'), href);
        const isCounted = ['in-post', 'starts', 'undertaken'].includes(parsed.value.kind);
        if (!isCounted) {
          assert.match(page, /Work it out|What it is made of/, href);
          continue;
        }
        assert.match(page, /What it is made of/, href);
        assert.doesNotMatch(page, /The two differ/, href);
        const [, value = ''] = /<b>([^<]*)<\/b>/.exec(page.slice(page.indexOf('Worked out anew'))) ?? [];
        if (/^[\d,]+$/.test(text))
          assert.equal(Number(value.replaceAll(',', '')), Number(text.replaceAll(',', '')), href);
      }
      for (const kind of kinds) assert.ok(found.has(kind), `${address} leads to no figure of the kind ${kind}`);
    });
  }

  test('is worked out anew by the workers, with its formula, its interval, its parts and their sources', async () => {
    const name = 'demandFte:HAM:2030-10';
    const [figure] = (await figuresOn('/projections/HAM')).filter(({ name: each }) =>
      each.startsWith('demandFte:HAM:'),
    );
    await pages.ask(planner, figure?.href ?? name, 'Work it out');
    const text = await planner.locator('main').innerText();
    for (const word of ['Formula', 'How sure', 'tenth', 'Source: ', 'In the pack: '])
      assert.ok(text.includes(word), word);
    assert.deepEqual([...(await faultsOf(planner)), ...(await narrowFaultsOf(planner))], []);
  });

  test('of people in a group too small to be told is no figure, by whatever name it is asked for', async () => {
    for (const name of ['inPost:WELL:role=nurse-informatician', 'inPostFte:MILL:role=nurse-informatician']) {
      assert.equal((await planner.request.get(`/explain/${encodeURIComponent(name)}`)).status(), 404, name);
    }
    const parts = await open(`/explain/${encodeURIComponent('inPost:WELL')}`);
    assert.match(parts, /hidden, for few people are counted/);
  });

  test('of a place that a member may not see is not there', async () => {
    const lead = await (await pages.windowOf('organisation-lead')).newPage();
    for (const name of ['inPost:WELL', 'starts:WELL', 'undertaken:WELL:people', 'inPost:HAM']) {
      assert.equal((await lead.request.get(`/explain/${encodeURIComponent(name)}`)).status(), 404, name);
    }
    assert.equal((await lead.request.get(`/explain/${encodeURIComponent('inPost:MILL')}`)).status(), 200);
  });
});
