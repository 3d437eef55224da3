// The report as its readers meet it: on a phone, on paper, in the dark, by keyboard and without a network.
import { AxeBuilder } from '@axe-core/playwright';
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { renderPlanReport } from '#report';
import { sampleDocument, type SampleSize } from '../src/report/sample/sample-document.test-support.ts';
import { hostileDocument } from '../src/report/sample/hostile-document.test-support.ts';
import { launchBrowser } from './support/browser.ts';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
const SMALL: SampleSize = { regions: 2, systemsPerRegion: 2, interventionsPerSystem: 4, assumptions: 4, months: 25 };

describe('the report in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cadre-report-'));
  const fileOf = (name: string) => join(folder, `${name}.html`);
  let browser: Browser;

  before(async () => {
    writeFileSync(fileOf('sample'), renderPlanReport(sampleDocument(SMALL)));
    writeFileSync(fileOf('hostile'), renderPlanReport(hostileDocument()));
    browser = await launchBrowser();
  });

  after(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(name: string, options: BrowserContextOptions): Promise<Page> {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    await page.goto(pathToFileURL(fileOf(name)).href);
    return page;
  }

  async function violations(page: Page): Promise<readonly string[]> {
    const found = await new AxeBuilder({ page }).withTags(WCAG).analyze();
    assert.ok(found.passes.length > 20, 'axe looked at too little to be believed');
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
  }

  for (const width of [320, 768, 1280]) {
    test(`axe finds no fault at a width of ${width} px`, async () => {
      const page = await open('sample', { viewport: { width, height: 900 } });
      assert.deepEqual(await violations(page), []);
    });
  }

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds no fault with every disclosure open, ${colorScheme}`, async () => {
      const page = await open('sample', { colorScheme, viewport: { width: 1280, height: 900 } });
      await openAllDetails(page);
      assert.deepEqual(await violations(page), []);
    });
  }

  test('axe finds no fault on paper', async () => {
    const page = await open('sample', { viewport: { width: 700, height: 900 } });
    await page.emulateMedia({ media: 'print' });
    assert.deepEqual(await violations(page), []);
  });

  test('no page is wider than a phone of 320 px, whatever the names in it', async () => {
    for (const name of ['sample', 'hostile']) {
      const page = await open(name, { viewport: { width: 320, height: 700 } });
      await openAllDetails(page);
      assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 320, name);
    }
  });

  test('what a table cannot show at once can be scrolled to by keyboard', async () => {
    const page = await open('sample', { viewport: { width: 320, height: 700 } });
    const region = page.locator('.scroll').filter({ has: page.locator('#place-ends') });
    await region.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction("document.querySelector('.scroll:has(#place-ends)').scrollLeft > 0");
  });

  test('opening the report asks nothing of any network and runs nothing', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const url = pathToFileURL(fileOf('sample')).href;
    await page.goto(url, { waitUntil: 'networkidle' });
    assert.deepEqual(
      asked.filter((address) => address !== url && !address.startsWith('data:')),
      [],
    );
    assert.equal(await page.locator('script').count(), 0);
  });

  test('hostile names in a plan are text and nothing else', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const raised: string[] = [];
    page.on('dialog', (dialog) => {
      raised.push(dialog.message());
      void dialog.dismiss();
    });
    page.on('pageerror', (error) => raised.push(error.message));
    await page.goto(pathToFileURL(fileOf('hostile')).href);
    await openAllDetails(page);
    assert.deepEqual(raised, []);
    assert.equal(await page.locator('main script, main img, main iframe, main style, main a[href^="java"]').count(), 0);
    assert.match(await page.locator('h1').innerText(), /<script>alert\(1\)<\/script>/);
  });

  test('on paper every disclosure is open', async () => {
    const page = await open('sample', { viewport: { width: 700, height: 900 } });
    await page.emulateMedia({ media: 'print' });
    assert.ok(await page.locator('#costs-table').isVisible());
    assert.ok(await page.locator('#starts-national-AVA').isVisible());
  });

  test('every part in the list of contents can be reached from it', async () => {
    const page = await open('sample', { viewport: { width: 1280, height: 900 } });
    const links = await page.locator('nav a').all();
    const targets = await Promise.all(links.map((link) => link.getAttribute('href')));
    assert.ok(targets.length > 10);
    for (const target of targets) assert.equal(await page.locator(`section${target}`).count(), 1, `${target}`);
  });

  test('each link and each disclosure is at least 24 px high', async () => {
    const page = await open('sample', { viewport: { width: 320, height: 900 } });
    const targets = await page.locator('nav a, summary').all();
    for (const target of targets) {
      const box = await target.boundingBox();
      assert.ok(box !== null && box.height >= 24, `${await target.innerText()}: ${box?.height} px`);
    }
  });
});

async function openAllDetails(page: Page): Promise<void> {
  await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
}
