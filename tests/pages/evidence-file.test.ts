// Evidence by file on pages: seen before it is kept, refused by line, taken back, sent again, and verified by another.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { bytesOf, sampleLines } from '../../src/exchange/nhs-turnover/sample-file.test-support.ts';
import { faultsOf, narrowFaultsOf, openPages, WIDE, type Pages } from './pages-under-test.ts';

const LINES = sampleLines('202510 to 202511').map((line) => line.replace(',RA1,', ',MILL,').replace(',RB1,', ',WELL,'));

describe('evidence by file', () => {
  let pages: Pages;
  before(async () => {
    pages = await openPages();
  });
  after(() => pages.close());

  const textOf = (page: Page) => page.locator('main').innerText();
  const press = async (page: Page, name: string) => {
    await page.getByRole('button', { name, exact: true }).click();
    await page.waitForLoadState('load');
  };
  const send = async (page: Page, lines: readonly string[]) => {
    await page.goto('/evidence/file');
    const file = { name: 'turnover-Nov-25.csv', mimeType: 'text/csv', buffer: Buffer.from(bytesOf(lines)) };
    await page.getByLabel('Turnover file of a month').setInputFiles(file);
    await press(page, 'See what it tells');
  };
  const looked = async (page: Page) => {
    assert.deepEqual(await faultsOf(page), []);
    assert.deepEqual(await narrowFaultsOf(page), []);
    await page.setViewportSize(WIDE);
  };

  test('a file with a wrong line is refused with the line, the value and what to do, and nothing is kept', async () => {
    const context = await pages.windowOf('national-planner', { viewport: WIDE });
    const page = await context.newPage();
    await page.goto('/evidence/file');
    await press(page, 'See what it tells');
    assert.match(await page.getByRole('alert').innerText(), /Choose a file/);
    await send(page, LINES.with(3, (LINES[3] ?? '').replace(/,[^,]*,([^,]*)$/, ',many,$1')));
    assert.match(await page.getByRole('alert').innerText(), /turnover-Nov-25\.csv:4:\d+: .*many/);
    await looked(page);
    await send(page, ['name,date of birth', 'Ada,1815-12-10']);
    assert.match(await page.getByRole('alert').innerText(), /turnover-Nov-25\.csv:1/);
    await page.goto('/delivery/HAM/evidence');
    assert.match(await textOf(page), /None has come in/);
    await context.close();
  });

  test('what a file tells is seen, kept, taken back and kept again, and a second person verifies the month', async () => {
    const planner = await pages.windowOf('national-planner', { viewport: WIDE });
    const page = await planner.newPage();
    await send(page, LINES);
    assert.match(await textOf(page), /turnover-Nov-25\.csv, November 2025: 2 places/);
    assert.match(await textOf(page), /1 organisation of the file is no place here/);
    assert.match(await page.locator('#months').innerText(), /Mill Hospital\s+MILL\s+new\s+200\s+4\s+2\s+202/);
    await looked(page);
    await press(page, 'Keep 2 months as reported');
    assert.match(await textOf(page), /2 months wait for a second person/);
    await press(page, 'Take the file back');
    assert.match(await page.locator('#months').innerText(), /taken back/);
    await press(page, 'Keep 2 months as reported');
    await page.goto('/delivery/HAM/evidence');
    await looked(page);
    assert.match(await textOf(page), /2 places that you told wait for a second person/);
    assert.equal(await page.getByRole('button', { name: 'Verify November 2025' }).count(), 0);
    const lead = await pages.windowOf('regional-lead', { viewport: WIDE });
    const other = await lead.newPage();
    await other.goto('/delivery/HAM-R/evidence');
    await press(other, 'Verify November 2025');
    assert.equal(await other.getByText('verified', { exact: true }).count(), 2);
    await send(page, LINES);
    assert.equal(await page.getByRole('button', { name: /Keep|Take/ }).count(), 0);
    await Promise.all([planner.close(), lead.close()]);
  });
});
