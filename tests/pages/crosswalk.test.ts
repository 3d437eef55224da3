// The page of the crosswalk: what is proposed between frameworks, and what a planner says of it.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { openPages, type Pages } from './pages-under-test.ts';

describe('the page of the crosswalk', () => {
  let pages: Pages;
  let planner: Page;
  before(async () => {
    pages = await openPages();
    planner = await (await pages.windowOf('national-planner', { javaScriptEnabled: false })).newPage();
  });
  after(() => pages.close());

  const look = (addresses: readonly string[]) => pages.look('national-planner', addresses);
  const textOf = (page: Page, id: string) => page.locator(`#${id}`).innerText();

  test('a proposed mapping counts for nothing until a planner says so; then coverage has grown, and it can be taken back', async () => {
    const between = '/people/crosswalk?from=clinical&to=digital';
    const sayable = '/people/crosswalk/mapping?from=clinical%2Freading-figures&to=digital%2Fexplaining-figures';
    const coverage = async () => {
      await planner.goto(between);
      return planner.locator('#coverage tbody tr').first().innerText();
    };
    const before = await coverage();
    assert.match(
      await textOf(planner, 'proposed'),
      /Reading figures\s+akin to\s+Explaining figures\s+nobody yet\s+50%/i,
    );
    await look([between, sayable]);
    await planner.goto(sayable);
    await planner.getByLabel('They are the same skill').check();
    await planner.fill('#confidence', '120');
    await planner.getByRole('button', { name: 'Say so' }).click();
    assert.match(await planner.getByRole('alert').innerText(), /from 1 to 100, and not “120”[\s\S]*Name the role/);
    await planner.fill('#confidence', '90');
    await planner.fill('#saidBy', 'Head of analysis');
    await planner.getByRole('button', { name: 'Say so' }).click();
    assert.match(
      await textOf(planner, 'confirmed'),
      /Reading figures\s+equal to\s+Explaining figures\s+Head of analysis\s+90%/i,
    );
    const after = await coverage();
    const confirmedIn = (row: string) => Number(/%\s+([\d.]+)%/.exec(row)?.[1]);
    assert.ok(confirmedIn(after) > confirmedIn(before), `${before} then ${after}`);
    const { headers, changing } = await pages.service.visitor('organisation-lead');
    const asLead = (method: 'GET' | 'PUT', more: object) =>
      pages.service.app.inject({ method, url: sayable.replace('/people', '/api/v1'), ...more });
    assert.equal((await asLead('GET', { headers })).statusCode, 200);
    const payload = { kind: 'equal', confidence: 1, saidBy: 'Me', note: '' };
    assert.equal((await asLead('PUT', { headers: { ...changing, 'if-match': '"v1"' }, payload })).statusCode, 403);
    await planner.goto(sayable);
    await planner.getByRole('button', { name: 'Take it back' }).click();
    assert.equal(confirmedIn(await coverage()), confirmedIn(before));
    await planner.goto(sayable);
    await planner.getByLabel('They are different skills').check();
    await planner.fill('#saidBy', 'Head of analysis');
    await planner.getByRole('button', { name: 'Say so' }).click();
    assert.match(await textOf(planner, 'turned-down'), /Reading figures\s+another skill than\s+Explaining figures/i);
    assert.equal(confirmedIn(await coverage()), confirmedIn(before));
    assert.doesNotMatch(await planner.locator('main').innerText(), /akin to\s+Explaining figures/i);
    await look([between, sayable]);
  });
});
