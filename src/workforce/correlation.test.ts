// Samples that are tied together against the correlation that was asked for, and against what must not change.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { correlatedGroups, drawSamples, sampleDesign, type Correlation } from '#workforce';
import { assumption, healthSystem } from './sample-system.test-support.ts';

const COUNT = 4096;
const register = ['a', 'b', 'c', 'd'].map((id) =>
  assumption(id, { spread: { kind: 'triangular', low: 0.5, mode: 0.9, high: 1.6 } }),
);

function tie(one: string, other: string, rank: number): Correlation {
  const { kind, source, note, reliability, owner, signedOffBy, reviewBy } = assumption('any');
  return { between: [one, other], rank, kind, source, note, reliability, owner, signedOffBy, reviewBy };
}

function columnsWith(correlations: readonly Correlation[]): readonly (readonly number[])[] {
  const design = sampleDesign(healthSystem({ assumptions: register, correlations }));
  const { values } = drawSamples(register, { count: COUNT, seed: 3, design });
  return register.map((_, column) => Array.from({ length: COUNT }, (_each, row) => values[row * 4 + column] ?? 0));
}

test('samples have the rank correlations that the register states, and no others', () => {
  const columns = columnsWith([tie('a', 'b', 0.7), tie('b', 'c', -0.5), tie('a', 'c', -0.2)]);
  const between = (one: number, other: number): number => rankCorrelation(columns[one] ?? [], columns[other] ?? []);
  for (const [got, stated] of [
    [between(0, 1), 0.7],
    [between(1, 2), -0.5],
    [between(0, 2), -0.2],
    [between(0, 3), 0],
    [between(2, 3), 0],
  ] as const) {
    assert.ok(Math.abs(got - stated) < 0.02, `${got} is not ${stated}`);
  }
});

test('each value keeps its own distribution, whatever it is tied to', () => {
  const free = columnsWith([]).map((column) => column.toSorted((one, other) => one - other));
  const tied = columnsWith([tie('a', 'b', 0.9), tie('c', 'd', -0.6)]);
  tied.forEach((column, index) => {
    const sorted = column.toSorted((one, other) => one - other);
    for (const share of [0.05, 0.5, 0.95]) {
      const at = Math.floor(share * COUNT);
      assert.ok(Math.abs((sorted[at] ?? 0) - (free[index]?.[at] ?? 0)) < 0.02);
    }
  });
});

test('what is tied to nothing, and the first of a group, keep their very samples', () => {
  const free = columnsWith([]);
  const tied = columnsWith([tie('b', 'c', 0.9)]);
  for (const column of [0, 1, 3]) assert.deepEqual(tied[column], free[column]);
  assert.notDeepEqual(tied[2], free[2]);
});

test('a rank correlation of 1 makes two of one distribution the same', () => {
  const [one = [], other = []] = columnsWith([tie('a', 'b', 1)]);
  one.forEach((value, sample) => assert.ok(Math.abs(value - (other[sample] ?? 0)) < 1e-6));
});

test('three that each go against the other two have no groups', () => {
  const contradiction = [tie('a', 'b', -0.9), tie('b', 'c', -0.9), tie('a', 'c', -0.9)];
  assert.equal(correlatedGroups(['a', 'b', 'c'], contradiction), null);
});

function rankCorrelation(one: readonly number[], other: readonly number[]): number {
  const [x, y] = [ranksOf(one), ranksOf(other)];
  const middle = (COUNT - 1) / 2;
  const sum = x.reduce((total, rank, index) => total + (rank - middle) * ((y[index] ?? 0) - middle), 0);
  return sum / x.reduce((total, rank) => total + (rank - middle) * (rank - middle), 0);
}

function ranksOf(values: readonly number[]): Int32Array {
  const order = [...values.keys()].toSorted((one, other) => (values[one] ?? 0) - (values[other] ?? 0));
  const ranks = new Int32Array(values.length);
  order.forEach((sample, rank) => {
    ranks[sample] = rank;
  });
  return ranks;
}
