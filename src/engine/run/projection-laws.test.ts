// Laws that every projection keeps: sums over places, order of chunks, modes that agree, and mergers.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { chunksOf, mergeChunks, projectChunk, type Mode, type ProjectionRequest } from '#engine';
import { canonicalJson, formatMonth, parseMonth } from '#kernel';
import { drawSamples, effectiveRegister, sampleDesign, type HealthSystem } from '#workforce';
import { assertClose, hamlet, modelOf, projectOf, seriesOf } from '../hamlet.test-support.ts';

const MODES_OF_CHANCE: readonly Mode[] = ['expected', 'exact', 'draws'];

function samplesOf(system: HealthSystem, count: number): ProjectionRequest['samples'] {
  const [scenario] = system.scenarios;
  assert.ok(scenario !== undefined);
  return drawSamples(effectiveRegister(system, scenario), { count, seed: 3, design: sampleDesign(system) });
}

describe('sums over places', () => {
  const model = modelOf(hamlet);
  const width = model.register.length;
  const samples = samplesOf(hamlet, 8);
  for (const mode of MODES_OF_CHANCE) {
    test(`in mode ${mode} the nation is the sum of its organisations in every sample and measure`, () => {
      for (let sample = 0; sample < samples.count; sample++) {
        const one = { count: 1, values: samples.values.slice(sample * width, (sample + 1) * width) };
        const projection = projectOf(model, { mode, seed: sample, samples: one });
        for (const measure of ['headcount', 'fte', 'demandFte', 'gapFte', 'shortageFte', 'costGbp'] as const) {
          const [nation, region, mill, well] = ['HAM', 'HAM-R', 'MILL', 'WELL'].map((place) =>
            seriesOf(projection, { measure, place }),
          );
          // Quantiles of one sample are its value; they are held at 0 below, which these are not.
          const sum = mill?.p50.map((value, step) => value + (well?.p50[step] ?? 0)) ?? [];
          assertClose(nation?.p50 ?? [], sum);
          assertClose(region?.p50 ?? [], sum);
        }
      }
    });
  }

  test('families, bands and roles each add up to everybody, in the nation and in a region', () => {
    const projection = projectOf(model, { mode: 'exact', samples });
    const places = ['HAM', 'HAM-R'].flatMap((place) =>
      (['headcount', 'fte', 'demandFte', 'gapFte'] as const).map((measure) => ({ place, measure })),
    );
    for (const at of places) {
      const all = seriesOf(projection, at).mean;
      const slices = [
        model.families.map((family) => ({ family })),
        model.bands.map((band) => ({ band })),
        model.roles.map(({ id }) => ({ role: id })),
      ];
      for (const members of slices) {
        const sum = new Float64Array(all.length);
        for (const member of members) {
          seriesOf(projection, { ...at, ...member }).mean.forEach((value, step) => {
            sum[step] = (sum[step] ?? 0) + value;
          });
        }
        assertClose(sum, all);
      }
    }
  });
});

describe('modes', () => {
  test('the mean of the exact mode is the mean of the expected mode', () => {
    const model = modelOf(hamlet);
    const samples = samplesOf(hamlet, 16);
    const exact = projectOf(model, { mode: 'exact', samples });
    const expected = projectOf(model, { mode: 'expected', samples });
    for (const measure of ['headcount', 'fte', 'demandFte', 'gapFte'] as const) {
      assert.deepEqual(seriesOf(exact, { measure }).mean, seriesOf(expected, { measure }).mean);
    }
  });

  test('draws count whole people', () => {
    const projection = projectOf(modelOf(hamlet), { mode: 'draws', samples: samplesOf(hamlet, 1) });
    for (const place of ['MILL', 'WELL', 'HAM']) {
      const { p50 } = seriesOf(projection, { measure: 'headcount', place });
      assert.ok(
        p50.every((people) => Number.isInteger(people) && people >= 0),
        p50.join(' '),
      );
    }
  });
});

describe('chunks', () => {
  const villages = modelOf(withVillages(hamlet, 24));
  for (const mode of MODES_OF_CHANCE) {
    test(`in mode ${mode} chunks done in any order give the same bytes`, () => {
      const request: ProjectionRequest = { mode, seed: 5, samples: samplesOf(hamlet, 4), starts: [] };
      const chunks = chunksOf(villages, request.samples.count);
      assert.ok(chunks.length > 4);
      const forwards = chunks.map((chunk) => projectChunk(villages, request, chunk));
      const backwards = chunks.toReversed().map((chunk) => projectChunk(villages, request, chunk));
      const one = canonicalJson(plain(mergeChunks(villages, request, forwards)));
      assert.equal(canonicalJson(plain(mergeChunks(villages, request, backwards.toReversed()))), one);
    });
  }
});

describe('mergers', () => {
  const merged = {
    ...hamlet,
    places: hamlet.places.map((place) =>
      place.code === 'MILL' ? { ...place, to: parseMonth('2028-10'), successor: 'WELL' } : place,
    ),
  };
  for (const mode of MODES_OF_CHANCE) {
    test(`in mode ${mode} a place that ends hands everybody and all demand to its successor`, () => {
      const samples = samplesOf(hamlet, 2);
      const before = projectOf(modelOf(hamlet), { mode, samples });
      const after = projectOf(modelOf(merged), { mode, samples });
      const end = after.months.findIndex((month) => formatMonth(month) === '2028-10');
      for (const measure of ['headcount', 'fte', 'demandFte'] as const) {
        const [mill, well] = ['MILL', 'WELL'].map((place) => seriesOf(after, { measure, place }).mean);
        assert.ok((mill?.[end - 1] ?? 0) > 0);
        assert.ok(mill?.subarray(end).every((value) => value === 0));
        assertClose(
          well ?? [],
          (mill ?? []).map((value, step) => (seriesOf(before, { measure }).mean[step] ?? 0) - value),
        );
      }
    });
  }
});

/** Hamlet with more organisations of the same kind. */
function withVillages(system: HealthSystem, count: number): HealthSystem {
  const copies = <T extends { readonly place: string }>(rows: readonly T[]): readonly T[] =>
    Array.from({ length: count }, (_, index) =>
      rows.filter(({ place }) => place === 'MILL').map((row) => ({ ...row, place: `V${index}` })),
    ).flat();
  const mill = system.places.filter(({ code }) => code === 'MILL');
  const places = Array.from({ length: count }, (_, index) => mill.map((place) => ({ ...place, code: `V${index}` })));
  return {
    ...system,
    places: [...system.places, ...places.flat()],
    stock: [...system.stock, ...copies(system.stock)],
    driverValues: [...system.driverValues, ...copies(system.driverValues)],
  };
}

/** Typed arrays as lists, so that the bytes can be compared as text. */
function plain(value: unknown): unknown {
  if (value instanceof Float64Array) return [...value];
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, plain(part)]));
}
