// The pages of talent pipelines: a programme, a cohort that slips, and a round from wishes to a published decision.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { openPages, type Pages } from './pages-under-test.ts';

describe('the pages of pipelines', () => {
  let pages: Pages;
  let planner: Page;
  let staff: Page;
  before(async () => {
    pages = await openPages();
    planner = await (await pages.windowOf('national-planner', { javaScriptEnabled: false })).newPage();
    staff = await (await pages.windowOf('member-of-staff', { javaScriptEnabled: false })).newPage();
  });
  after(() => pages.close());

  const textOf = (page: Page, id: string) => page.locator(`#${id}`).innerText();
  const press = (page: Page, name: string) => page.getByRole('button', { name }).click();
  const fill = async (page: Page, fields: Readonly<Record<string, string>>) => {
    for (const [name, text] of Object.entries(fields)) await page.locator(`[name="${name}"]`).fill(text);
  };

  test('a programme that opens is shown to staff with who pays this month', async () => {
    await staff.goto('/people/programmes');
    assert.match(await textOf(staff, 'main'), /No programme is open/);
    await planner.goto('/people/programmes/new');
    await fill(planner, {
      title: 'Data apprentices',
      id: 'data-apprentices',
      mostPerIntake: '20',
      supervisorFtePerPerson: '0.1',
      funding: [
        'all | Levy for all ages | 2020-01 | 2026-01 | | | 9000 | An invented rule',
        'young | Levy for those under 22 | 2026-01 | | 16 | 21 | 9000 | An invented rule',
      ].join('\n'),
    });
    await planner.selectOption('[name="channel"]', 'apprenticeship');
    await planner.selectOption('[name="role"]', 'data-analyst');
    await planner.selectOption('[name="band"]', '5');
    await planner.locator('form[method="post"] button').last().click();
    assert.match(await textOf(planner, 'main'), /Levy for those under 22/);
    await planner.selectOption('[name="state"]', 'open');
    await press(planner, 'Take this step');
    await staff.goto('/people/programmes');
    const row = await staff.getByRole('row', { name: /Data apprentices/ }).innerText();
    assert.match(row, /Levy for those under 22/);
    assert.doesNotMatch(row, /all ages/);
    await pages.look('member-of-staff', ['/people/programmes', new URL(planner.url()).pathname]);
  });

  test('a cohort that slips shows on the board and in the national gap', async () => {
    await planner.goto('/people/cohorts/new');
    const planned = { applied: 80, offered: 25, started: 20, droppedOut: 4, completed: 16, inPost: 12 };
    await fill(planner, {
      id: 'autumn-2026',
      plannedStart: '2026-09',
      expectedStart: '2027-09',
      supervisorFte: '2',
      startersByAge: '19 | 8\n30 | 12',
      ...Object.fromEntries(Object.entries(planned).map(([step, people]) => [`planned.${step}`, String(people)])),
      'planned.inPostAt12Months': '10',
    });
    await planner.selectOption('[name="programme"]', 'data-apprentices');
    await planner.selectOption('[name="place"]', 'MILL');
    await planner.locator('form[method="post"] button').last().click();
    assert.match(await textOf(planner, 'main'), /It has slipped by 12 months/);
    const detail = new URL(planner.url()).pathname;
    await planner.goto('/people/cohorts');
    assert.match(
      await textOf(planner, 'board'),
      /autumn-2026\s+Mill Hospital\s+planned\s+September 2027\s+12 months late/i,
    );
    await press(planner, 'Project them now');
    await pages.service.queue.idle();
    await planner.goto('/people/cohorts');
    assert.match(await textOf(planner, 'main'), /1 has slipped: autumn-2026 by 12 months/);
    assert.match(
      await textOf(planner, 'main'),
      /the national gap is .* FTE against .* FTE with the cohorts as planned/,
    );
    await pages.look('national-planner', ['/people/cohorts', detail, '/people/cohorts/new']);
  });

  test('a round goes from wishes to a run, a person’s decision with its reason, and its publication', async () => {
    await planner.goto('/people/placements/new');
    await fill(planner, {
      title: 'Autumn placements',
      closes: '2026-06',
      places: 'MILL | east | 1 | 1\nWELL | west | 2 | 1',
      travel: 'east | west | 30',
    });
    await planner.selectOption('[name="place"]', 'HAM');
    await planner.locator('form[method="post"] button').last().click();
    const round = new URL(planner.url()).pathname;
    await press(planner, 'Run it');
    assert.match(await planner.getByRole('alert').innerText(), /Nobody has sent wishes yet/);

    await staff.goto('/people/wishes');
    await staff.getByRole('link', { name: 'Autumn placements' }).click();
    await staff.fill('#preferences', 'NOWHERE');
    await press(staff, 'Send my wishes');
    assert.match(await staff.getByRole('alert').innerText(), /“NOWHERE” is not on offer/);
    await staff.selectOption('#area', 'west');
    await staff.fill('#preferences', 'MILL\nWELL');
    await press(staff, 'Send my wishes');
    assert.match(await textOf(staff, 'main'), /Your wishes are with the round/);
    await pages.look('member-of-staff', ['/people/wishes', new URL(staff.url()).pathname, '/people/badges']);

    await planner.goto(round);
    assert.match(await textOf(planner, 'preview'), /MILL\s+1\s+1\s+1\s+1/);
    await press(planner, 'Run it');
    await pages.service.queue.idle();
    await planner.goto(round);
    assert.match(await textOf(planner, 'main'), /Of 1 person, 1 would get their first choice/);
    await planner.goto(`${round}?person=member-member-of-staff`);
    assert.match(await planner.getByRole('status').innerText(), /would go to MILL, choice 1 on the list/);
    await press(planner, 'Take this run as the proposal');
    await press(planner, 'Decide');
    assert.match(await planner.getByRole('alert').innerText(), /Give the reason in a sentence/);
    await fill(planner, { office: 'Placement board', reason: 'The proposal holds.' });
    await fill(planner, { changes: 'member-member-of-staff | WELL | Asked for by the person since.' });
    await pages.look('national-planner', ['/people/placements', round, '/people/placements/new']);
    await press(planner, 'Decide');
    assert.match(await textOf(planner, 'decided'), /MILL\s+0\s+WELL\s+1/);
    await press(planner, 'Publish the decision');
    assert.match(await textOf(planner, 'main'), /published/i);
    await staff.goto('/people/wishes');
    assert.match(await textOf(staff, 'main'), /No placement round is open/);
  });

  test('staff come to no round, and leads to no wish of their people', async () => {
    const { headers } = await pages.service.visitor('member-of-staff');
    assert.equal((await pages.service.app.inject({ url: '/people/placements', headers })).statusCode, 403);
    const lead = await pages.service.visitor('organisation-lead');
    const wishes = await pages.service.app.inject({
      url: '/api/v1/records/placement-preference',
      headers: lead.headers,
    });
    assert.doesNotMatch(wishes.body, /WELL/);
  });
});
