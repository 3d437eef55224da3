// Totals by sample add up to what the projection says of every place.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawSamples, sampleDesign } from '#workforce';
import { hamlet, modelOf, projectOf } from '../hamlet.test-support.ts';
import { totalsBySample } from './totals-by-sample.ts';

const samples = drawSamples(modelOf(hamlet).register, { count: 16, seed: 3, design: sampleDesign(hamlet) });
const request = { mode: 'expected', seed: 3, samples, starts: [] } as const;
const steps = [0, 12, 60];

test('the mean of the totals is the mean of the projection in every place', async () => {
  const model = modelOf(hamlet);
  const totals = await totalsBySample(model, request, { steps, onSeat: () => Promise.resolve(true) });
  const projection = projectOf(model, request);
  assert.ok(totals !== null);
  for (const [place, code] of totals.places.entries()) {
    for (const [measure, values] of [
      ['fte', totals.supplyFte],
      ['demandFte', totals.demandFte],
    ] as const) {
      const series = projection.series.find(
        (one) => one.place === code && one.measure === measure && `${one.family}${one.role}${one.band}` === '***',
      );
      for (const [index, step] of steps.entries()) {
        const first = (place * steps.length + index) * samples.count;
        const mean =
          values.subarray(first, first + samples.count).reduce((sum, value) => sum + value, 0) / samples.count;
        assert.ok(
          Math.abs(mean - (series?.mean[step] ?? 0)) < 1e-9 * Math.max(1, mean),
          `${measure} of ${code} at ${step}`,
        );
      }
    }
  }
});

test('who says no is given nothing', async () => {
  assert.equal(await totalsBySample(modelOf(hamlet), request, { steps, onSeat: () => Promise.resolve(false) }), null);
});
