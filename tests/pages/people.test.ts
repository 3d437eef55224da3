// The pages about people: a skill's way to a verdict, routes, hybrid roles, depth, and leaving; in a browser and without.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { putRecord } from '#service';
import { TENANT } from '../access/service-under-test.ts';
import { faultsOf, openPages, type Pages } from './pages-under-test.ts';

const SHOWN = 'The dashboard that opens each morning';

describe('the pages about people', () => {
  let pages: Pages;
  let staff: Page;
  let lead: Page;
  let planner: Page;
  before(async () => {
    pages = await openPages();
    const quiet = { javaScriptEnabled: false };
    staff = await (await pages.windowOf('member-of-staff', quiet)).newPage();
    lead = await (await pages.windowOf('organisation-lead', quiet)).newPage();
    planner = await (await pages.windowOf('national-planner', quiet)).newPage();
  });
  after(() => pages.close());

  const textOf = (page: Page, id: string) => page.locator(`#${id}`).innerText();

  test('somebody who keeps nothing is told how to begin, and axe finds no fault', async () => {
    await staff.goto('/people/skills');
    assert.match(await textOf(staff, 'main'), /Your passport is empty/);
    await pages.look('member-of-staff', [
      '/people',
      '/people/skills',
      '/people/routes',
      '/people/frameworks',
      '/people/privacy',
    ]);
    await pages.look('organisation-lead', ['/people/verification', '/people/depth']);
    await pages.look('national-planner', ['/people', '/people/hybrid', '/people/hybrid/new']);
  });

  test('a form that says nothing is shown again with what is missing, and keeps what was typed', async () => {
    await staff.goto('/people/skills');
    await staff.selectOption('#skill', 'digital/data-analysis');
    await staff.getByRole('button', { name: 'Add it to my skills' }).click();
    assert.match(await staff.getByRole('alert').innerText(), /Choose the level\./);
    assert.equal(await staff.locator('#skill').inputValue(), 'digital/data-analysis');
    await staff.getByRole('link', { name: 'Choose the level.' }).click();
    assert.ok(staff.url().endsWith('#level'));
  });

  test('a skill that is said counts for nothing until another person has verified what shows it', async () => {
    await addSkill(staff);
    await staff.goto('/people/skills');
    assert.match(await textOf(staff, 'passport'), /Data analysis\s+not shown yet\s+practitioner\s+30%/i);
    await staff.getByRole('link', { name: 'Data analysis: practitioner' }).click();
    await staff.getByLabel('Work that was shown').check();
    await staff.fill('#what', SHOWN);
    await staff.getByRole('button', { name: 'Ask for verification' }).click();
    await lead.goto('/people/verification');
    await lead.getByRole('link', { name: 'Data analysis: practitioner' }).click();
    assert.match(await textOf(lead, 'main'), new RegExp(SHOWN));
    await pages.look('organisation-lead', ['/people/verification', new URL(lead.url()).pathname]);
    await lead.getByLabel('Yes, I have seen it at this level').check();
    await lead.fill('#reason', 'It has been in use for a year.');
    await lead.getByRole('button', { name: 'Give the verdict' }).click();
    await staff.goto('/people/skills');
    assert.match(await textOf(staff, 'passport'), /Data analysis\s+practitioner\s+practitioner\s+79%/i);
    await pages.look('member-of-staff', ['/people/skills']);
  });

  test('a verifier issues a badge for a verified skill; its holder takes it along; taken back, it says why', async () => {
    await lead.goto('/people/badges');
    await lead.getByRole('link', { name: 'Data analysis: practitioner' }).click();
    await lead.getByRole('button', { name: 'Issue a badge for it' }).click();
    const { pathname: badgeAt } = new URL(lead.url());
    await staff.goto('/people/badges');
    await staff.getByRole('link', { name: 'Data analysis, practitioner' }).click();
    assert.equal(new URL(staff.url()).pathname, badgeAt);
    const { headers } = await pages.service.visitor('member-of-staff');
    const fileAt = async (url: string) => (await pages.service.app.inject({ url, headers })).body;
    const badge = await fileAt(`${badgeAt}/file`);
    const passport = await fileAt('/people/badges/passport');
    assert.ok(!badge.includes('member-member-of-staff'), 'a badge names nobody');
    const verdictOn = async (text: string) => {
      await staff.goto('/people/badges/verify');
      await staff.fill('#badge', text);
      await staff.getByRole('button', { name: 'Verify it' }).click();
      return staff.getByRole('status').innerText();
    };
    assert.match(await verdictOn(badge), /Verified/);
    assert.match(await verdictOn(passport), /Verified/);
    assert.match(await verdictOn(badge.replace('practitioner', 'expert')), /Refused[\s\S]*proof-value/);
    await pages.look('member-of-staff', ['/people/badges', badgeAt, '/people/badges/verify']);
    await pages.look('organisation-lead', ['/people/badges', badgeAt]);

    await lead.goto(badgeAt);
    await lead.getByRole('button', { name: 'Take the badge back' }).click();
    assert.match(await lead.getByRole('alert').innerText(), /Give the reason/);
    await lead.fill('#reason', 'The work shown was not by its holder.');
    await lead.getByRole('button', { name: 'Take the badge back' }).click();
    assert.match(await verdictOn(badge), /revoked[\s\S]*The work shown was not by its holder/);
    const list = await pages.service.app.inject({ url: '/badges/status/hamlet' });
    assert.equal(list.statusCode, 200);
    assert.match(list.body, /BitstringStatusListCredential[\s\S]*not by its holder/);
    assert.equal((await pages.service.app.inject({ url: '/badges/status/nobody' })).statusCode, 404);
    await staff.goto(badgeAt);
    assert.match(await textOf(staff, 'main'), /Taken back/);
  });

  test('nobody keeps a badge as a record, so that none is made that was not signed', async () => {
    const { changing } = await pages.service.visitor('organisation-lead');
    const sent = { method: 'POST', url: '/api/v1/records/badge', headers: changing } as const;
    const answer = await pages.service.app.inject({ ...sent, payload: { body: {}, summary: 'A badge.' } });
    assert.equal(answer.statusCode, 404);
    const order = { kind: 'badge', id: 'b', madeFrom: 0, action: 'create', body: {}, summary: 'A badge.' } as const;
    const { world } = pages.service;
    const actor = { tenant: TENANT, role: 'organisation-lead', place: 'MILL', supplier: null } as const;
    const kept = await putRecord({ world, actor: { ...actor, id: 'lead', displayName: 'Lead' } }, order);
    assert.ok(!kept.ok && kept.problems[0]?.code === 'forbidden');
  });

  test('no lead verifies by another name, and nobody verifies themselves', async () => {
    const { id, body } = await askedEvidence();
    const verdict = (verifier: string) => ({
      body: { ...body, verdict: { verifier, month: '2026-03', reason: 'Because.' }, state: 'verified' },
      summary: 'A verdict.',
      action: 'verify',
    });
    const put = async (role: 'organisation-lead' | 'member-of-staff', verifier: string) => {
      const { changing } = await pages.service.visitor(role);
      const answer = await pages.service.app.inject({
        method: 'PUT',
        url: `/api/v1/records/skill-evidence/${id}`,
        headers: { ...changing, 'if-match': '"v2"' },
        payload: verdict(verifier),
      });
      return answer.statusCode;
    };
    assert.equal(await put('organisation-lead', 'member-regional-lead'), 403);
    assert.equal(await put('member-of-staff', 'member-organisation-lead'), 403);
    assert.equal(await put('member-of-staff', 'member-member-of-staff'), 422);
    assert.equal(await put('organisation-lead', 'member-organisation-lead'), 200);
  });

  test('another lead’s people and another’s skills are as if they were not there', async () => {
    const { id } = await askedEvidence();
    for (const role of ['regional-lead', 'national-planner', 'auditor'] as const) {
      const { headers } = await pages.service.visitor(role);
      const api = await pages.service.app.inject({ url: `/api/v1/records/skill-evidence/${id}`, headers });
      assert.ok([403, 404].includes(api.statusCode), `${role} ${api.statusCode}`);
    }
    const { headers } = await pages.service.visitor('organisation-lead');
    const foreign = await pages.service.app.inject({ url: '/people/depth?place=WELL', headers });
    assert.equal(foreign.statusCode, 404);
  });

  test('a lead sees where all hangs on one person; the centre is told no small number', async () => {
    await lead.goto('/people/depth');
    assert.match(await textOf(lead, 'depth'), /Data analysis\s+practitioner\s+0\s+0\s+1\s+0\s+1\s+One person/i);
    await planner.goto('/people/depth');
    const row = await planner.getByRole('row', { name: /Data analysis/ }).innerText();
    assert.match(row, /hidden\s+hidden\s+hidden\s+hidden/);
    assert.doesNotMatch(row, /single point/i);
  });

  test('routes begin from the post and the skills one holds, and each step says how, how long and what it costs', async () => {
    await staff.goto('/people/skills');
    await staff.selectOption('#post', 'service-technician:5');
    await staff.getByRole('button', { name: 'Keep it' }).click();
    await staff.getByRole('link', { name: 'Find routes from here' }).click();
    assert.match(await textOf(staff, 'goals'), /Data analyst/);
    await staff.getByRole('link', { name: /Data analyst/ }).click();
    const way = await textOf(staff, 'main');
    for (const said of ['How', 'Where it is learned', 'How long', 'Cost', 'Pay there', 'Who has done it']) {
      assert.ok(way.includes(said), said);
    }
    const { pathname, search } = new URL(staff.url());
    await pages.look('member-of-staff', [pathname + search]);
  });

  test('where no way leads, the page says so and what one may try', async () => {
    await staff.goto('/people/routes?from=nursing&to=nurse-informatician&by=pay');
    assert.match(await textOf(staff, 'main'), /No route leads there by what is known today/);
    await staff.goto('/people/routes?from=nobody');
    assert.match(await staff.getByRole('alert').innerText(), /Choose a start and a goal/);
  });

  test('frameworks are found by words and lead from skill to level to routes', async () => {
    await staff.goto('/people/frameworks?find=data');
    await staff.getByRole('link', { name: 'Data quality' }).click();
    await staff.getByRole('link', { name: 'Senior analyst' }).click();
    await staff.getByRole('link', { name: 'routes from here' }).click();
    assert.match(staff.url(), /from=data-analyst%3A6/);
    const skills = '/people/frameworks/clinical/skills/reading-figures';
    await pages.look('member-of-staff', ['/people/frameworks?find=data', '/people/frameworks/digital', skills]);
    await staff.goto('/people/frameworks?find=nothing-like-it');
    assert.match(await staff.getByRole('status').innerText(), /No role or skill/);
  });

  test('a hybrid role is designed by keyboard alone, tried by the workers, and told in full', async () => {
    const page = await (await pages.windowOf('national-planner')).newPage();
    await page.goto('/people/hybrid/new');
    await page.locator('#name').focus();
    const type = async (text: string) => {
      await page.keyboard.type(text);
      await page.keyboard.press('Tab');
    };
    for (const text of ['Ward data lead', 'Data', 'Band 6', 'Nursing']) await type(text);
    for (const text of ['Nursing', '50', 'Choose', 'Digital', '40', 'Data analyst, Band 6']) await type(text);
    for (let skipped = 0; skipped < 8; skipped++) await page.keyboard.press('Tab');
    for (const text of ['4', '12', '80', '6000', '20', '50']) await type(text);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    assert.match(await page.getByRole('alert').innerText(), /The shares add up to 90%/);
    assert.deepEqual(await faultsOf(page), []);
    await page.locator('#share2').fill('50');
    await page.getByRole('button', { name: 'Show what it would do' }).press('Enter');
    await page.getByRole('heading', { name: 'Who could fill it' }).waitFor();
    const told = await textOf(page, 'main');
    for (const heading of ['What it asks for', 'Who could fill it', 'What the source profession loses', 'the gap']) {
      assert.ok(told.includes(heading), heading);
    }
    await pages.look('national-planner', ['/people/hybrid', new URL(page.url()).pathname]);
    await page.context().close();
  });

  test('a person takes with them all that is held of them, and leaves nothing that a page or figure shows', async () => {
    const { headers } = await pages.service.visitor('member-of-staff');
    const taken = await pages.service.app.inject({ url: '/people/privacy/export', headers });
    const held: { records: readonly { kind: string; id: string }[] } = JSON.parse(taken.body);
    assert.ok(held.records.length >= 3);
    assert.deepEqual([...new Set(held.records.map(({ kind }) => kind))], ['badge', 'passport', 'skill-evidence']);
    await pages.look('member-of-staff', ['/people/privacy', '/people/privacy/map']);
    await staff.goto('/people/privacy');
    await staff.getByRole('button', { name: 'Erase what is held of me' }).click();
    assert.match(await staff.getByRole('alert').innerText(), /Tick the box/);
    const id = held.records.find(({ kind }) => kind === 'skill-evidence')?.id ?? '';
    await staff.getByLabel('I have taken with me').check();
    await staff.getByRole('button', { name: 'Erase what is held of me' }).click();
    assert.match(
      await staff.getByRole('status').innerText(),
      /records of yours were erased with every earlier version/,
    );
    await staff.goto('/people/privacy');
    assert.match(new URL(staff.url()).pathname, /login/);
    await lead.goto('/people/depth');
    assert.match(await textOf(lead, 'main'), /Nobody here keeps evidence/);
    for (const address of [`/api/v1/records/skill-evidence/${id}`, `/api/v1/records/skill-evidence/${id}/versions`]) {
      assert.equal((await pages.service.app.inject({ url: address, headers })).statusCode, 401);
      const { headers: ofLead } = await pages.service.visitor('organisation-lead');
      assert.equal((await pages.service.app.inject({ url: address, headers: ofLead })).statusCode, 404);
    }
  });

  async function addSkill(page: Page): Promise<void> {
    await page.goto('/people/skills');
    await page.selectOption('#skill', 'digital/data-analysis');
    await page.getByLabel('Practitioner').check();
    await page.getByRole('button', { name: 'Add it to my skills' }).click();
  }

  /** A new piece of evidence that waits for a verdict, and its second version's body. */
  async function askedEvidence() {
    await addSkill(staff);
    const id = new URL(staff.url()).pathname.split('/').at(-1) ?? '';
    await staff.getByLabel('A certificate').check();
    await staff.fill('#what', SHOWN);
    await staff.getByRole('button', { name: 'Ask for verification' }).click();
    const { headers } = await pages.service.visitor('member-of-staff');
    const answer = await pages.service.app.inject({ url: `/api/v1/records/skill-evidence/${id}`, headers });
    const { body }: { body: object } = JSON.parse(answer.body);
    return { id, body };
  }
});
