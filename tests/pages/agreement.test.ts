// The page of an agreement: its indicators in the words of the pack's rules, and what those rules ask beyond it.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import { putRecord, type Desk } from '#service';
import { sampleAgreement, sampleReport } from '../support/sample-agreement.ts';
import { memberOf, TENANT } from '../access/service-under-test.ts';
import { openPages, type Pages } from './pages-under-test.ts';

const AGREEMENT = sampleAgreement({
  title: 'Letters that arrive',
  verifier: { id: 'HAM', name: 'The hamlet' },
  valueGbp: 200_000,
  from: '2020-01',
  until: '2039-12',
  kpis: [{ id: 'k1', title: 'Availability', unit: '%', target: 100, threshold: 90, everyMonths: 12 }],
  payments: [],
});
const REPORT = sampleReport({
  agreement: 'a1',
  subject: 'kpi',
  subjectId: 'k1',
  month: '2020-02',
  value: 95,
  verifier: null,
  verifiedValue: null,
  state: 'reported',
});
const VERIFIED = { ...REPORT, state: 'verified', verifier: 'HAM', verifiedValue: 95 };

describe('the page of an agreement', () => {
  let pages: Pages;
  before(async () => {
    pages = await openPages();
    const put = async (by: Desk, order: Omit<Parameters<typeof putRecord>[1], 'summary'>) => {
      const done = await putRecord(by, { ...order, summary: 'For a test.' });
      assert.ok(done.ok, JSON.stringify(done));
    };
    const { world } = pages.service;
    const planner = { world, actor: memberOf('national-planner', TENANT) };
    const buyer = { world, actor: memberOf('organisation-lead', TENANT) };
    const supplier = { world, actor: memberOf('supplier', TENANT) };
    const about = { kind: 'agreement', id: 'a1' } as const;
    await put(buyer, { ...about, madeFrom: 0, action: 'create', body: { ...AGREEMENT, state: 'draft' } });
    await put(planner, { ...about, madeFrom: 1, action: 'approve', body: { ...AGREEMENT, state: 'agreed' } });
    await put(buyer, { ...about, madeFrom: 2, action: 'change', body: { ...AGREEMENT, state: 'live' } });
    await put(supplier, { kind: 'performance', id: 'r1', madeFrom: 0, action: 'create', body: REPORT });
    await put(planner, { kind: 'performance', id: 'r1', madeFrom: 1, action: 'verify', body: VERIFIED });
  });
  after(() => pages.close());

  test('an agreement is rated on its page in the words of the pack, and told what the rules ask beyond it', async () => {
    const context = await pages.windowOf('national-planner', { javaScriptEnabled: true });
    const page = await context.newPage();
    await page.goto('/partnerships/a1');
    const row = await page.locator('#kpis tbody').innerText();
    assert.match(row, /Availability[\s\S]*95[\s\S]*50%[\s\S]*Under way[\s\S]*overdue since August 2020/);
    const flaws = await page.locator('#flaws li').allInnerTexts();
    assert.match(flaws[0] ?? '', /indicators of 'Letters that arrive': 1; above £100,000 the rule is at least 2/);
    assert.match(flaws[1] ?? '', /every 12 months; the rule is every 6/);
    assert.match(
      await page.locator('main').innerText(),
      /Where each word begins: Figures invented for the Hamlet pack \(judgement\)/,
    );
    const found = await new AxeBuilder({ page }).analyze();
    assert.deepEqual(
      found.violations.map(({ id }) => id),
      [],
    );
    await context.close();
  });
});
