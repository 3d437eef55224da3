// Evidence that teaches the register, on pages: proposed, accepted rate by rate, and told in a waterfall that adds up.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { evidenceRecordSchema } from '#delivery';
import { formatMonth, ok } from '#kernel';
import { memberOf, TENANT } from '../access/service-under-test.ts';
import { faultsOf, narrowFaultsOf, openPages, WIDE, type Pages } from './pages-under-test.ts';

const BASE = 309;
const ACCEPTANCE = '/api/v1/scenarios/as-things-stand/recalibration/acceptance';

/** A year in which a place loses somebody in every month, and nobody comes but every third. */
function yearOf(place: string, first: number) {
  let inPost = first;
  return Array.from({ length: 12 }, (_, index) => {
    const joiners = index % 3 === 0 ? 1 : 0;
    const openingPeople = inPost;
    inPost += joiners - 1;
    const counted = { family: '*', openingPeople, closingPeople: inPost, joiners, leavers: 1, completers: 0 };
    return evidenceRecordSchema.parse({
      place,
      month: formatMonth(BASE + 1 + index),
      rows: [{ ...counted, demandPeople: null }],
      cohorts: [],
      source: { title: 'Monthly count', publisher: place, kind: 'official', licence: 'CC0-1.0' },
      state: 'verified',
      reason: null,
    });
  });
}

const bar = z.object({ part: z.string(), changeFte: z.number() });
const toldSchema = z.object({
  waterfall: z.object({ beforeFte: z.number(), afterFte: z.number(), bars: z.array(bar) }),
});

describe('recalibration on pages', () => {
  let pages: Pages;
  before(async () => {
    pages = await openPages();
    const { store, clock } = pages.service.world;
    const kept = await store.inTenant(TENANT, async ({ records }) => {
      for (const body of [...yearOf('MILL', 42), ...yearOf('WELL', 15)]) {
        const scope = { place: body.place, owner: null, party: null, state: body.state };
        const deed = { by: 'test', at: clock(), action: 'create', resource: 'evidence', place: body.place } as const;
        const record = { kind: 'evidence', id: `${body.place}-${body.month}`, ...scope, body };
        const put = await records.put(record, 0, { ...deed, summary: 'For a test.' });
        if (!put.ok) return put;
      }
      return ok(null);
    });
    assert.ok(kept.ok);
  });
  after(() => pages.close());

  const textOf = (page: Page) => page.locator('main').innerText();
  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
  const looked = async (page: Page) => {
    assert.deepEqual(await faultsOf(page), []);
    assert.deepEqual(await narrowFaultsOf(page), []);
    await page.setViewportSize(WIDE);
  };

  test('rates are proposed with what they were, accepted one by one, and the register says from where and who', async () => {
    const context = await pages.windowOf('national-planner', { viewport: WIDE });
    const page = await context.newPage();
    await page.goto('/recalibration');
    assert.match(await textOf(page), /none of the pack as it is today/);
    await page.goto('/moved/HAM');
    assert.match(await textOf(page), /nothing has moved/);
    await pages.ask(page, '/plan/HAM', 'Make a plan now');
    await page.goto('/recalibration');
    await looked(page);
    await pages.ask(page, '/recalibration', 'Hold the evidence against the forecast');
    assert.match(await page.locator('#rates').first().innerText(), /leavers where .* were expected in 12 months/);
    await looked(page);
    await page.getByLabel(/Share of people who leave/).uncheck();
    await page.getByLabel(/Market recruitment/).uncheck();
    await press(page, 'Accept what is chosen');
    assert.match(await page.getByRole('alert').innerText(), /Nothing was chosen/);
    const { changing } = await pages.service.visitor('national-planner');
    const unseen = { proposal: 'that of last month', rates: ['attrition.yearly'] };
    const stale = await pages.service.app.inject({
      method: 'POST',
      url: ACCEPTANCE,
      headers: changing,
      payload: unseen,
    });
    assert.equal(stale.statusCode, 412);
    await page.getByLabel(/Share of people who leave/).check();
    await page.getByLabel('Begin the next projection with the people who were counted').check();
    await press(page, 'Accept what is chosen');
    assert.match(page.url(), /\/moved\/HAM$/);
    await page.goto('/assumptions/attrition.yearly');
    assert.match(await textOf(page), /Verified evidence of 2 places, 2025-11 to 2026-10/);
    assert.match(await textOf(page), /National planner/);
    const lines = await pages.service.world.store.inTenant(TENANT, async ({ audit }) => ok(await audit.lines(1, 500)));
    assert.ok(lines.ok);
    const accepted = lines.value.findLast(({ action, resource }) => action === 'approve' && resource === 'assumption');
    assert.equal(accepted?.by, memberOf('national-planner', TENANT).id);
    assert.match(accepted.summary, /attrition\.yearly and the people who were counted/);
    await context.close();
  });

  test('the next projection says what moved and why, in bars that add up exactly, with chart and table', async () => {
    const context = await pages.windowOf('national-planner', { viewport: WIDE });
    const page = await context.newPage();
    await page.goto('/moved/HAM');
    await looked(page);
    await pages.ask(page, '/moved/HAM', 'Work out what moved');
    await looked(page);
    const { headers } = await pages.service.visitor('national-planner');
    const url = '/api/v1/scenarios/as-things-stand/moved/HAM';
    const answer = await pages.service.app.inject({ method: 'GET', url, headers });
    assert.equal(answer.statusCode, 200);
    const { beforeFte, afterFte, bars } = toldSchema.parse(answer.json()).waterfall;
    const sum = bars.reduce((total, { changeFte }) => total + changeFte, beforeFte);
    assert.equal(sum, afterFte);
    assert.equal(await page.locator('#moved-table tbody tr').count(), bars.length + 2);
    assert.ok(bars.some(({ part, changeFte }) => part === 'leavers' && changeFte < 0));
    const { months } = z.object({ months: z.array(z.string()) }).parse(answer.json());
    assert.deepEqual([months[0], months.length], ['2035-10', 10]);
    await page.getByLabel('Month whose gap is looked at').selectOption('2028-10');
    await press(page, 'Show this month');
    assert.match(page.url(), /month=2028-10$/);
    assert.match(await page.locator('#moved').innerText(), /Gap in October 2028/);
    await looked(page);
    const other = await pages.service.app.inject({ method: 'GET', url: `${url}?month=2028-11`, headers });
    assert.equal(other.statusCode, 422);
    assert.match(other.body, /2035-10, 2034-10/);
    await context.close();
  });

  test('whoever answers for one place sees what was missed there alone, and accepts nothing', async () => {
    const context = await pages.windowOf('organisation-lead', { viewport: WIDE });
    const page = await context.newPage();
    await page.goto('/recalibration');
    assert.equal(await page.getByRole('button', { name: 'Accept what is chosen' }).count(), 0);
    assert.doesNotMatch(await textOf(page), /WELL/);
    const { changing } = await pages.service.visitor('organisation-lead');
    const payload = { proposal: 'any', rates: [] };
    const refused = await pages.service.app.inject({ method: 'POST', url: ACCEPTANCE, headers: changing, payload });
    assert.equal(refused.statusCode, 403);
    await context.close();
  });
});
