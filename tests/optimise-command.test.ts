// `cadre optimise` as its users meet it: aims, the frontier and its points, what cannot be reached, and pages anyone can read.
import { AxeBuilder } from '@axe-core/playwright';
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { commitmentDocumentSchema, optimiseDocumentSchema, planDocumentSchema, type OptimiseDocument } from '#planning';
import { launchBrowser } from './support/browser.ts';
import { runCadre } from './support/run-cadre.ts';
import { projectRoot } from './support/tracked-files.ts';

const hamlet = join(projectRoot, 'packs/hamlet');
const quick = ['--samples', '16', '--futures', '16', '--as-of', '2026-11', '--quiet'];

describe('cadre optimise', () => {
  let folder = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'cadre-test-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));
  const optimise = (...words: readonly string[]) => runCadre(['optimise', hamlet, ...quick, ...words], { cwd: folder });
  const opened = (name: string): OptimiseDocument =>
    optimiseDocumentSchema.parse(JSON.parse(readFileSync(join(folder, name, 'optimise.json'), 'utf8')));

  test('the frontier has thirteen points, and the plan of each is had by its number', async () => {
    const ending = await optimise('--frontier', '--out', 'frontier');
    assert.equal(ending.exitCode, 0, ending.stderr);
    assert.deepEqual(readdirSync(join(folder, 'frontier')).toSorted(), [
      'frontier.csv',
      'optimise.html',
      'optimise.json',
      'starts.csv',
    ]);
    const { frontier, plan } = opened('frontier');
    assert.equal(frontier?.points.length, 13);
    const middle = frontier.points[6];
    assert.ok(middle !== undefined);
    const chosen = await optimise('--point', '7', '--out', 'chosen');
    assert.equal(chosen.exitCode, 0, chosen.stderr);
    const picked = opened('chosen');
    assert.ok(picked.plan.spentGbp <= middle.budgetGbp + 1);
    assert.ok(picked.plan.spentGbp < plan.spentGbp);
    // Whole people and whole openings do not reach what fractions do, and come near it.
    assert.ok(picked.plan.shortFteYears >= middle.figures.shortFteYears - 0.01);
    assert.ok(picked.plan.shortFteYears <= middle.figures.shortFteYears * 1.25);
  });

  test('a budget is kept in whole people, in all or in each year, and the starts add up to the plan', async () => {
    for (const [words, name] of [
      ['300k', 'in-all'],
      ['90k/year', 'yearly'],
    ] as const) {
      const ending = await optimise('--budget', words, '--out', name);
      assert.equal(ending.exitCode, 0, ending.stderr);
      const { plan, starts, aim } = opened(name);
      assert.ok(aim.budget !== null && plan.people > 0);
      assert.equal(
        starts.reduce((sum, { people }) => sum + people, 0),
        plan.people,
      );
      assert.ok(plan.spentGbp <= aim.budget.gbp * (aim.budget.per === 'year' ? 10 : 1) + 1);
    }
  });

  test('a plan for the worst futures leaves less short in them, fresh ones too, than one for the mean course', async () => {
    const ending = await optimise('--risk', '1', '--out', 'wary', '--threads', '2');
    assert.equal(ending.exitCode, 0, ending.stderr);
    // With a frontier beside it, a plan is no other than without.
    const [plain, wary] = [opened('frontier'), opened('wary')];
    assert.ok(plain.risk !== null && wary.risk !== null);
    assert.ok(wary.risk.inSample.tailFteYears < plain.risk.inSample.tailFteYears);
    assert.ok(wary.risk.fresh.tailFteYears < plain.risk.fresh.tailFteYears);
    assert.ok(wary.plan.spentGbp > plain.plan.spentGbp);
    assert.ok(plain.flexibility !== null && plain.flexibility.flexibleGbp <= plain.flexibility.fixedGbp);
    assert.equal(plain.reasons.slips.length, 3);
  });

  test('a target that the limits forbid is refused with the most that can be closed and what would have to give way', async () => {
    const ending = await optimise('--target', '99%', '--budget', '200k', '--out', 'never');
    assert.equal(ending.exitCode, 1);
    assert.match(
      ending.stderr,
      /No plan within the limits closes 99% of the shortage of the last year; about \d+% can be/,
    );
    assert.match(ending.stderr, /the smallest change with which it is reached: .*from £200,000 to £/s);
    assert.ok(!existsSync(join(folder, 'never')));
  });

  test('a target that only fractions of people reach is refused with how near whole people come', async () => {
    const ending = await optimise('--target', '100%', '--out', 'never');
    assert.equal(ending.exitCode, 1);
    const told = ending.stderr.replaceAll(/\s+/g, ' ');
    assert.match(told, /closes 100% .* though fractions of people would; the nearest leaves \S+ posts short/);
    const [, most = ''] = /Set a target of (\S+)% or less/.exec(told) ?? [];
    const nearest = await optimise('--target', `${most}%`, '--out', 'nearest');
    assert.equal(nearest.exitCode, 0, nearest.stderr);
  });

  test('a channel that is left out is nowhere in the plan, and one that is not known is refused', async () => {
    const ending = await optimise('--without', 'market', '--out', 'without');
    assert.equal(ending.exitCode, 0, ending.stderr);
    const { starts, reasons } = opened('without');
    assert.ok(starts.every(({ channel }) => channel !== 'market'));
    // What is given up is what the plan with all channels tells of this one.
    const [given] = reasons.without;
    assert.deepEqual(given?.channels, ['market']);
    const told = opened('frontier').reasons.without.find(({ channels }) => channels[0] === 'market');
    assert.ok(given !== undefined && told !== undefined && given.costGbp > 0 && given.fteYears > 0);
    assert.deepEqual([given.costGbp, given.fteYears], [told.costGbp, told.fteYears]);
    assert.match(
      ending.stdout.replaceAll(/\s+/g, ' '),
      /To do without Market recruitment, as was asked, leaves \d+ post-years more/,
    );
    const unknown = await optimise('--without', 'markets', '--out', 'unknown');
    assert.equal(unknown.exitCode, 1);
    assert.match(unknown.stderr, /'markets' is not one of the pack's channels/);
  });

  test('the same question gives the same bytes on one thread and on two', async () => {
    await optimise('--risk', '1', '--out', 'on-1', '--threads', '1');
    for (const file of ['optimise.html', 'optimise.json', 'starts.csv']) {
      assert.equal(readFileSync(join(folder, 'on-1', file), 'utf8'), readFileSync(join(folder, 'wary', file), 'utf8'));
    }
  });

  const refused: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['a month after which nobody can start', ['--as-of', '2040-01'], /no quarter left in which anybody could start/],
    ['a share of no future at all', ['--risk', '0.5', '--tail', '0'], /No share of the futures counts as the worst/],
    ['a share of worst futures that nothing weighs', ['--tail', '20%'], /only --tail is\s+given/],
    ['a point beyond the frontier', ['--frontier', '5', '--point', '6'], /has 5 points, and no point 6/],
    ['a target in all futures', ['--risk', '0.5', '--target', '80%'], /one plan cannot be made for\s+both/],
  ];
  for (const [name, words, expected] of refused) {
    test(`${name} is refused before any work, with the next step, and nothing is written`, async () => {
      const ending = await optimise(...words, '--out', 'refused');
      assert.equal(ending.exitCode, 1);
      assert.match(ending.stderr, expected);
      assert.match(ending.stderr, /Next: /);
      assert.ok(!existsSync(join(folder, 'refused')));
    });
  }

  test('a folder that holds anything else is left alone', async () => {
    writeFileSync(join(folder, 'without', 'notes.txt'), 'mine');
    const ending = await optimise('--out', 'without');
    assert.equal(ending.exitCode, 1);
    assert.match(ending.stderr, /holds 'notes\.txt', which no optimised plan wrote/);
  });

  test('axe finds no fault in its page nor in a body’s page of commitments, whose sums are those of the plan', async (context) => {
    await runCadre(['plan', hamlet, '--samples', '16', '--as-of', '2026-11', '--quiet', '--out', 'plan'], {
      cwd: folder,
    });
    const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, 'plan', file), 'utf8'));
    const plan = planDocumentSchema.parse(read('plan.json'));
    const { rollUps } = commitmentDocumentSchema.parse(read('commitments.json'));
    assert.equal(rollUps[0]?.total.costGbp, plan.plan.programmeCostGbp);
    const browser = await launchBrowser();
    context.after(() => browser.close());
    for (const width of [320, 1280]) {
      for (const file of ['frontier/optimise.html', 'plan/commitments/HAM-R.html', 'plan/commitments/MILL.html']) {
        const page = await (await browser.newContext({ viewport: { width, height: 900 } })).newPage();
        await page.goto(pathToFileURL(join(folder, file)).href);
        await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
        const found = await new AxeBuilder({ page }).analyze();
        assert.deepEqual(
          found.violations.map(({ id, nodes }) => `${file}, ${width}: ${id}: ${nodes[0]?.html ?? ''}`),
          [],
        );
        assert.equal(await page.evaluate('document.documentElement.scrollWidth'), width, file);
      }
    }
  });
});
