// Error bars of the headline: what they say, what they make of a tolerance, and that they tell the truth.
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { describe, test } from 'node:test';
import { chunksOf, mergeChunks, projectChunk, type Projection } from '#engine';
import { ok } from '#kernel';
import { readPack } from '#pack';
import { prepareRun } from './plan-workforce.ts';
import { errorBarFte, precisionSentence, projectWithin } from './precision.ts';

const read = await readPack(fileURLToPath(new URL('../../../packs/hamlet', import.meta.url)));
assert.ok(read.ok);
const pack = read.value;

function projectionOn(samples: number, seed: number): Projection {
  const options = { scenario: 'as-things-stand', mode: 'exact', seed, samples, asOf: 320 } as const;
  const run = prepareRun(pack, { ...options, timeLimitSeconds: 1, relativeGap: 0 });
  assert.ok(run.ok);
  const { model, samples: drawn } = run.value;
  const request = { mode: 'exact', seed, samples: drawn, starts: [] } as const;
  return mergeChunks(
    model,
    request,
    chunksOf(model, request.samples.count).map((chunk) => projectChunk(model, request, chunk)),
  );
}

const tried: number[] = [];
const onSamples = async (samples: number) => {
  tried.push(samples);
  return ok({ projection: projectionOn(samples, 1) });
};

describe('the error bar of the headline', () => {
  const reference = projectionOn(4096, 99).settling.at(-1);
  assert.ok(reference !== undefined);

  test('holds what many more samples give, nine times in ten and more', () => {
    let held = 0;
    const seeds = 30;
    for (let seed = 1; seed <= seeds; seed++) {
      const own = projectionOn(128, seed).settling.at(-1);
      assert.ok(own !== undefined);
      if (Math.abs(own.gapFte.mean - reference.gapFte.mean) <= 2.36 * (own.errorFte?.mean ?? 0)) held += 1;
    }
    assert.ok(held >= 27, `${held} of ${seeds}`);
  });

  test('is told for every whole place and year, and shrinks as samples are added', () => {
    const { precision, settling } = projectionOn(512, 1);
    assert.deepEqual(
      precision.map(({ place, measures }) => [place, measures.length, measures[0]?.mean.length]),
      [
        ['HAM', 6, 10],
        ['HAM-R', 6, 10],
        ['HAM-S', 6, 10],
      ],
    );
    assert.deepEqual(
      settling.map(({ samples }) => samples),
      [64, 128, 256, 512],
    );
    assert.ok((settling.at(-1)?.errorFte?.mean ?? 1) < 0.7 * (settling[0]?.errorFte?.mean ?? 0));
  });

  test('is not known of one scramble, and says so', () => {
    const projection = projectionOn(32, 1);
    assert.equal(errorBarFte(projection), Number.POSITIVE_INFINITY);
    assert.deepEqual(projection.precision, []);
    assert.match(precisionSentence(projection, null), /is not known: 32 samples say nothing/);
  });
});

describe('a tolerance', () => {
  test('doubles the samples until it is met, and says that it is', async () => {
    tried.length = 0;
    const tolerance = { kind: 'fte', fte: 1 } as const;
    const run = await projectWithin({ samples: 16, tolerance }, onSamples);
    assert.ok(run.ok);
    assert.ok(errorBarFte(run.value.projection) <= 1);
    assert.deepEqual(
      tried,
      tried.map((_, index) => 16 << index),
    );
    assert.ok(tried.length > 2);
    assert.match(precisionSentence(run.value.projection, tolerance), /The tolerance asked for, 1 FTE, is met\./);
  });

  test('that no number of samples meets ends at the most, and says that it is not met', async () => {
    tried.length = 0;
    const tolerance = { kind: 'share', share: 1e-9 } as const;
    const run = await projectWithin({ samples: 2048, tolerance }, onSamples);
    assert.ok(run.ok);
    assert.deepEqual(tried, [2048, 4096]);
    const sentence = precisionSentence(run.value.projection, tolerance);
    assert.match(sentence, /is not met: 4096 samples are the most/);
    assert.match(sentence, /Of more than 512 samples .* at most a 127th part/);
  });
});
