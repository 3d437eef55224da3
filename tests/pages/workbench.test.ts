// Holds the workbench in a real browser: it answers as the server does, takes back, and is shared by its address.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { openPages, type Pages } from './pages-under-test.ts';

const AT_REST = '/workbench?scenario=as-things-stand';
const PULLED = `${AT_REST}&retention=5&recruitment=10`;

describe('the workbench in a browser', () => {
  let pages: Pages;
  let served: readonly string[];
  let page: Page;
  before(async () => {
    pages = await openPages();
    const plain = await pages.windowOf('national-planner', { javaScriptEnabled: false });
    const asking = await plain.newPage();
    await asking.goto(AT_REST);
    await asking.getByRole('button', { name: 'Set it up' }).click();
    await pages.service.queue.idle();
    await asking.goto(PULLED);
    served = await figuresOn(asking);
    page = await (await pages.windowOf('national-planner')).newPage();
  });
  after(() => pages.close());

  const figuresOn = async (on: Page) => {
    await on.locator('.headline .amount').first().waitFor();
    return on.locator('.headline .amount, .figures table td').allTextContents();
  };
  const shows = async (expected: readonly string[]) => {
    await page
      .locator('.headline .amount', { hasText: expected[0] ?? '' })
      .first()
      .waitFor();
    assert.deepEqual(await figuresOn(page), expected);
  };

  test('levers pulled in the browser give the figures that the server gives', async () => {
    await page.goto(AT_REST);
    const slider = page.getByLabel('Retention, slider');
    await slider.waitFor();
    const still = await figuresOn(page);
    assert.notDeepEqual(still, served);
    await slider.fill('5');
    await page.getByLabel('Usual joiners', { exact: true }).fill('10');
    await page.waitForURL(/retention=5/);
    await shows(served);

    const undo = page.getByRole('button', { name: 'Undo' });
    await undo.click();
    await page.getByRole('button', { name: 'All at rest' }).click();
    await shows(still);
    await undo.click();
    await undo.click();
    await shows(still);
  });

  test('an address that was shared brings the settings back', async () => {
    await page.goto(PULLED);
    await page.getByLabel('Retention, slider').waitFor();
    assert.equal(await page.getByLabel('Retention', { exact: true }).inputValue(), '5');
    await shows(served);
    assert.match(page.url(), /retention=5/);
    assert.match(page.url(), /recruitment=10/);
  });
});
