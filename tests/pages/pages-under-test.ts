// The pages as people meet them: a service of the hamlet pack on a loopback port, with its real work, and a browser.
import assert from 'node:assert/strict';
import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { createDemoLogin, createServer, seedDemoPeople } from '#http';
import { ocdsRelease, writeCsv, writeXlsx } from '#exchange';
import type { JobWork } from '#queue';
import { partsOfPlan, planAskSchema, type Role } from '#service';
import { planWorkforce } from '#planning';
import { canonicalJson, ok, parseMonth } from '#kernel';
import { createHighsSolver } from '#solver';
import { createWebFace } from '#web';
import { createAcceptWork } from '../../src/main/service/accept-work.ts';
import { createBacktestWork } from '../../src/main/service/backtest-work.ts';
import { compareWork } from '../../src/main/service/comparison-work.ts';
import { createDeliveryWork } from '../../src/main/service/delivery-work.ts';
import { createExplainWork } from '../../src/main/service/explain-work.ts';
import { cohortWork } from '../../src/main/service/cohort-work.ts';
import { hybridWork } from '../../src/main/service/hybrid-work.ts';
import { createMovedWork } from '../../src/main/service/moved-work.ts';
import { createRecalibrationWork } from '../../src/main/service/recalibration-work.ts';
import { createOptimiseWork } from '../../src/main/service/optimise-work.ts';
import { createPlacementWork } from '../../src/main/service/placement-work.ts';
import { workbenchWork } from '../../src/main/service/workbench-work.ts';
import { startService, TENANT } from '../access/service-under-test.ts';
import { launchBrowser } from '../support/browser.ts';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
const VERSION = '1.0.0';

export type Pages = Awaited<ReturnType<typeof openPages>>;

export async function openPages() {
  const pages = await createWebFace({ version: VERSION, writeRelease: ocdsRelease });
  let gate: Promise<void> = Promise.resolve();
  const hold = (): (() => void) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    gate = promise;
    return resolve;
  };
  const held =
    (work: JobWork): JobWork =>
    async (commission, control) => {
      await gate;
      return work(commission, control);
    };
  const service = await startService({
    pages,
    worksOn: (store) =>
      new Map([
        ['plan', held(quickPlan)],
        ['accept', createAcceptWork({ store, clock: () => service.world.clock() })],
        ['delivery', createDeliveryWork(store)],
        ['recalibration', held(createRecalibrationWork(store))],
        ['moved', held(createMovedWork(store))],
        ['explain', held(createExplainWork(store))],
        ['comparison', held(compareWork)],
        ['backtest', held(createBacktestWork(store))],
        ['optimise', held(createOptimiseWork(createHighsSolver()))],
        ['cohorts', cohortWork],
        ['hybrid', hybridWork],
        ['placement', createPlacementWork(store)],
        ['workbench', held(workbenchWork)],
      ]),
  });
  const { server, origin } = await serveWithLogin(service, pages);
  const browser = await launchBrowser();
  return {
    origin,
    /** Keeps work from being begun until it is let go, so that a test sees the page that waits. */
    hold,
    service,
    /** Every page, by the path that the router has it under. */
    routes: server.mountedRoutes
      .filter(({ method, access }) => method === 'GET' && access !== undefined)
      .map(({ url }) => url)
      .filter((url) => pages.routes.some(({ path }) => path === url)),
    /** A window of somebody who is signed in; null for a stranger's. */
    async windowOf(role: Role | null, options: BrowserContextOptions = {}): Promise<BrowserContext> {
      const context = await browser.newContext({ baseURL: origin, ...options });
      if (role === null) return context;
      const { cookie } = await service.visitor(role);
      const [name = '', value = ''] = cookie.split('=');
      await context.addCookies([{ name, value, url: origin }]);
      return context;
    },
    /** Asks for long work by a button and comes back when it is done. @param meanwhile looks at the page that waits */
    async ask(page: Page, address: string, button: string, meanwhile: () => Promise<void> = async () => undefined) {
      await page.goto(address);
      const letGo = hold();
      await page.getByRole('button', { name: button }).click();
      await page.locator('[data-island="job-progress"]').waitFor();
      await meanwhile();
      letGo();
      await service.queue.idle();
      await page.locator('[data-island="job-progress"]').waitFor({ state: 'detached' });
    },
    /** Looks at pages as somebody does, wide and narrow, and at what axe finds wrong with them.
     *  @param statuses that an answer may have */
    async look(role: Role, addresses: readonly string[], statuses: readonly number[] = [200]) {
      const page = await (await this.windowOf(role)).newPage();
      const faults: string[] = [];
      for (const address of addresses) {
        await page.setViewportSize(WIDE);
        const status = (await page.goto(address))?.status() ?? 0;
        assert.ok(statuses.includes(status), `${address}: ${status}`);
        faults.push(
          ...[...(await faultsOf(page)), ...(await narrowFaultsOf(page))].map((each) => `${address}: ${each}`),
        );
      }
      await page.context().close();
      assert.deepEqual(faults, []);
    },
    async close() {
      await browser.close();
      await server.close();
      await service.close();
    },
  };
}

