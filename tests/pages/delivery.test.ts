// Delivery on pages, from an accepted plan to the six steps, as people of each role meet it in a browser.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { openPages, type Pages } from './pages-under-test.ts';

describe('the pages of delivery', () => {
  let pages: Pages;
  before(async () => {
    pages = await openPages();
  });
  after(() => pages.close());

  const sound = async (page: Page) => {
    const found = await new AxeBuilder({ page }).analyze();
    const told = found.violations.map(({ id, nodes }) => `${page.url()} ${id}: ${nodes[0]?.html ?? ''}`);
    assert.deepEqual(told, []);
    const width = Number(await page.evaluate('document.documentElement.scrollWidth'));
    assert.ok(width <= (page.viewportSize()?.width ?? width), `${page.url()} is ${width} wide`);
  };
  const press = async (page: Page, name: string) => {
    await page.getByRole('button', { name, exact: true }).click();
    await page.waitForLoadState('load');
  };

  test('a plan is accepted, a commitment is agreed and told of, and the six steps are drawn up, without a script', async () => {
    const context = await pages.windowOf('national-planner', { javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto('/plan/HAM');
    await press(page, 'Make a plan now');
    await pages.service.queue.idle();
    await page.goto('/plan/HAM');
    await press(page, 'Accept this plan as commitments');
    await pages.service.queue.idle();
    await page.goto('/plan/HAM');
    assert.match(await page.locator('main').innerText(), /This plan was accepted/);
    await page.goto('/delivery');
    const row = page.locator('#commitments tbody a').first();
    assert.ok((await page.locator('#commitments tbody tr').count()) > 0);
    await row.click();
    const address = new URL(page.url()).pathname;
    await press(page, 'Take this step');
    assert.match(await page.locator('main').innerText(), /agreed/i);
    await page.goto(`${address}/edit`);
    await page.getByLabel('Progress').fill('2026-02 | 1 | 1,000 | one has begun');
    await page.getByLabel('Slip in months').fill('3');
    await press(page, 'Keep');
    assert.match(await page.locator('#progress').innerText(), /one has begun/);
    await page.goto(`${address}/edit`);
    await page.getByLabel('Progress').fill('2026-02 | many | 0 | x');
    await press(page, 'Keep');
    assert.match(await page.getByRole('alert').innerText(), /'many' .* is not a number/);
    assert.match(await page.getByLabel('Progress').inputValue(), /many/);
    await page.goto('/delivery/HAM/board');
    assert.match(await page.locator('main').innerText(), /3 months later/);
    await page.goto('/six-steps/HAM');
    await press(page, 'Draw it up');
    await pages.service.queue.idle();
    await page.goto('/six-steps/HAM');
    assert.match(await page.locator('main').innerText(), /Hash of this document: [0-9a-f]{64}/);
    await context.close();
  });

  test('evidence is told by one person and verified by another, and never by the same', async () => {
    const lead = await (await pages.windowOf('organisation-lead', { javaScriptEnabled: false })).newPage();
    await lead.goto('/evidence/new');
    await lead.getByLabel('People by role family').fill('* | 10 | 11 | 2 | 1 | 0 |');
    await lead.getByLabel('Title of the source').fill('Payroll');
    await lead.getByLabel('Publisher').fill('Mill');
    await lead.getByLabel('Licence').fill('own use');
    await press(lead, 'Keep');
    const address = new URL(lead.url()).pathname;
    assert.match(address, /^\/evidence\/\w{20,}$/);
    await press(lead, 'Take this step');
    assert.match(await lead.getByRole('alert').innerText(), /second person/);
    const planner = await (await pages.windowOf('national-planner', { javaScriptEnabled: false })).newPage();
    await planner.goto(address);
    await press(planner, 'Take this step');
    assert.match(await planner.locator('main').innerText(), /verified/i);
    await Promise.all([lead.context().close(), planner.context().close()]);
  });

  test('what somebody else kept meanwhile stands beside what was typed, and nothing is lost', async () => {
    const context = await pages.windowOf('national-planner', { javaScriptEnabled: false });
    const [one, other] = [await context.newPage(), await context.newPage()];
    await one.goto('/communities/new');
    await one.getByLabel('Name').fill('Data stewards');
    await one.getByLabel('Purpose').fill('To keep records alike.');
    await one.getByLabel('Requirements that it serves').fill('records');
    await one.getByLabel('Members').fill('MILL | analyst | 3 | 2025-01 |');
    await press(one, 'Keep');
    const address = new URL(one.url()).pathname;
    await one.goto(`${address}/edit`);
    await other.goto(`${address}/edit`);
    await one.getByLabel('Purpose').fill('The first to say so.');
    await press(one, 'Keep');
    await other.getByLabel('Purpose').fill('The second to say so.');
    await press(other, 'Keep');
    const told = await other.locator('#conflict').innerText();
    assert.match(told, /The first to say so\.[\s\S]*The second to say so\./);
    await press(other, 'Keep');
    assert.match(await other.locator('main').innerText(), /The second to say so\./);
    await context.close();
  });

  test('every page of delivery is accessible, empty or full, on a desk and on a phone', async () => {
    for (const viewport of [
      { width: 1280, height: 900 },
      { width: 390, height: 844 },
    ]) {
      const context = await pages.windowOf('national-planner', { viewport });
      const page = await context.newPage();
      const addresses = [
        '/delivery/HAM',
        '/delivery/HAM/board',
        '/delivery/HAM/evidence',
        '/evidence/new',
        '/communities',
        '/communities/new',
        '/practices/new',
        '/questions/new',
        '/partnerships',
        '/partnerships/new',
        '/investment',
        '/investment/new',
        '/six-steps/HAM',
      ];
      for (const address of addresses) {
        await page.goto(address);
        await sound(page);
      }
      for (const list of ['/delivery/HAM', '/delivery/HAM/evidence', '/communities']) {
        await page.goto(list);
        await page.locator('tbody a[href*="-"], tbody a').last().click();
        await sound(page);
      }
      await context.close();
    }
  });
});
