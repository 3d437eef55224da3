// Measures a lever's move on the England workbench in a real browser: 95 of 100 moves are to take at most 16 ms.
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { demandLines, resolveBlueprint } from '#blueprint';
import { compile, packWorkbench, prepareWorkbench } from '#engine';
import { assert } from '#kernel';
import { readPack } from '#pack';
import { drawSamples, effectiveRegister, sampleDesign } from '#workforce';
import { bundleEngine } from '../scripts/build-browser.ts';
import { launchBrowser } from '../tests/support/browser.ts';
import { type Benchmark, median } from './benchmark.ts';

const SAMPLES = 64;
const MOVES = 400;
const PAGE = 'http://engine.test/';

/** Milliseconds of a move with every lever pulled, in a worker of Chromium; and what the workbench takes to make and send. */
export async function benchSliders(): Promise<Benchmark> {
  const { packed, prepareSeconds } = await workbenchOfEngland();
  const bundle = await bundleEngine();
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    const files = new Map([
      ['engine.js', bundle],
      ['bench.json', packed],
      ['job.js', JOB],
    ]);
    await page.context().route(`${PAGE}**`, (route) => {
      const name = route.request().url().slice(PAGE.length);
      const contentType = name.endsWith('.js') ? 'text/javascript' : name === '' ? 'text/html' : 'application/json';
      return route.fulfill({ contentType, body: files.get(name) ?? '<!doctype html><title>Bench</title>' });
    });
    await page.goto(PAGE);
    const moved: unknown = await page.evaluate(RUN);
    assert(Array.isArray(moved), 'the worker gives the milliseconds of each move.');
    const milliseconds = moved.map(Number);
    const sorted = milliseconds.toSorted((one, other) => one - other);
    const kb = (bytes: number): number => Math.round(bytes / 102.4) / 10;
    return {
      id: 'sliders',
      title: `${MOVES} moves of every lever of the England workbench, ${SAMPLES} samples, in a worker of Chromium ${browser.version()}`,
      isSound: milliseconds.length === MOVES && milliseconds.every((each) => each >= 0),
      figures: [
        { label: 'a move, median', value: median(sorted), unit: 'ms', goal: null },
        {
          label: 'a move, 95 of 100 take at most',
          value: sorted[Math.floor(MOVES * 0.95)] ?? Number.NaN,
          unit: 'ms',
          goal: '16 or less',
        },
        { label: 'processor time to prepare the workbench', value: prepareSeconds, unit: 's', goal: null },
        { label: 'the workbench, gzipped', value: kb(gzipSync(packed).length), unit: 'KB', goal: null },
        {
          label: 'the engine for the browser, gzipped',
          value: kb(gzipSync(bundle, { level: 9 }).length),
          unit: 'KB',
          goal: '60 or less',
        },
      ],
      runs: { milliseconds },
    };
  } finally {
    await browser.close();
  }
}

async function workbenchOfEngland() {
  const pack = await readPack(fileURLToPath(new URL('../packs/england', import.meta.url)));
  assert(pack.ok, 'the pack of England is sound');
  const { system, blueprint } = pack.value;
  const scenario = system.scenarios.find(({ id }) => id === 'as-things-stand');
  const resolved = resolveBlueprint(blueprint, system.places, system.baseMonth);
  assert(scenario !== undefined && resolved.ok, 'the scenario is there and the blueprint resolves');
  const register = effectiveRegister(system, scenario);
  const model = compile({ system, register, scenario, lines: demandLines(resolved.value) });
  const samples = drawSamples(register, { count: SAMPLES, seed: 1, design: sampleDesign(system) });
  const started = process.cpuUsage();
  const prepared = prepareWorkbench(model, { samples, fromMonth: system.baseMonth + 13, plan: [] });
  const prepareSeconds = process.cpuUsage(started).user / 1e6;
  assert(prepared.ok, 'the scenario is linear');
  return { packed: JSON.stringify(packWorkbench(prepared.value)), prepareSeconds };
}

/** Every lever another way in each move, so that nothing is worked out once and kept. */
const JOB = `
  import { moveLevers, unpackWorkbench } from '${PAGE}engine.js';
  const data = unpackWorkbench(await (await fetch('${PAGE}bench.json')).json());
  const times = [];
  for (let move = -20; move < ${MOVES}; move++) {
    const settings = data.levers.map(({ kind }, lever) => (kind === 'starts' ? 10 + ((move + lever) % 50) : ((move + lever) % 9) / 100));
    const started = performance.now();
    moveLevers(data, { settings, budgetGbpPerYear: 2e7 });
    if (move >= 0) times.push(performance.now() - started);
  }
  postMessage(times);
`;

const RUN = `new Promise((resolve, reject) => {
  const worker = new Worker('${PAGE}job.js', { type: 'module' });
  worker.onmessage = ({ data }) => resolve(data);
  worker.onerror = ({ message }) => reject(new Error(message));
})`;
