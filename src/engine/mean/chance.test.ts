// Persons' chance as the exact mode draws it, held against the variance that it is drawn from.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { exactTotal } from '#engine';
import { centralSamples, hamlet, modelOf, projectOf, seriesOf } from '../hamlet.test-support.ts';

/** Distance between the tenth and the ninetieth percentile of a normal distribution, in standard deviations. */
const TENTHS_APART = 2.5631;
const SEEDS = [1, 2, 3, 4];

describe("persons' chance in the exact mode", () => {
  const model = modelOf(hamlet);
  const samples = centralSamples(model, 512);
  const runs = SEEDS.map((seed) => projectOf(model, { mode: 'exact', seed, samples }));

  for (const [index, { code: place }] of model.units.entries()) {
    test(`scatters the people of ${place} as far as their exact variance, year after year`, () => {
      const { mean, variance } = exactTotal(model, index);
      const series = runs.map((run) => seriesOf(run, { measure: 'headcount', place }));
      assert.ok(variance.length > 10);
      for (let step = 1; step < variance.length; step++) {
        const average = (read: (run: (typeof series)[number]) => number) =>
          series.reduce((sum, run) => sum + read(run), 0) / series.length;
        const spread = average(({ p10, p90 }) => ((p90[step] ?? 0) - (p10[step] ?? 0)) / TENTHS_APART);
        const exact = Math.sqrt(variance[step] ?? 0);
        assert.ok(exact > 0);
        assert.ok(Math.abs(spread - exact) < 0.1 * exact, `step ${step}: ${spread} against ${exact}`);
        assert.ok(Math.abs(average((run) => run.p50[step] ?? 0) - (mean[step] ?? 0)) < 0.2 * exact);
      }
    });
  }
});
