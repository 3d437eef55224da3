// The contract of the Simulator port, held by every simulator alike: inline, and on one, two and four threads.
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { after, before, describe, test } from 'node:test';
import { demandLines, resolveBlueprint } from '#blueprint';
import { chunksOf, compile, type Model, type Projection, type ProjectionRequest } from '#engine';
import { canonicalJson, sha256Hex, type Result } from '#kernel';
import { readPack } from '#pack';
import type { Pack, RunControl, Simulator } from '#planning';
import { drawSamples, effectiveRegister, sampleDesign } from '#workforce';
import { createInlineSimulator, createThreadSimulator } from '#workers';

const simulators: readonly (readonly [string, () => Simulator & { readonly close?: () => Promise<void> }])[] = [
  ['the inline simulator', createInlineSimulator],
  ['a pool of 1 thread', () => createThreadSimulator({ threads: 1 })],
  ['a pool of 2 threads', () => createThreadSimulator({ threads: 2 })],
  ['a pool of 4 threads', () => createThreadSimulator({ threads: 4 })],
];

const calm: RunControl = { onProgress: () => undefined, signal: { aborted: false } };
const pack = valueOf(await readPack(fileURLToPath(new URL('../../packs/hamlet', import.meta.url))));
const hamlet = runOf(pack);
const villages = runOf(withVillages(pack, 12));
const many: ProjectionRequest = { ...hamlet.request, samples: samplesOf(pack, 1024) };
let expected = '';
let expectedOfMany = '';

before(async () => {
  expected = hashOf(valueOf(await createInlineSimulator().project(villages.model, villages.request, calm)));
  expectedOfMany = hashOf(valueOf(await createInlineSimulator().project(hamlet.model, many, calm)));
});

for (const [name, create] of simulators) {
  describe(name, () => {
    const simulator = create();
    after(async () => simulator.close?.());

    test(`${name} gives the same bytes as every other`, async () => {
      assert.ok(chunksOf(villages.model, 8).length > 4, 'the test needs more chunks than threads');
      const projection = await simulator.project(villages.model, villages.request, calm);
      assert.equal(hashOf(valueOf(projection)), expected);
    });

    test(`${name} gives the same bytes as every other where samples are cut into blocks`, async () => {
      assert.ok(chunksOf(hamlet.model, 1024).length > 4, 'the test needs more chunks than threads');
      assert.equal(hashOf(valueOf(await simulator.project(hamlet.model, many, calm))), expectedOfMany);
    });

    test(`${name} can be asked again, for the same model and for another`, async () => {
      const again = valueOf(await simulator.project(villages.model, villages.request, calm));
      assert.equal(hashOf(again), expected);
      const other = valueOf(await simulator.project(hamlet.model, hamlet.request, calm));
      assert.ok(other.series.length > 0);
    });

    test(`${name} tells of progress from chunk to chunk up to the whole`, async () => {
      const shares: number[] = [];
      const control = { ...calm, onProgress: (share: number) => shares.push(share) };
      valueOf(await simulator.project(villages.model, villages.request, control));
      assert.deepEqual(
        shares,
        shares.toSorted((a, b) => a - b),
      );
      assert.equal(shares.at(-1), 1);
    });

    test(`${name} stops when it is told to, and says so`, async () => {
      const signal = { aborted: false };
      const onProgress = () => {
        signal.aborted = true;
      };
      const long = { ...villages.request, samples: samplesOf(withVillages(pack, 12), 256) };
      const stopped = await simulator.project(villages.model, long, { onProgress, signal });
      assert.deepEqual(stopped.ok ? 'finished' : stopped.problems.map(({ code }) => code), ['stopped']);
    });

    test(`${name} turns a broken assertion into a problem, and goes on working`, async () => {
      const broken = { ...villages.request, samples: { count: 3, values: new Float64Array(1) } };
      const refused = await simulator.project(villages.model, broken, calm);
      assert.match(refused.ok ? '' : (refused.problems[0]?.message ?? ''), /Assertion failed/);
      const next = await simulator.project(villages.model, villages.request, calm);
      assert.equal(hashOf(valueOf(next)), expected);
    });
  });
}

function runOf(source: Pack): { readonly model: Model; readonly request: ProjectionRequest } {
  const { system, blueprint } = source;
  const scenario = system.scenarios[0];
  assert.ok(scenario !== undefined);
  const register = effectiveRegister(system, scenario);
  const lines = demandLines(valueOf(resolveBlueprint(blueprint, system.places, system.baseMonth)));
  const model = compile({ system, register, scenario, lines });
  return { model, request: { mode: 'exact', seed: 7, samples: samplesOf(source, 8), starts: [] } };
}

function samplesOf({ system }: Pack, count: number): ProjectionRequest['samples'] {
  const scenario = system.scenarios[0];
  assert.ok(scenario !== undefined);
  return drawSamples(effectiveRegister(system, scenario), { count, seed: 7, design: sampleDesign(system) });
}

/** Hamlet with more organisations of the same kind, so that there is work for several threads. */
function withVillages(source: Pack, count: number): Pack {
  const { system } = source;
  const copies = <T extends { readonly place: string }>(rows: readonly T[]): readonly T[] =>
    Array.from({ length: count }, (_, index) =>
      rows.filter(({ place }) => place === 'MILL').map((row) => ({ ...row, place: `V${index}` })),
    ).flat();
  const mill = system.places.filter(({ code }) => code === 'MILL');
  const places = Array.from({ length: count }, (_, index) => mill.map((place) => ({ ...place, code: `V${index}` })));
  return {
    ...source,
    system: {
      ...system,
      places: [...system.places, ...places.flat()],
      stock: [...system.stock, ...copies(system.stock)],
      driverValues: [...system.driverValues, ...copies(system.driverValues)],
    },
  };
}

/** A hash over every figure, to the last bit. */
function hashOf(projection: Projection): string {
  const plain = (value: unknown): unknown => {
    if (value instanceof Float64Array) return [...value];
    if (Array.isArray(value)) return value.map(plain);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, plain(part)]));
  };
  return sha256Hex(canonicalJson(plain(projection)));
}

function valueOf<T>(result: Result<T>): T {
  assert.ok(result.ok, result.ok ? '' : JSON.stringify(result.problems));
  return result.value;
}
