// Quantiles against plain sorting.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { quantileOfSorted } from '#kernel';
import { quantilesByStep } from './quantiles.ts';

test('quantiles by step are those of each step sorted by itself', () => {
  const table = fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 6 })).chain(([samples, steps]) =>
    fc.tuple(
      fc.constant(samples),
      fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), {
        minLength: samples * steps,
        maxLength: samples * steps,
      }),
    ),
  );
  fc.assert(
    fc.property(table, ([samples, list]) => {
      const values = Float64Array.from(list);
      const { p10, p50, p90 } = quantilesByStep(values, samples);
      const steps = values.length / samples;
      for (let step = 0; step < steps; step++) {
        const sorted = values.filter((_, cell) => cell % steps === step).sort();
        assert.deepEqual(
          [p10[step], p50[step], p90[step]],
          [0.1, 0.5, 0.9].map((share) => quantileOfSorted(sorted, share)),
        );
      }
    }),
    { numRuns: 200, seed: 1 },
  );
});

test('more samples than insertion is good for are sorted afresh, to the same quantiles', () => {
  const values = Float64Array.from({ length: 3000 }, (_, index) => (index * 7919) % 3001);
  const sorted = values.toSorted();
  assert.equal(quantilesByStep(values, 3000).p90[0], quantileOfSorted(sorted, 0.9));
});
