// A sensitivity study as its users meet it: from a pack to a page that anyone can read, or a clear refusal.
import { AxeBuilder } from '@axe-core/playwright';
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { launchBrowser } from './support/browser.ts';
import { freshFolder, runCadre } from './support/run-cadre.ts';
import { projectRoot } from './support/tracked-files.ts';

const HAMLET = join(projectRoot, 'packs/hamlet');

describe('cadre sensitivity', () => {
  test('a pack becomes a page and figures that replay to the byte', async (context) => {
    const folder = freshFolder(context);
    const words = ['sensitivity', HAMLET, '--samples', '64', '--place', 'MILL'];
    const first = await runCadre([...words, '--out', 'one', '--json'], { cwd: folder });
    assert.equal(first.exitCode, 0, first.stderr);
    const answer: unknown = JSON.parse(first.stdout);
    assert.ok(typeof answer === 'object' && answer !== null && 'elasticities' in answer && 'place' in answer);
    assert.deepEqual(answer.place, { code: 'MILL', name: 'Mill Hospital' });
    const second = await runCadre([...words, '--out', 'two'], { cwd: folder });
    assert.match(second.stdout, /from its low to its high end it moves the gap/);
    assert.match(second.stdout, /of the doubt about that gap, give or take/);
    for (const file of ['sensitivity.html', 'sensitivity.json']) {
      assert.equal(readFileSync(join(folder, 'one', file), 'utf8'), readFileSync(join(folder, 'two', file), 'utf8'));
    }
  });

  test('axe finds no fault in the page, on a phone and with every disclosure open', async (context) => {
    const folder = freshFolder(context);
    const made = await runCadre(['sensitivity', HAMLET, '--samples', '64', '--out', 'out'], { cwd: folder });
    assert.equal(made.exitCode, 0, made.stderr);
    const browser = await launchBrowser();
    context.after(() => browser.close());
    for (const width of [320, 1280]) {
      const page = await (await browser.newContext({ viewport: { width, height: 900 } })).newPage();
      await page.goto(pathToFileURL(join(folder, 'out/sensitivity.html')).href);
      await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
      const found = await new AxeBuilder({ page }).analyze();
      assert.deepEqual(
        found.violations.map(({ id, help }) => `${id}: ${help}`),
        [],
      );
      assert.equal(await page.evaluate('document.documentElement.scrollWidth'), width);
    }
  });

  test('what cannot be studied is refused with its name and the next step, and nothing is written', async (context) => {
    const folder = freshFolder(context);
    for (const [words, message] of [
      [['--place', 'NOWHERE'], /Place 'NOWHERE' is not one of the pack's places[\s\S]*Choose one of: HAM/],
      [['--scenario', 'none'], /Scenario 'none' is not one of the pack's scenarios[\s\S]*as-things-stand/],
    ] as const) {
      const refused = await runCadre(['sensitivity', HAMLET, '--out', 'out', ...words], { cwd: folder });
      assert.equal(refused.exitCode, 1);
      assert.match(refused.stderr, message);
    }
    const misused = await runCadre(['sensitivity', HAMLET, '--samples', '100', '--out', 'out'], { cwd: folder });
    assert.equal(misused.exitCode, 2);
    const own = await runCadre(['sensitivity', HAMLET, '--out', HAMLET], { cwd: folder });
    assert.match(own.stderr, /which no sensitivity study wrote/);
    assert.equal(existsSync(join(folder, 'out')), false);
    const nowhere = await runCadre(['sensitivity', HAMLET, '--samples', '16', '--out', '/proc/x'], { cwd: folder });
    assert.equal(nowhere.exitCode, 1);
    assert.match(
      nowhere.stderr.replaceAll(/\s+/g, ' '),
      /'\/proc\/x' could not be written: the system lets nothing be made/,
    );
    assert.doesNotMatch(nowhere.stderr, /ENOENT|\.tmp/);
  });
});
