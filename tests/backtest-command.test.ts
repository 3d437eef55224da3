// The backtest as its users meet it: from a file to a page that anyone can read, or a clear refusal.
import { AxeBuilder } from '@axe-core/playwright';
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { launchBrowser } from './support/browser.ts';
import { freshFolder, runCadre } from './support/run-cadre.ts';

/** Two groups over twelve years, one growing and one shrinking until both turn. */
function sampleHistory(): string {
  const lines = Array.from({ length: 12 }, (_, year) => {
    const turned = Math.max(0, year - 6);
    return [
      `${2010 + year}-09,Data & more,${1000 + 40 * year - 90 * turned}`,
      `${2010 + year}-09,Operations,${800 - 20 * year + 70 * turned}`,
    ].join('\n');
  });
  return `period,group,stock\n${lines.join('\n')}\n`;
}

describe('cadre backtest', () => {
  test('a history becomes a page and figures that replay to the byte', async (context) => {
    const folder = freshFolder(context);
    writeFileSync(join(folder, 'history.csv'), sampleHistory());
    const first = await runCadre(['backtest', 'history.csv', '--out', 'one', '--json'], { cwd: folder });
    assert.equal(first.exitCode, 0, first.stderr);
    const answer: unknown = JSON.parse(first.stdout);
    assert.ok(typeof answer === 'object' && answer !== null && 'goals' in answer && 'verdicts' in answer);
    const second = await runCadre(['backtest', 'history.csv', '--out', 'two'], { cwd: folder });
    assert.match(second.stdout, /The whole[\s\S]*1 year ahead, Cadre/);
    for (const file of ['backtest.html', 'backtest.json']) {
      assert.equal(readFileSync(join(folder, 'one', file), 'utf8'), readFileSync(join(folder, 'two', file), 'utf8'));
    }
  });

  test('axe finds no fault in the page, on a phone and with every disclosure open', async (context) => {
    const folder = freshFolder(context);
    writeFileSync(join(folder, 'history.csv'), sampleHistory());
    const made = await runCadre(['backtest', 'history.csv', '--out', 'out'], { cwd: folder });
    assert.equal(made.exitCode, 0, made.stderr);
    const browser = await launchBrowser();
    context.after(() => browser.close());
    for (const width of [320, 1280]) {
      const page = await (await browser.newContext({ viewport: { width, height: 900 } })).newPage();
      await page.goto(pathToFileURL(join(folder, 'out/backtest.html')).href);
      await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
      const found = await new AxeBuilder({ page }).analyze();
      assert.deepEqual(
        found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
        [],
      );
      assert.equal(await page.evaluate('document.documentElement.scrollWidth'), width);
      assert.ok((await page.locator('figure.chart').count()) >= 5);
      assert.equal(await page.locator('figure.chart').count(), await page.locator('figure.chart table').count());
    }
  });

  test('a wrong history is refused with line and column, and nothing is written', async (context) => {
    const folder = freshFolder(context);
    writeFileSync(join(folder, 'history.csv'), 'period,group,stock\n2010-09,a,minus one\n');
    const { exitCode, stderr } = await runCadre(['backtest', 'history.csv', '--out', 'out'], { cwd: folder });
    assert.equal(exitCode, 1);
    assert.match(stderr, /history\.csv:2:11[\s\S]*"minus one"[\s\S]*Next: /);
    assert.ok(!existsSync(join(folder, 'out')));
  });

  test('a folder that holds something else is left as it is', async (context) => {
    const folder = freshFolder(context);
    writeFileSync(join(folder, 'history.csv'), sampleHistory());
    const { exitCode, stderr } = await runCadre(['backtest', 'history.csv', '--out', '.'], { cwd: folder });
    assert.equal(exitCode, 1);
    assert.match(stderr, /holds 'history\.csv'/);
    assert.deepEqual(readdirSync(folder), ['history.csv']);
  });
});
