// Tests that Sobol points are the published ones, balanced, and scrambled as the theory says.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { LIMITS } from './limits.ts';
import { sobolDigits, sobolPoints } from './sobol.ts';

test('the first eight unscrambled points are the published ones', () => {
  // new-joe-kuo-6, dimensions 1 to 5, in Gray-code order; then dimensions 301 to 320 at the sixth point, in eighths.
  const expected = [
    [0, 0, 0, 0, 0],
    [0.5, 0.5, 0.5, 0.5, 0.5],
    [0.75, 0.25, 0.25, 0.25, 0.75],
    [0.25, 0.75, 0.75, 0.75, 0.25],
    [0.375, 0.375, 0.625, 0.875, 0.375],
    [0.875, 0.875, 0.125, 0.375, 0.875],
    [0.625, 0.125, 0.875, 0.625, 0.625],
    [0.125, 0.625, 0.375, 0.125, 0.125],
  ];
  expected.forEach((point, index) => {
    const got = point.map((_, dimension) => ((sobolDigits(8, dimension)[index] ?? 0) >>> 0) / 4_294_967_296);
    assert.deepEqual(got, point);
  });
  const sixth = Array.from({ length: 20 }, (_, index) => (sobolDigits(8, 300 + index)[5] ?? 0) >>> 29);
  assert.deepEqual(sixth, [1, 1, 3, 5, 7, 7, 1, 5, 1, 5, 5, 7, 5, 1, 5, 1, 3, 1, 3, 1]);
});

test('every dimension has exactly one point in each interval of 1/n', () => {
  const count = 1024;
  const dimensions = LIMITS.uncertainAssumptions;
  const points = sobolPoints({ count, dimensions, seed: 7, scramble: 0 });
  for (let dimension = 0; dimension < dimensions; dimension++) {
    const seen = new Set<number>();
    for (let point = 0; point < count; point++) {
      const value = points[point * dimensions + dimension] ?? Number.NaN;
      assert.ok(value > 0 && value < 1);
      seen.add(Math.floor(value * count));
    }
    assert.equal(seen.size, count, `dimension ${dimension}`);
  }
});

test('the first two dimensions together have one point in each box of 1/16 × 1/16', () => {
  const points = sobolPoints({ count: 256, dimensions: 2, seed: 11, scramble: 0 });
  const boxes = new Set<number>();
  for (let point = 0; point < 256; point++) {
    boxes.add(Math.floor((points[2 * point] ?? 0) * 16) * 16 + Math.floor((points[2 * point + 1] ?? 0) * 16));
  }
  assert.equal(boxes.size, 256);
});

test('a mean over 1024 points errs far less than chance would', () => {
  // Π (1 + (x − ½)) over eight dimensions: mean 1, standard deviation √((13/12)⁸ − 1).
  const sdOfChance = Math.sqrt(Math.exp(8 * Math.log(13 / 12)) - 1) / 32;
  let squares = 0;
  for (let seed = 0; seed < 32; seed++) {
    const points = sobolPoints({ count: 1024, dimensions: 8, seed, scramble: 0 });
    let sum = 0;
    for (let point = 0; point < 1024; point++) {
      let product = 1;
      for (let dimension = 0; dimension < 8; dimension++) product *= 0.5 + (points[point * 8 + dimension] ?? 0);
      sum += product;
    }
    const error = sum / 1024 - 1;
    squares += (error * error) / 32;
  }
  const sd = Math.sqrt(squares);
  assert.ok(sd < sdOfChance / 12, `sd ${sd} against ${sdOfChance}`);
});

test('scramblings are unbiased and independent of each other', () => {
  // The first point of each scrambling is uniform; over 4000 seeds its mean and its pairs' correlations vanish.
  const seeds = 4000;
  const sums = [0, 0, 0];
  const products = [0, 0, 0, 0];
  let previous = 0;
  for (let seed = 0; seed < seeds; seed++) {
    const points = sobolPoints({ count: 2, dimensions: 3, seed, scramble: 0 });
    const [x = 0, y = 0, z = 0] = [...points.subarray(0, 3)].map((value) => value - 0.5);
    [x, y, z].forEach((value, index) => (sums[index] = (sums[index] ?? 0) + value));
    const [other = 0] = sobolPoints({ count: 2, dimensions: 1, seed, scramble: 1 }).map((value) => value - 0.5);
    [x * y, y * z, x * previous, x * other].forEach(
      (value, index) => (products[index] = (products[index] ?? 0) + value),
    );
    previous = x;
  }
  for (const sum of sums) assert.ok(Math.abs(sum / seeds) < (4 * 0.2887) / Math.sqrt(seeds));
  for (const product of products) assert.ok(Math.abs(product / seeds) < (4 * 0.0833) / Math.sqrt(seeds));
});

test('the spread of scrambled estimates is that of true nested scrambling', () => {
  // For x₁ over n = 16 points each stratum holds one uniform point, so the mean has variance 1/(12 n³).
  const seeds = 2000;
  let squares = 0;
  for (let seed = 0; seed < seeds; seed++) {
    const points = sobolPoints({ count: 16, dimensions: 1, seed, scramble: 0 });
    const error = points.reduce((sum, value) => sum + value, 0) / 16 - 0.5;
    squares += error * error;
  }
  const ratio = squares / seeds / (1 / (12 * 16 * 16 * 16));
  assert.ok(ratio > 0.87 && ratio < 1.13, `ratio ${ratio}`);
});

test('a dimension is the same however many are asked for', () => {
  const few = sobolPoints({ count: 8, dimensions: 2, seed: 3, scramble: 0 });
  const many = sobolPoints({ count: 8, dimensions: 9, seed: 3, scramble: 0 });
  for (let point = 0; point < 8; point++) assert.equal(few[point * 2 + 1], many[point * 9 + 1]);
});

test('a count that is no power of two, and a dimension past the limit, are refused', () => {
  assert.throws(() => sobolPoints({ count: 100, dimensions: 2, seed: 1, scramble: 0 }), /power of two/);
  assert.throws(() => sobolPoints({ count: 0, dimensions: 2, seed: 1, scramble: 0 }), /power of two/);
  assert.throws(
    () => sobolPoints({ count: 8, dimensions: LIMITS.uncertainAssumptions + 1, seed: 1, scramble: 0 }),
    /dimensions/,
  );
});
