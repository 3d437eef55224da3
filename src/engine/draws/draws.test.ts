// Draws of whole people against exact moments, and chance that belongs to its key.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { chainMoments, exactTotal, simulateCohorts, type CohortModel, type Start } from '#engine';
import { parseMonth } from '#kernel';
import type { AssumptionValue } from '#workforce';
import { centralSamples, hamlet, modelOf, projectOf, scalar, seriesOf, withValues } from '../hamlet.test-support.ts';

const SEEDS = Array.from({ length: 30 }, (_, seed) => seed + 1);
const DRAWS = 400;
const STEPS = 18;

/** Three rows, of which the first leads to both others and the second to the third; everyone is of one age. */
function threeRows(
  opening: readonly number[],
  chances: { readonly leave: readonly number[]; readonly flow: readonly number[] },
  joiners: readonly number[],
): CohortModel {
  return {
    space: {
      rowCount: 3,
      classOfRow: Int32Array.of(0, 1, 2),
      classCount: 3,
      ageCount: 1,
      groupCount: 1,
      groupOfAge: Int32Array.of(0),
      firstOut: Int32Array.of(0, 2, 3, 3),
      edgesOut: Int32Array.of(0, 1, 2),
      edgeTo: Int32Array.of(1, 2, 2),
    },
    steps: STEPS,
    opening: Int32Array.from(opening),
    chances: { leave: Float64Array.from(chances.leave), flow: Float64Array.from(chances.flow) },
    joiners: Float64Array.from(joiners),
  };
}

const LEAVE = [0.02, 0.05, 0.01] as const;
const FLOW = [0.03, 0.004, 0.02] as const;
const model = threeRows([300, 40, 7], { leave: LEAVE, flow: FLOW }, [2, 0.5, 0]);

