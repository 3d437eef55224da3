// What a month does, read off projections of a hamlet in which nothing else happens.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Start } from '#engine';
import {
  assertClose,
  centralSamples,
  hamlet,
  modelOf,
  projectOf,
  scalar,
  seriesOf,
  still,
  withValues,
} from '../hamlet.test-support.ts';

const apprentices: Start = {
  channel: 'apprenticeship',
  role: 'data-analyst',
  band: '5',
  place: 'MILL',
  month: hamlet.baseMonth + 3,
  people: 10,
};

describe('a hamlet in which nothing happens', () => {
  test('keeps everybody for ten years', () => {
    const { mean } = seriesOf(projectOf(modelOf(still(hamlet))), { measure: 'headcount' });
    assertClose(
      mean,
      mean.map(() => 57),
    );
  });

  test('counts a hybrid post by the digital share of its FTE alone', () => {
    const { mean } = seriesOf(projectOf(modelOf(still(hamlet))), { measure: 'fte', role: 'nurse-informatician' });
    assert.ok(Math.abs((mean[0] ?? 0) - 0.4 * (1.6 + 1 + 1)) < 1e-12);
  });
});

describe('channels', () => {
  const quiet = modelOf(still(hamlet));
  test('those who complete come after the months of training, and are the share that completes', () => {
    const { mean } = seriesOf(projectOf(quiet, { starts: [apprentices] }), { measure: 'headcount' });
    assert.equal(mean[26], 57);
    assertClose(
      mean.subarray(27),
      mean.subarray(27).map(() => 57 + 6.05),
    );
  });

  test('a start costs its fees, and the paid time that it takes from work, in its month', () => {
    const cost = (starts: readonly Start[]): number =>
      seriesOf(projectOf(quiet, { starts }), { measure: 'costGbp' }).mean[3] ?? 0;
    const survival = Math.exp(Math.log(0.605) / 24);
    let months = 0;
    for (let month = 0, left = 1; month < 24; month++, left *= survival) months += left;
    const expected = 10 * (15_000 + (0.2 * months * 34_000 * 1.38) / 12);
    assert.ok(Math.abs(cost([apprentices]) - cost([]) - expected) < 1e-6);
  });

  test('what starts anyway is already in training when the plan begins', () => {
    const { mean } = seriesOf(
      projectOf(modelOf(withValues(still(hamlet), { 'apprenticeship.baseline': scalar(12) }))),
      {
        measure: 'headcount',
      },
    );
    // 12 starts a year are 1 a month, of whom 0.605 complete.
    assertClose(
      mean.subarray(0, 90),
      mean.subarray(0, 90).map((_, step) => 57 + 0.605 * step),
    );
  });

  test('nobody starts in a channel that has closed', () => {
    const busy = modelOf(withValues(still(hamlet), { 'apprenticeship.baseline': scalar(12) }));
    const { mean } = seriesOf(projectOf(busy), { measure: 'headcount' });
    const lastArrival = 90 - 1 + 24;
    assert.ok((mean[lastArrival] ?? 0) > (mean[lastArrival - 1] ?? 0));
    assert.equal(mean[lastArrival + 1], mean[lastArrival]);
  });
});

describe('recoding', () => {
  test('above 0 it brings a share of the opening stock each year, below 0 it takes a share of those who are here', () => {
    const at = (share: number): Float64Array =>
      seriesOf(projectOf(modelOf(withValues(still(hamlet), { 'reclassification.yearly': scalar(share) }))), {
        measure: 'headcount',
      }).mean;
    assert.ok(Math.abs((at(0.02)[120] ?? 0) - 57 * 1.2) < 1e-9);
    assert.ok(Math.abs((at(-0.02)[12] ?? 0) - 57 * 0.98) < 1e-9);
  });
});

describe('an establishment', () => {
  const busy = withValues(still(hamlet), {
    'attrition.yearly': { kind: 'table', axes: ['band', 'ageGroup'], cells: [{ at: ['*', '*'], value: 0.3 }] },
    'recruitment.yearly': { kind: 'table', axes: ['band', 'ageGroup'], cells: [{ at: ['*', '*'], value: 0.1 }] },
    'vacancy.share': scalar(0.07),
    'stock.level': scalar(1),
  });
  const model = modelOf(busy, 'funded');
  for (const mode of ['expected', 'draws'] as const) {
    test(`in mode ${mode} is never overfilled by hires, whoever leaves`, () => {
      const projection = projectOf(model, { mode, samples: centralSamples(model, 1), seed: 11 });
      for (const { id } of model.roles) {
        const { p50 } = seriesOf(projection, { measure: 'fte', role: id });
        const opening = p50[0] ?? 0;
        p50.forEach((fte, step) => {
          const posts = (opening / 0.93) * (step < 36 ? 1 : 1.1);
          assert.ok(fte <= posts + 1e-9, `${id}: ${fte} FTE in ${posts} posts at step ${step}`);
        });
      }
    });
  }

  test('that grows brings people', () => {
    const { mean } = seriesOf(projectOf(model), { measure: 'headcount' });
    assert.ok((mean[60] ?? 0) > (mean[35] ?? 0));
  });
});
