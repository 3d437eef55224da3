// Walks the five core journeys by keyboard alone, and again without scripts, from the login to the figure.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { openPages, type Pages } from './pages-under-test.ts';

/** How somebody works a page: by keys alone, or with a pointer in a browser that runs no scripts. */
type Hand = {
  readonly way: string;
  readonly hasScripts: boolean;
  press(page: Page, target: Locator): Promise<void>;
  type(page: Page, target: Locator, text: string): Promise<void>;
};

/** More stops than any page has. */
const STOPS_MAX = 400;

async function reach(page: Page, target: Locator): Promise<void> {
  const focused = target.and(page.locator(':focus'));
  for (let stop = 0; stop < STOPS_MAX; stop += 1) {
    if ((await focused.count()) === 1) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`Tab never leads to ${String(target)}`);
}

const keys: Hand = {
  way: 'by keyboard alone',
  hasScripts: true,
  async press(page, target) {
    await reach(page, target);
    await page.keyboard.press('Enter');
  },
  async type(page, target, text) {
    await reach(page, target);
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type(text);
  },
};

const plain: Hand = {
  way: 'without scripts',
  hasScripts: false,
  press: (_, target) => target.click(),
  type: (_, target, text) => target.fill(text),
};

describe('the core journeys', () => {
  let pages: Pages;
  before(async () => {
    pages = await openPages();
  });
  after(() => pages.close());

  const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first();
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

  /** Asks for long work by a button. With scripts the page follows it by itself; without them one looks again. */
  const ask = async (page: Page, { hasScripts, press }: Hand, name: string) => {
    const progress = page.locator('[data-island="job-progress"]');
    const letGo = pages.hold();
    await press(page, button(page, name));
    await progress.waitFor();
    letGo();
    await pages.service.queue.idle();
    if (!hasScripts) await press(page, link(page, 'Look again'));
    await progress.waitFor({ state: 'detached' });
  };

  for (const hand of [keys, plain]) {
    const { press, type, hasScripts, way } = hand;
    const open = async (address: string): Promise<Page> => {
      const window = await pages.windowOf('national-planner', { javaScriptEnabled: hasScripts });
      const page = await window.newPage();
      await page.goto(address);
      return page;
    };

    test(`from signing in to the plan, a projection and what its figure is made of, ${way}`, async () => {
      const window = await pages.windowOf(null, { javaScriptEnabled: hasScripts });
      const page = await window.newPage();
      await page.goto('/plan');
      await press(page, link(page, /^National planner/));
      await page.getByRole('heading', { level: 1, name: 'Hamlet: the plan' }).waitFor();
      await ask(page, hand, 'Make a plan now');
      await page.getByRole('heading', { name: 'How the gap is closed' }).waitFor();
      await press(page, link(page, 'Projections'));
      await press(page, link(page, /^Gap in October 2035/));
      await ask(page, hand, 'Work it out');
      await page.getByRole('heading', { name: 'What it is made of' }).waitFor();
      await press(page, button(page, 'Sign out'));
      await page.getByRole('heading', { level: 1, name: 'Who do you want to be?' }).waitFor();
      await window.close();
    });

    test(`a requirement is tailored and the tailoring undone, ${way}`, async () => {
      const page = await open('/blueprint/requirements/REC-1');
      await press(page, page.locator('summary', { hasText: 'Tailor it for Hamlet' }));
      await type(page, page.getByLabel('Value', { exact: true }), '2028-10');
      await press(page, button(page, 'Keep it for Hamlet'));
      const undo = page.getByRole('button', { name: /^Undo our own/ });
      await undo.waitFor();
      await press(page, undo);
      await undo.waitFor({ state: 'detached' });
      await page.context().close();
    });

    test(`an assumption is revised, with what was typed kept where it is wrong, ${way}`, async () => {
      const page = await open('/assumptions');
      await press(
        page,
        page
          .locator('main')
          .getByRole('link', { name: /moves|technician/i })
          .first(),
      );
      const reviewBy = () => page.getByLabel('Review by');
      await press(page, page.locator('summary', { hasText: 'Revise this assumption' }));
      await type(page, reviewBy(), 'soon');
      await press(page, button(page, 'Keep as a new version'));
      await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
      assert.equal(await reviewBy().inputValue(), 'soon');
      await type(page, reviewBy(), '2027-11');
      await press(page, button(page, 'Keep as a new version'));
      await page.getByText('November 2027').first().waitFor();
      await page.context().close();
    });

    test(`a scenario is made and compared with another, ${way}`, async () => {
      const name = `More posts ${way}`;
      const page = await open('/scenarios/funded/copy');
      await type(page, page.getByLabel('Name', { exact: true }), name);
      await press(page, button(page, 'Make this scenario'));
      await page.getByRole('heading', { level: 1, name }).waitFor();
      await press(page, link(page, 'Scenarios'));
      for (const box of ['As things stand (open)', `${name} (open)`]) {
        const target = page.getByLabel(box);
        if (!hasScripts) await target.check();
        else {
          await reach(page, target);
          await page.keyboard.press('Space');
        }
      }
      await press(page, button(page, 'Compare side by side'));
      await ask(page, hand, 'Compare them now');
      await page.getByText('Difference to As things stand').waitFor();
      await page.context().close();
    });

    test(`a lever is pulled and what it does is shown, ${way}`, async () => {
      const page = await open('/workbench?scenario=as-things-stand');
      await ask(page, hand, 'Set it up');
      const results = page.locator('.headline .amount');
      const before = await results.allTextContents();
      assert.ok(before.length > 0);
      if (hasScripts) {
        await reach(page, page.getByLabel('Retention, slider'));
        for (let pressed = 0; pressed < 5; pressed += 1) await page.keyboard.press('ArrowRight');
        await page.waitForURL(/retention=5/);
      } else {
        await type(page, page.getByLabel('Retention', { exact: true }), '5');
        await press(page, button(page, 'Show what they do'));
      }
      await page
        .locator('.headline .amount', { hasNotText: before[0] ?? '' })
        .first()
        .waitFor();
      await page.context().close();
    });
  }
});
