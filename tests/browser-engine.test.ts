// The engine's bundle: the same module gives the same bytes in Node and in a worker of a real browser.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { readPack } from '#pack';
import { bundleEngine } from '../scripts/build-browser.ts';
import { launchBrowser } from './support/browser.ts';

/** What both worlds run, as the text of a module's function: from a pack's data to hashes of what came of it. */
const JOB = `(engine, { system, blueprint, mode }) => {
  const scenario = system.scenarios.find(({ id }) => id === 'as-things-stand');
  const register = engine.effectiveRegister(system, scenario);
  const resolved = engine.resolveBlueprint(blueprint, system.places, system.baseMonth);
  const model = engine.compile({ system, register, scenario, lines: engine.demandLines(resolved.value) });
  const samples = engine.drawSamples(register, { count: 64, seed: 7, design: engine.sampleDesign(system) });
  const shares = [];
  const projection = engine.projectWhole(model, { mode, seed: 7, samples, starts: [] }, (share) => shares.push(share));
  const bench = engine.prepareWorkbench(model, { samples, fromMonth: system.baseMonth + 12, plan: [] }).value;
  const settings = bench.levers.map((lever, index) => (lever.kind === 'starts' ? index : 0.05));
  const moved = engine.moveLevers(bench, { settings, budgetGbpPerYear: 150000 });
  const plain = (value) => JSON.stringify(value, (_, each) => (ArrayBuffer.isView(each) ? [...each] : each));
  const hash = (value) => engine.sha256Hex(new TextEncoder().encode(plain(value)));
  const last = projection.series[0].mean.at(-1);
  return {
    version: engine.ENGINE_VERSION, last, shares,
    projection: hash(projection), bench: hash(engine.packWorkbench(bench)), moved: hash(moved),
  };
}`;

const PAGE = 'http://engine.test/';

describe('the engine in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cadre-engine-'));
  let browser: Browser;
  let bundle = '';
  let job = '';

  before(async () => {
    bundle = await bundleEngine();
    writeFileSync(join(folder, 'engine.mjs'), bundle);
    writeFileSync(
      join(folder, 'job.mjs'),
      `import * as engine from './engine.mjs';\nexport const run = (input) => (${JOB})(engine, input);\n`,
    );
    job = `import * as engine from '${PAGE}engine.js';\nonmessage = ({ data }) => postMessage((${JOB})(engine, data));\n`;
    browser = await launchBrowser();
  });

  after(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function inWorker(input: string): Promise<unknown> {
    const page = await browser.newPage();
    const files = new Map([
      ['engine.js', bundle],
      ['job.js', job],
    ]);
    await page.context().route(`${PAGE}**`, (route) => {
      const text = files.get(route.request().url().slice(PAGE.length));
      const body = text ?? '<!doctype html><title>Engine</title>';
      return route.fulfill({ contentType: text === undefined ? 'text/html' : 'text/javascript', body });
    });
    await page.goto(PAGE);
    return page.evaluate(`new Promise((resolve, reject) => {
      const worker = new Worker('${PAGE}job.js', { type: 'module' });
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.postMessage(${input});
    })`);
  }

  for (const mode of ['expected', 'exact', 'draws'] as const) {
    test(`gives in a worker the bytes that it gives in Node, in the mode ${mode}`, async () => {
      const pack = await readPack(fileURLToPath(new URL('../packs/hamlet', import.meta.url)));
      assert.ok(pack.ok);
      // As it would come over a wire: plain JSON.
      const input = JSON.stringify({ system: pack.value.system, blueprint: pack.value.blueprint, mode });
      const { run } = await import(pathToFileURL(join(folder, 'job.mjs')).href);
      const here = run(JSON.parse(input));
      assert.ok(here.last > 10 && here.projection !== here.bench && here.shares.at(-1) === 1);
      assert.deepEqual(await inWorker(input), here);
    });
  }

  test('is a bundle of at most 60 kB gzipped that names nothing of Node', () => {
    const size = gzipSync(bundle, { level: 9 }).length;
    assert.ok(size <= 60 * 1024, `${size} bytes`);
    assert.doesNotMatch(bundle, /node:|\bprocess\.|\brequire\(/);
  });
});