describe('draws of a chain', () => {
  const exact = chainMoments(
    {
      states: 3,
      moving: Float64Array.of(1 - 0.02 - 0.034, 0.03, 0.004, 0, 1 - 0.05 - 0.02, 0.02, 0, 0, 0.99),
      opening: Float64Array.of(300, 40, 7),
      joiners: Float64Array.of(2, 0.5, 0),
    },
    STEPS,
  );
  const closings = SEEDS.map((seed) => closingOf(simulateCohorts(model, { seed, draws: DRAWS })));

  test('have the exact means, on each of thirty seeds', () => {
    for (const closing of closings) {
      for (let row = 0; row < 3; row++) {
        const error = Math.sqrt((exact.covariance[row * 4] ?? 0) / DRAWS);
        assert.ok(Math.abs(covarianceOf(closing, row, row).mean - (exact.mean[row] ?? 0)) < 4.5 * error);
      }
    }
  });

  test('have the exact variances, by chi-square on each of thirty seeds', () => {
    for (const closing of closings) {
      for (let row = 0; row < 3; row++) {
        const chiSquare = (covarianceOf(closing, row, row).value * (DRAWS - 1)) / (exact.covariance[row * 4] ?? 1);
        // 4.5 standard deviations of a chi-square of so many degrees of freedom, with room for its skew.
        assert.ok(Math.abs(chiSquare - (DRAWS - 1)) < 4.5 * Math.sqrt(2 * (DRAWS - 1)) * 1.1, `${chiSquare}`);
      }
    }
  });

  test('have the exact covariances over all seeds together', () => {
    const all = closings.flat();
    for (const [row, column] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const) {
      const variances = (exact.covariance[row * 4] ?? 0) * (exact.covariance[column * 4] ?? 0);
      const error = Math.sqrt((variances + (exact.covariance[row * 3 + column] ?? 0) ** 2) / all.length);
      const difference = covarianceOf(all, row, column).value - (exact.covariance[row * 3 + column] ?? 0);
      assert.ok(Math.abs(difference) < 4.5 * error, `${difference} at ${row},${column}`);
    }
  });

  test('follow the binomial in every class of its tail, on each of thirty seeds', () => {
    const single = { ...threeRows([12, 0, 0], { leave: [0.3, 0, 0], flow: [0, 0, 0] }, [0, 0, 0]), steps: 1 };
    const draws = 8000;
    for (const seed of SEEDS) {
      const people = simulateCohorts(single, { seed, draws });
      const seen = new Float64Array(13);
      for (let draw = 0; draw < draws; draw++) {
        const left = people[(draw * 2 + 1) * 3] ?? 0;
        seen[left] = (seen[left] ?? 0) + 1;
      }
      let chiSquare = 0;
      let chance = Math.exp(12 * Math.log(0.3));
      for (let left = 0; left <= 12; left++) {
        if (chance * draws > 4) chiSquare += ((seen[left] ?? 0) - chance * draws) ** 2 / (chance * draws);
        chance *= ((12 - left) / (left + 1)) * (0.7 / 0.3);
      }
      // The chance of more than 35.6 is 1e-4 at 10 degrees of freedom.
      assert.ok(chiSquare < 35.6, `${chiSquare} on seed ${seed}`);
    }
  });

  test('part those who go into leavers and movers by the multinomial, on each of thirty seeds', () => {
    // All are gone from the first row in one month, so that the closing rows count the movers on each edge.
    const parts = [0.25, 0.4, 0.35];
    const once = threeRows([9000, 0, 0], { leave: [0.25, 0, 0], flow: [0.4, 0.35, 0] }, [0, 0, 0]);
    for (const seed of SEEDS) {
      const people = simulateCohorts({ ...once, steps: 1 }, { seed, draws: 1 });
      const moved = [people[4] ?? 0, people[5] ?? 0];
      const counts = [9000 - (people[3] ?? 0) - (moved[0] ?? 0) - (moved[1] ?? 0), ...moved];
      const chiSquare = counts.reduce((sum, count, part) => {
        const expected = 9000 * (parts[part] ?? 0);
        return sum + (count - expected) ** 2 / expected;
      }, 0);
      // The chance of more than 18.4 is 1e-4 at 2 degrees of freedom.
      assert.ok(chiSquare < 18.4, `${chiSquare} on seed ${seed}`);
    }
  });

  test('never let more leave than are there, whatever the chances', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 3, maxLength: 3 }),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 }),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 }),
        fc.nat(),
        (opening, leave, shares, seed) => {
          const flow = shares.map((share, edge) => ((1 - (leave[edge === 2 ? 1 : 0] ?? 0)) * share) / 2);
          const people = simulateCohorts(threeRows(opening, { leave, flow }, [0, 0, 0]), { seed, draws: 2 });
          for (let step = 1; step <= STEPS; step++) {
            const [before, now] = [step - 1, step].map((at) =>
              people.subarray(at * 3, at * 3 + 3).reduce((a, b) => a + b),
            );
            assert.ok((now ?? 0) <= (before ?? 0));
          }
          assert.ok(people.every((each) => each >= 0));
        },
      ),
      { numRuns: 200, seed: 1 },
    );
  });
});

describe('draws of the hamlet', () => {
  const villages = modelOf(hamlet);
  const count = 2048;
  const drawn = projectOf(villages, { mode: 'draws', seed: 4, samples: centralSamples(villages, count) });
  const expected = projectOf(villages);

  test('have the mean of the expected mode and the spread of the exact mode', () => {
    villages.units.forEach((unit, index) => {
      const exact = exactTotal(villages, index);
      const { mean, p10, p90 } = seriesOf(drawn, { measure: 'headcount', place: unit.code });
      const { mean: central } = seriesOf(expected, { measure: 'headcount', place: unit.code });
      for (const step of [1, 12, 36, 60, 120]) {
        const sd = Math.sqrt(exact.variance[step] ?? 0);
        assert.ok(
          Math.abs((mean[step] ?? 0) - (central[step] ?? 0)) < (4.5 * sd) / Math.sqrt(count),
          `${unit.code} ${step}`,
        );
        // The middle four fifths of a normal span 2.56 standard deviations; of whole people, one more or less.
        assert.ok(Math.abs((p90[step] ?? 0) - (p10[step] ?? 0) - 2.563 * sd) < 0.25 * sd + 1.5, `${unit.code} ${step}`);
      }
    });
  });

  test('have the expected FTE', () => {
    const { mean } = seriesOf(drawn, { measure: 'fte' });
    const { mean: central } = seriesOf(expected, { measure: 'fte' });
    for (const step of [0, 12, 60, 120]) assert.ok(Math.abs((mean[step] ?? 0) - (central[step] ?? 0)) < 0.6);
  });
});

