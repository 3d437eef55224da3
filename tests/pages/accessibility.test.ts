// Looks at every page in a real browser, wide and narrow, empty, filled and refused: axe finds nothing wrong.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { faultsOf, narrowFaultsOf, openPages, WIDE, type Pages } from './pages-under-test.ts';

/** The parts that are looked at here, each with every page of it. Those that stand on records of people and of delivery
 *  are looked at by the other tests of this folder, which make such records. */
const PARTS =
  /^\/(blueprint|projections|scenarios|comparison|workbench|assumptions|audit|explain|search|help|me|memberships|plan(?!\/(frontier|optimise)))?(\/|$)/;

/** Addresses for each page whose path names something; a page whose path names nothing is looked at as it is. */
const SAMPLES: Readonly<Record<string, readonly string[]>> = {
  '/': ['/', '/?tiles=with-plan'],
  '/blueprint/ask/:question': ['/blueprint/ask/resolved'],
  '/blueprint/requirements/:id': ['/blueprint/requirements/REC-1'],
  '/blueprint/versions/:version': ['/blueprint/versions/1.1.0'],
  '/projections/:place': ['/projections/HAM', '/projections/MILL'],
  '/projections/:place/details': ['/projections/MILL/details'],
  '/plan/:place': ['/plan/HAM', '/plan/MILL'],
  '/scenarios/:id': ['/scenarios/as-things-stand', '/scenarios/funded'],
  '/scenarios/:id/edit': ['/scenarios/funded/edit'],
  '/scenarios/:id/copy': ['/scenarios/funded/copy'],
  '/comparison': ['/comparison?compare=as-things-stand,funded'],
  '/workbench/data/:scenario': [],
  '/assumptions': ['/assumptions', '/assumptions?show=overdue', '/assumptions?find=nothing-like-it'],
  '/assumptions/:id': ['/assumptions/attrition.yearly', '/assumptions/stock.level'],
  '/audit': ['/audit', '/audit?check=yes', '/audit?before=5'],
  '/explain/:figure': ['/explain/gapFte%3AHAM%3A2035-10'],
  '/search': ['/search', '/search?for=a', '/search?for=nothing-like-it'],
  '/help/:page': ['/help/accessibility', '/help/figures', '/help/words', '/help/problems'],
};

/** Pages of the server itself, which belong to no part. */
const PLAIN = ['/api', '/nowhere', '/projections/NOWHERE', '/comparison', '/login'];

/** Those that say something else before there is a plan. */
const EMPTY = ['/', '/projections/MILL', '/plan/MILL', '/workbench', SAMPLES['/comparison']?.[0] ?? ''];

describe('the pages in a browser', () => {
  let pages: Pages;
  let page: Page;
  before(async () => {
    pages = await openPages();
    page = await (await pages.windowOf('national-planner')).newPage();
  });
  after(() => pages.close());

  const look = async (on: Page, address: string): Promise<readonly string[]> => {
    await on.setViewportSize(WIDE);
    await on.goto(address);
    const faults = [...(await faultsOf(on)), ...(await narrowFaultsOf(on))];
    return faults.map((fault) => `${address}: ${fault}`);
  };
  const lookAll = async (on: Page, addresses: readonly string[]) => {
    const faults: string[] = [];
    for (const address of addresses) faults.push(...(await look(on, address)));
    assert.deepEqual(faults, []);
  };

  test('pages that wait for a plan say so and axe finds no fault', () => lookAll(page, EMPTY));

  test('work under way is told and axe finds no fault', async () => {
    await pages.ask(page, '/', 'Make a plan now', async () => {
      await page.getByText('The first plan is being made.').waitFor();
      assert.deepEqual(await faultsOf(page), []);
    });
    await pages.ask(page, SAMPLES['/comparison']?.[0] ?? '', 'Compare them now');
    await pages.ask(page, '/workbench', 'Set it up');
    await pages.ask(page, SAMPLES['/explain/:figure']?.[0] ?? '', 'Work it out');
  });

  test('axe finds no fault with any page of the service, wide or narrow, and none is wider than a phone', async () => {
    const own = pages.routes.filter((path) => PARTS.test(path));
    assert.ok(own.length > 20);
    const addresses = own.flatMap((path) => {
      const samples = SAMPLES[path] ?? (path.includes(':') ? null : [path]);
      assert.ok(samples !== null, `${path} has no sample here: name an address of it`);
      return samples;
    });
    await lookAll(page, [...addresses, ...PLAIN]);
  });

  test('forms that are sent back with what is wrong have no fault either', async () => {
    for (const [address, button] of [
      ['/scenarios/funded/copy', 'Make this scenario'],
      ['/assumptions/attrition.yearly', 'Keep as a new version'],
      ['/blueprint/requirements/REC-1', 'Keep it for Hamlet'],
    ] as const) {
      await page.setViewportSize(WIDE);
      await page.goto(address);
      const closed = page.locator('main details:not([open]) > summary');
      if ((await closed.count()) > 0) await closed.first().click();
      const field = page.locator('main form[method=post] input[type=text]:visible').last();
      await field.fill('');
      const [answer] = await Promise.all([
        page.waitForResponse((response) => response.request().method() === 'POST'),
        page.getByRole('button', { name: button }).click(),
      ]);
      assert.equal(answer.status(), 422, address);
      await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
      assert.deepEqual([...(await faultsOf(page)), ...(await narrowFaultsOf(page))], [], address);
    }
  });

  test('each role’s first page, and what a role may not see, has no fault', async () => {
    for (const [role, refused] of [
      ['regional-lead', '/projections/HAM'],
      ['organisation-lead', '/projections/HAM'],
      ['member-of-staff', '/plan'],
      ['supplier', '/plan'],
      ['auditor', '/members'],
      ['administrator', '/scenarios'],
    ] as const) {
      const window = await pages.windowOf(role);
      await lookAll(await window.newPage(), ['/', refused]);
      await window.close();
    }
  });
});