/** A plan on few samples, good to a twentieth, is as much of a page, and done at once. */
const quickPlan: JobWork = async ({ job, pack }, { simulator, signal }) => {
  const { scenario, seed, asOf } = planAskSchema.parse(job.request).ask;
  const month = parseMonth(asOf);
  assert.ok(month !== null);
  const chosen = { scenario, seed, asOf: month, mode: 'expected', samples: 16 } as const;
  const options = { ...chosen, timeLimitSeconds: 60, relativeGap: 0.05 };
  const solver = createHighsSolver();
  const plan = await planWorkforce(pack, options, { simulator, solver, signal, onProgress: () => undefined });
  return plan.ok ? ok(new Map([...partsOfPlan(plan.value)].map(([name, part]) => [name, canonicalJson(part)]))) : plan;
};

async function serveWithLogin(
  { world }: Awaited<ReturnType<typeof startService>>,
  pages: Awaited<ReturnType<typeof createWebFace>>,
) {
  const people = await seedDemoPeople(world, TENANT);
  assert.ok(people.ok);
  let origin = 'http://127.0.0.1:0';
  const publicUrl = () => origin;
  const stylesheet = [...pages.assets.keys()].find((address) => address.endsWith('.css')) ?? null;
  const login = await createDemoLogin({ people: people.value, host: '127.0.0.1', publicUrl, stylesheet });
  assert.ok(login.ok);
  let seconds = 0;
  const server = await createServer({
    world,
    pages,
    version: VERSION,
    publicUrl,
    isEncrypted: false,
    trustedProxies: [],
    session: { idleMinutes: 30, absoluteHours: 12 },
    login: login.value,
    tables: { csv: writeCsv, xlsx: writeXlsx },
    metricsToken: null,
    logger: false,
    // A test turns pages faster than people may, so each look at the clock finds a second gone.
    now: () => (seconds += 1) * 1000,
  });
  origin = await server.listen({ host: '127.0.0.1', port: 0 });
  return { server, origin };
}

/** Windows as wide as on a desk, and as narrow as a phone. */
export const WIDE = { width: 1280, height: 1000 };
const NARROW = { width: 390, height: 844 };

/** What axe finds wrong with a page as it stands: rule, and the elements that break it. */
export async function faultsOf(page: Page): Promise<readonly string[]> {
  const found = await new AxeBuilder({ page }).withTags(WCAG).setLegacyMode(true).analyze();
  assert.ok(found.passes.length > 10, 'axe looked at too little to be believed');
  return [...found.violations.map(faultIn), ...(await fieldsWithoutHelp(page))];
}

/** Names of the fields in view that no sentence helps to fill in. */
async function fieldsWithoutHelp(page: Page): Promise<readonly string[]> {
  const names: unknown = await page.evaluate(FIELDS_WITHOUT_HELP);
  assert.ok(Array.isArray(names));
  return names.map((name) => `the field ${String(name)} has no help`);
}

const FIELDS_WITHOUT_HELP = `[...document.querySelectorAll('main :is(input, select, textarea):not([aria-describedby])')]
  .filter((field) => !['hidden', 'checkbox', 'radio'].includes(field.type) && field.checkVisibility())
  .map((field) => field.name || field.id)`;

/** Rules whose verdict may change with the width alone; all others read the same document again. */
const BY_WIDTH = ['target-size', 'scrollable-region-focusable', 'link-in-text-block', 'color-contrast'];

/** The same on a phone, where the page must not be wider than its window either. */
export async function narrowFaultsOf(page: Page): Promise<readonly string[]> {
  await page.setViewportSize(NARROW);
  const found = await new AxeBuilder({ page }).withRules(BY_WIDTH).setLegacyMode(true).analyze();
  const widthPx = Number(await page.evaluate('document.documentElement.scrollWidth'));
  const tooWide = widthPx > NARROW.width ? [`the page is ${widthPx} px wide`] : [];
  return [...found.violations.map(faultIn), ...tooWide];
}

type Violation = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'][number];

function faultIn({ id, nodes }: Violation): string {
  return `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`;
}
