// The pages of people in post, of the forecaster's past, of other money, and of members: journeys without scripts, and axe.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { ok } from '#kernel';
import { submitJob, usualPlanAsk } from '#service';
import { memberOf, TENANT } from '../access/service-under-test.ts';
import { projectRoot } from '../support/tracked-files.ts';
import { openPages, type Pages } from './pages-under-test.ts';

const STOCK = readFileSync(join(projectRoot, 'packs/hamlet/stock.csv'), 'utf8');
const HEADER = 'place,role,band,ageGroup,headcount,fte,source';
const ONE_ROW = 'MILL,data-analyst,5,under-35,8,7.6';
const MORE = STOCK.replace(ONE_ROW, 'MILL,data-analyst,5,under-35,28,27.6');
/** Fourteen years that grow, with some years better than others. */
const HISTORY = [
  'period,group,stock,joiners,leavers',
  ...Array.from({ length: 14 }, (_, year) => {
    const stock = 1000 + 37 * year + 20 * (year % 3);
    return `${2009 + year}-09,All,${stock},${120 + year},${90 + 6 * (year % 4)}`;
  }),
].join('\n');

describe('the pages of the workforce', () => {
  let pages: Pages;
  let planner: Page;
  let lead: Page;
  before(async () => {
    pages = await openPages();
    const quiet = { javaScriptEnabled: false };
    planner = await (await pages.windowOf('national-planner', quiet)).newPage();
    lead = await (await pages.windowOf('organisation-lead', quiet)).newPage();
  });
  after(() => pages.close());

  const send = async (page: Page, address: string, text: string) => {
    await page.goto(address);
    await page.setInputFiles('#file', { name: 'sent.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    await page.getByRole('button', { name: /See what would change|Try the forecast/ }).click();
  };
  const rowOf = async (page: Page, table: string, name: string) =>
    (await page.locator(`#${table} tr`, { hasText: name }).locator('td').allInnerTexts()).join(' ');
  const keep = (page: Page) => page.getByRole('button', { name: 'Keep as a new version' }).click();
  const keptStock = async () => {
    const files = await pages.service.world.store.inTenant(TENANT, async ({ pack }) => ok(await pack.files(null)));
    assert.ok(files.ok);
    return files.value.get('stock.csv')?.text ?? '';
  };
  const rowsWithin = (text: string, place: string) => text.split('\n').filter((line) => line.startsWith(`${place},`));

  // What is sent is looked at with its mistakes told, too.
  const look: Pages['look'] = (role, addresses) => pages.look(role, addresses, [200, 422]);

  test('people in post are shown as they are published, and small groups are not', async () => {
    await planner.goto('/workforce');
    assert.equal(await rowOf(planner, 'stock', 'Data analyst'), '12 12 – 24 24.0');
    assert.equal(await rowOf(planner, 'stock', 'Nurse informatician'), '– * * * *');
    await planner.getByRole('link', { name: 'Nurse informatician' }).click();
    assert.equal(await rowOf(planner, 'composition', 'Digital and data'), 'yes 40%');
    const foreign = await lead.goto('/workforce?place=WELL');
    assert.equal(foreign?.status(), 404);
  });

  test('a file is previewed, kept and undone, each as a version, and what it changes is told by place and role', async () => {
    const before = await keptStock();
    await send(planner, '/workforce/upload', MORE);
    const preview = planner.url();
    assert.equal(await rowOf(planner, 'by-place', 'Mill Hospital'), '44 64');
    assert.equal(await rowOf(planner, 'by-role', 'Data analyst'), '24 44');
    assert.equal(await keptStock(), before, 'a preview keeps nothing');
    await look('national-planner', [preview, '/workforce/versions']);
    await keep(planner);
    assert.match(await keptStock(), /MILL,data-analyst,5,under-35,28,27\.6/);
    const gone = await planner.goto(preview);
    assert.equal(gone?.status(), 404, 'a file that was used is not kept any longer');
    await planner.goto('/workforce/versions');
    await planner.getByRole('button', { name: /Put stock.csv back/ }).click();
    assert.equal(await rowOf(planner, 'by-role', 'Data analyst'), '44 24');
    await keep(planner);
    assert.deepEqual((await keptStock()).trim().split('\n').toSorted(), before.trim().split('\n').toSorted());
  });

  test('what is wrong with a file is told by its own lines, and nothing is kept', async () => {
    const before = await keptStock();
    await send(planner, '/workforce/upload', STOCK.replace(ONE_ROW, 'MILL,data-analist,5,under-35,8,9.6'));
    const summary = await planner.locator('.nhsuk-error-summary').innerText();
    assert.match(summary, /Line 2: .*data-analist/);
    await send(planner, '/workforce/upload', 'just one column\n1\n');
    assert.match(await planner.locator('.nhsuk-error-summary').innerText(), /no comma/);
    for (const [column, told] of [
      ['Surname', /Line 1, column 8 looks like a column of people’s names/],
      ['Ethnicity', /‘Ethnicity’ tells of single people/],
    ] as const) {
      const text = STOCK.replace(HEADER, `${HEADER},${column}`).replaceAll('teaching\n', 'teaching,x\n');
      await send(planner, '/workforce/upload', text);
      assert.match(await planner.locator('.nhsuk-error-summary').innerText(), told);
    }
    assert.equal(await keptStock(), before);
  });

  test('columns and names of another system are said to be which, once', async () => {
    const other = MORE.replace(HEADER, 'Trust,Job title,AfC band,Age,Heads,WTE,ref')
      .replaceAll('MILL,', 'Mill Hospital,')
      .replaceAll('data-analyst,5', 'Data Analyst,Band 5');
    await send(planner, '/workforce/upload', other);
    const mapping = planner.url();
    await planner.selectOption('#place', { label: 'Column “Trust”, such as Mill Hospital' });
    await planner.selectOption('#source', { label: 'Column “ref”, such as hamlet-teaching' });
    await planner.getByRole('button', { name: 'See what would change' }).click();
    assert.equal(await rowOf(planner, 'by-role', 'Data analyst'), '24 44');
    await look('national-planner', [mapping, planner.url(), '/workforce/upload']);
    await planner.getByRole('button', { name: 'Put the file aside' }).click();
  });

  test('a lead replaces the people of their own place alone, and sees nobody else’s file', async () => {
    const before = await keptStock();
    await send(lead, '/workforce/upload', MORE);
    assert.match(
      await lead.locator('.nhsuk-error-summary').innerText(),
      /Line \d+: 'WELL' is not Mill Hospital nor below it/,
    );
    await send(lead, '/workforce/upload', [HEADER, ...rowsWithin(MORE, 'MILL'), ''].join('\n'));
    const own = lead.url();
    assert.equal((await planner.goto(own))?.status(), 404);
    await lead.goto(own);
    await keep(lead);
    const kept = await keptStock();
    assert.deepEqual(rowsWithin(kept, 'WELL'), rowsWithin(before, 'WELL'));
    assert.deepEqual(rowsWithin(kept, 'MILL'), rowsWithin(MORE, 'MILL'));
    await lead.getByRole('button', { name: /Put stock.csv back/ }).click();
    await keep(lead);
    assert.deepEqual(rowsWithin(await keptStock(), 'MILL'), rowsWithin(before, 'MILL'));
  });

  test('a history is tried by the workers, and its verdict stays', async () => {
    await lead.goto('/backtest');
    assert.match(await lead.locator('main').innerText(), /No backtest has been made/);
    await lead.getByRole('button', { name: 'Try the forecast on it' }).click();
    assert.match(await lead.locator('.nhsuk-error-summary').innerText(), /Choose a file/);
    await lead.getByLabel('Or paste its lines').fill(HISTORY);
    await lead.getByRole('button', { name: 'Try the forecast on it' }).click();
    const address = lead.url();
    await pages.service.queue.idle();
    await lead.reload();
    const told = await lead.locator('main').innerText();
    assert.match(told, /Verdict[\s\S]*goals are met[\s\S]*Beside plain methods[\s\S]*How to read and replay/);
    assert.equal((await planner.goto(address))?.status(), 200, 'who plans for all places may read it');
    await look('organisation-lead', ['/backtest', address]);
    await send(lead, '/backtest', 'period,people\n2020-09,12\n2021-09,13\n');
    await pages.service.queue.idle();
    await lead.reload();
    assert.match(await lead.locator('main').innerText(), /Failed[\s\S]*There is no result/);
  });

  test('the frontier is asked for, and a point of it becomes a question that can be stopped; who plans for one place asks for none', async () => {
    await planner.goto('/plan/frontier');
    await planner.getByLabel('The least shortage for a budget').check();
    await planner.getByRole('button', { name: 'Ask the optimiser' }).click();
    assert.match(await planner.locator('.nhsuk-error-summary').innerText(), /Give the budget/);
    assert.ok(await planner.getByLabel('The least shortage for a budget').isChecked(), 'what was chosen stays chosen');
    await planner.getByLabel('What each sum of money would do').check();
    await planner.getByRole('button', { name: 'Ask the optimiser' }).click();
    const address = planner.url();
    await pages.service.queue.idle();
    await planner.reload();
    assert.match(await planner.locator('main').innerText(), /Money and shortage[\s\S]*Why this plan/);
    await planner.selectOption('#chosenPoint', '4');
    const letGo = pages.hold();
    await planner.getByRole('button', { name: 'Make the plan of this point' }).click();
    const ofPoint = planner.url();
    assert.notEqual(ofPoint, address);
    await look('national-planner', ['/plan/frontier', address, ofPoint]);
    await planner.getByRole('button', { name: 'Stop' }).click();
    await planner.waitForURL(ofPoint);
    letGo();
    await pages.service.queue.idle();
    await planner.goto(ofPoint);
    assert.match(await planner.locator('main').innerText(), /Stopped[\s\S]*There is no result/);
    await planner.goto('/plan/frontier');
    assert.match(
      await planner.locator('#earlier').innerText(),
      /What each sum of money would do, point 4[\s\S]*stopped/,
    );
    assert.equal((await lead.goto(address))?.status(), 404);
    await lead.goto('/plan/frontier');
    assert.equal(await lead.getByRole('button', { name: 'Ask the optimiser' }).count(), 0);
  });

  test('a place’s projection is told by role and by band', async () => {
    const asked = await submitJob(
      { world: pages.service.world, actor: memberOf('national-planner', TENANT) },
      {
        kind: 'plan',
        resource: 'plan',
        place: 'HAM',
        request: usualPlanAsk('as-things-stand', pages.service.world.clock()),
        programVersion: '1.0.0',
      },
    );
    assert.ok(asked.ok);
    await pages.service.queue.idle();
    await planner.goto('/projections/HAM/details?show=band:6');
    assert.match(await planner.locator('#course').innerText(), /Band 6: demand and supply month by month/);
    assert.equal(await planner.locator('#role a[href*="demandFte%3AHAM%3Arole%3Ddata-analyst"]').count(), 1);
    assert.match(await rowOf(planner, 'role', 'Data analyst'), /^[\d.]+ [\d.]+ [\d.]+ −[\d.]+ .* to .* [+−]?[\d.]+$/);
    await look('national-planner', ['/projections/HAM/details?show=band:6', '/projections/MILL/details']);
  });

  test('an administrator adds somebody and shuts them out, and never themselves', async () => {
    const admin = await (await pages.windowOf('administrator', { javaScriptEnabled: false })).newPage();
    await admin.goto('/members/new');
    await admin.getByRole('button', { name: 'Add the member' }).click();
    assert.match(
      await admin.locator('.nhsuk-error-summary').innerText(),
      /Choose a role[\s\S]*Give the address of the login/,
    );
    await admin.getByLabel('Login provider').fill('https://login.example');
    await admin.getByLabel('Subject').fill('newcomer');
    await admin.getByLabel('Name to greet by').fill('Newcomer');
    await admin.selectOption('#role', 'organisation-lead');
    await admin.selectOption('#place', 'WELL');
    await admin.getByRole('button', { name: 'Add the member' }).click();
    assert.equal(await rowOf(admin, 'members', 'Newcomer'), 'Lead of an organisation Well Community Care active');
    const shutOut = async (name: string) => {
      await admin.goto('/members');
      await admin.locator('#members').getByRole('link', { name, exact: true }).click();
      await admin.getByLabel('Shut this member out').check();
      await admin.getByRole('button', { name: 'Keep' }).click();
    };
    await shutOut('Newcomer');
    assert.match(await rowOf(admin, 'members', 'Newcomer'), /shut out/);
    await shutOut('administrator');
    assert.match(await admin.locator('.nhsuk-error-summary').innerText(), /Nobody takes their own membership away/);
    assert.equal((await lead.goto('/members'))?.status(), 403);
    await look('administrator', ['/members', '/members/new', '/me']);
  });

  test('pages of places and roles have no fault that axe knows', async () => {
    await look('national-planner', [
      '/workforce',
      '/workforce?place=MILL',
      '/workforce/roles?show=hybrid',
      '/workforce/roles/nurse-informatician',
    ]);
  });
});
