// Projections of more samples than are kept at once, against the same samples kept all at once.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { serialize } from 'node:v8';
import { chunksOf, mergeChunks, projectChunk, totalsBySample, type Mode, type Projection } from '#engine';
import { quantileOfSorted } from '#kernel';
import { drawSamples, effectiveRegister, sampleDesign, scramblesOf } from '#workforce';
import { assertClose, hamlet, modelOf, projectOf, seriesOf } from '../hamlet.test-support.ts';
import { quantilesByStep } from '../summary/quantiles.ts';
import { mostSketchError } from '../summary/sketch.ts';
import { blocksOf, MOST_EXACT } from './blocks.ts';

const model = modelOf(hamlet);

function requestOf(mode: Mode, count: number) {
  const [scenario] = hamlet.scenarios;
  assert.ok(scenario !== undefined);
  const samples = drawSamples(effectiveRegister(hamlet, scenario), { count, seed: 3, design: sampleDesign(hamlet) });
  return { mode, seed: 5, samples, starts: [] } as const;
}

/** Gap by place and step in every sample, shape [sample][step]. */
async function gapsOf(request: ReturnType<typeof requestOf>): Promise<ReadonlyMap<string, Float64Array>> {
  const { count } = request.samples;
  const width = model.steps + 1;
  const steps = Array.from({ length: width }, (_, step) => step);
  const totals = await totalsBySample(model, request, { steps, onSeat: () => Promise.resolve(true) });
  assert.ok(totals !== null);
  const { places, supplyFte, demandFte } = totals;
  return new Map(
    places.map((code, place) => [
      code,
      Float64Array.from({ length: count * width }, (_, cell) => {
        const at = (place * width + (cell % width)) * count + Math.floor(cell / width);
        return (supplyFte[at] ?? 0) - (demandFte[at] ?? 0);
      }),
    ]),
  );
}

describe('blocks of samples', () => {
  test('up to the limit there is one block, and past it none is larger than half of the limit', () => {
    assert.deepEqual(blocksOf(MOST_EXACT), [{ first: 0, count: MOST_EXACT }]);
    assert.deepEqual(blocksOf(1), [{ first: 0, count: 1 }]);
    for (const count of [MOST_EXACT * 2, 4096, 16_384, 65_536]) {
      assert.ok(blocksOf(count).every((block) => block.count <= MOST_EXACT / 2));
    }
  });

  test('blocks follow on from each other to the last sample, and none reaches from one scramble into the next', () => {
    for (const count of [1024, 2048, 65_536]) {
      const size = count / scramblesOf(count);
      let next = 0;
      for (const { first, count: samples } of blocksOf(count)) {
        assert.equal(first, next);
        next += samples;
        assert.equal(Math.floor(first / size), Math.floor((next - 1) / size));
      }
      assert.equal(next, count);
    }
  });
});

describe('what a projection holds at once', () => {
  test('stays as much however many samples there are, for each chunk takes as many and hands over as many bytes', () => {
    const held = [2048, 8192, 32_768].map((count) => {
      const request = requestOf('draws', count);
      const [chunk] = chunksOf(model, count);
      assert.ok(chunk !== undefined);
      return [chunk.block.count, serialize(projectChunk(model, request, chunk)).byteLength];
    });
    assert.deepEqual(held[1], held[0]);
    assert.deepEqual(held[2], held[0]);
  });
});

describe('a projection at the limit of what is kept at once', () => {
  test('has the exact quantiles of its samples', async () => {
    const request = requestOf('exact', MOST_EXACT);
    const gaps = (await gapsOf(request)).get('HAM') ?? new Float64Array(0);
    const series = seriesOf(projectOf(model, request), { measure: 'gapFte' });
    assertClose(series.p10, quantilesByStep(gaps, MOST_EXACT).p10);
    assertClose(series.p90, quantilesByStep(gaps, MOST_EXACT).p90);
  });
});

for (const mode of ['exact', 'draws'] as const) {
  describe(`a projection past the limit in mode ${mode}`, () => {
    const request = requestOf(mode, MOST_EXACT * 2);
    const { count } = request.samples;
    const projection = projectOf(model, request);

    test(`in mode ${mode} every quantile of the gap is within the stated error of the exact one`, async () => {
      for (const [place, gaps] of await gapsOf(request)) {
        const series = seriesOf(projection, { measure: 'gapFte', place });
        series.mean.forEach((_, step) => {
          const sorted = gaps.filter((_gap, cell) => cell % series.mean.length === step).sort();
          const most = mostSketchError((sorted.at(-1) ?? 0) - (sorted[0] ?? 0));
          const [p10 = 0, p50 = 0, p90 = 0] = [0.1, 0.5, 0.9].map((share) => quantileOfSorted(sorted, share));
          const off = [p10 - (series.p10[step] ?? 0), p50 - (series.p50[step] ?? 0), p90 - (series.p90[step] ?? 0)];
          assert.ok(Math.max(...off.map(Math.abs)) <= most + 1e-9, `${place} ${step}: ${off.join(' ')} of ${most}`);
        });
      }
    });

    test(`in mode ${mode} means, the chance of closing and how the gap settles are those of all samples`, async () => {
      const gaps = (await gapsOf(request)).get('HAM') ?? new Float64Array(0);
      const last = gaps.filter((_, cell) => cell % (model.steps + 1) === model.steps);
      const settled = projection.settling.at(-1);
      assert.equal(settled?.samples, count);
      const mean = last.reduce((sum, gap) => sum + gap, 0) / count;
      assertClose([settled.gapFte.mean, settled.gapFte.p10], [mean, quantileOfSorted(last.toSorted(), 0.1)]);
      const closed = projection.chanceClosed.find(({ place }) => place === 'HAM')?.chance.at(-1) ?? Number.NaN;
      assert.ok(Math.abs(closed - last.filter((gap) => -gap < 0.5).length / count) < 1e-9);
      const demand = seriesOf(projection, { measure: 'demandFte' }).mean.at(-1) ?? 0;
      const supply = seriesOf(projection, { measure: 'fte' }).mean.at(-1) ?? 0;
      assertClose([seriesOf(projection, { measure: 'gapFte' }).mean.at(-1) ?? 0], [supply - demand]);
    });

    test(`in mode ${mode} error bars of single years agree with those of the samples themselves`, () => {
      const told = projection.precision.find(({ place }) => place === 'HAM');
      const bars = told?.measures.find(({ measure }) => measure === 'gapFte');
      const exact = projection.settling.at(-1)?.errorFte;
      assert.ok(bars !== undefined && exact !== undefined && exact !== null);
      assertClose([bars.mean.at(-1) ?? 0], [exact.mean]);
      const series = seriesOf(projection, { measure: 'gapFte' });
      const spread = (series.p90.at(-1) ?? 0) - (series.p10.at(-1) ?? 0);
      assert.ok(Math.abs((bars.p10.at(-1) ?? 0) - exact.p10) < spread / 50);
    });

    test(`in mode ${mode} chunks done in any order give the same bytes`, () => {
      const chunks = chunksOf(model, count);
      assert.ok(chunks.length > 4);
      const results = new Map(chunks.toReversed().map((chunk) => [chunk, projectChunk(model, request, chunk)]));
      const merged: Projection = mergeChunks(
        model,
        request,
        chunks.flatMap((chunk) => results.get(chunk) ?? []),
      );
      assert.deepEqual(merged, projection);
    });
  });
}