describe('keyed chance', () => {
  const samples = centralSamples(modelOf(hamlet), 1);
  const starts: readonly Start[] = [
    { channel: 'market', role: 'data-analyst', band: '6', place: 'WELL', month: hamlet.baseMonth + 40, people: 3 },
  ];

  test('extra starts leave all who would have been here anyway as they were', () => {
    const without = projectOf(modelOf(hamlet), { mode: 'draws', seed: 8, samples });
    const withStarts = projectOf(modelOf(hamlet), { mode: 'draws', seed: 8, samples, starts });
    assert.deepEqual(
      seriesOf(withStarts, { measure: 'headcount', place: 'MILL' }),
      seriesOf(without, { measure: 'headcount', place: 'MILL' }),
    );
    const extra = seriesOf(withStarts, { measure: 'headcount' }).mean.map(
      (people, step) => people - (seriesOf(without, { measure: 'headcount' }).mean[step] ?? 0),
    );
    assert.ok(extra.subarray(0, 43).every((people) => people === 0));
    assert.ok(extra.subarray(43).every((people) => people >= 0 && people <= 3));
    assert.ok((extra[43] ?? 0) > 0);
  });

  test('more recruitment adds people and leaves those who are here with less as they were', () => {
    for (let seed = 1; seed <= 8; seed++) {
      // The levels at which a layer of joiners ends, so that what lies between is a layer of its own.
      const [usual, raised] = [1, 1.25].map((level) => {
        const model2 = modelOf(withValues(hamlet, { 'recruitment.level': scalar(level) }));
        return projectOf(model2, { mode: 'draws', seed, samples: centralSamples(model2, 1) });
      });
      assert.ok(usual !== undefined && raised !== undefined);
      for (const [index, series] of usual.series.entries()) {
        if (series.measure !== 'headcount') continue;
        series.mean.forEach((people, step) => assert.ok((raised.series[index]?.mean[step] ?? 0) >= people));
      }
    }
  });

  test('a change of policy leaves every month before it as it was, to the byte', () => {
    const from = parseMonth('2030-04') ?? 0;
    const level = (later: number): AssumptionValue => ({
      kind: 'dated',
      steps: [
        { from: hamlet.baseMonth, value: 1 },
        { from, value: later },
      ],
    });
    const [usual, doubled] = [1, 2].map((later) => {
      const model2 = modelOf(withValues(hamlet, { 'recruitment.level': level(later) }));
      return projectOf(model2, { mode: 'draws', seed: 8, samples: centralSamples(model2, 16) });
    });
    assert.ok(usual !== undefined && doubled !== undefined);
    const before = from - hamlet.baseMonth;
    for (const [index, series] of usual.series.entries()) {
      for (const statistic of ['mean', 'p10', 'p50', 'p90'] as const) {
        assert.deepEqual(doubled.series[index]?.[statistic].subarray(0, before), series[statistic].subarray(0, before));
      }
    }
    assert.ok(
      (seriesOf(doubled, { measure: 'headcount' }).mean[120] ?? 0) >
        (seriesOf(usual, { measure: 'headcount' }).mean[120] ?? 0),
    );
  });

  test('another seed is another chance, the same seed the same', () => {
    const at = (seed: number): Float64Array =>
      seriesOf(projectOf(modelOf(hamlet), { mode: 'draws', seed, samples }), { measure: 'headcount' }).mean;
    assert.deepEqual(at(1), at(1));
    assert.notDeepEqual(at(1), at(2));
  });
});

/** People in each row at the last step, draw by draw. */
function closingOf(people: Int32Array): readonly (readonly number[])[] {
  return Array.from({ length: DRAWS }, (_, draw) => [
    ...people.subarray((draw * (STEPS + 1) + STEPS) * 3, (draw * (STEPS + 1) + STEPS) * 3 + 3),
  ]);
}

function covarianceOf(
  draws: readonly (readonly number[])[],
  row: number,
  column: number,
): { mean: number; value: number } {
  const meanOf = (index: number): number => draws.reduce((sum, draw) => sum + (draw[index] ?? 0), 0) / draws.length;
  const [one, other] = [meanOf(row), meanOf(column)];
  const sum = draws.reduce((total, draw) => total + ((draw[row] ?? 0) - one) * ((draw[column] ?? 0) - other), 0);
  return { mean: one, value: sum / (draws.length - 1) };
}
