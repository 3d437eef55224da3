// Sketches against sorting: within the stated error on any data, and the same to the bit in any order.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { quantileOfSorted } from '#kernel';
import { quantilesByStep } from './quantiles.ts';
import { addSketch, emptySketch, mostSketchError, quantilesOfSketch, sketchOf, type Sketch } from './sketch.ts';

const SHARES = { p10: 0.1, p50: 0.5, p90: 0.9 } as const;

/** Of one step, in blocks. */
function sketched(blocks: readonly Float64Array[]): Sketch {
  const sum = emptySketch(1);
  for (const block of blocks) addSketch(sum, sketchOf(block, block.length));
  return sum;
}

function assertWithinError(values: Float64Array, sketch: Sketch): void {
  const sorted = values.toSorted();
  const most = mostSketchError((sorted.at(-1) ?? 0) - (sorted[0] ?? 0));
  const quantiles = quantilesOfSketch(sketch);
  for (const name of ['p10', 'p50', 'p90'] as const) {
    const exact = quantileOfSorted(sorted, SHARES[name]);
    const off = Math.abs((quantiles[name][0] ?? Number.NaN) - exact);
    // The rest is for the rounding of the interpolation itself.
    assert.ok(off <= most + Math.abs(exact) * 1e-12, `${name}: ${off} off, where ${most} is the most`);
  }
}

function inBlocks(values: Float64Array, size: number): readonly Float64Array[] {
  return Array.from({ length: Math.ceil(values.length / size) }, (_, block) =>
    values.slice(block * size, (block + 1) * size),
  );
}

/** Even points of the unit interval in a scattered order. */
const scattered = (count: number): Float64Array =>
  Float64Array.from({ length: count }, (_, index) => (((index * 7919) % count) + 0.5) / count);

const DATA: readonly (readonly [string, (share: number) => number])[] = [
  ['skewed', (share) => 100 * Math.exp(3 * share * share * share)],
  ['of a long tail', (share) => 10 / (1 - share)],
  ['negative', (share) => -5000 - 4000 * share * share],
  ['on both sides of nothing', (share) => 300 * (share - 0.4) * (1 + share)],
  ['mostly nothing', (share) => (share < 0.85 ? 0 : 60 * (share - 0.85))],
  ['tiny', (share) => 0.002 + 0.001 * share],
  ['smaller than the finest bin', (share) => 1e-7 * share],
  ['all the same', () => 12.34],
  ['two values far apart', (share) => (share < 0.1 ? -1e9 : 1e9)],
  ['whole and large', (share) => Math.floor(40_000 + 9000 * share)],
];

describe('quantiles of a sketch', () => {
  for (const [name, at] of DATA) {
    test(`quantiles of data that are ${name} are within the stated error of exact ones`, () => {
      const values = scattered(5000).map(at);
      assertWithinError(values, sketched(inBlocks(values, 256)));
    });
  }

  test('quantiles of any data are within the stated error of exact ones', () => {
    const numbers = fc.oneof(
      fc.double({ min: -1e7, max: 1e7, noNaN: true }),
      fc.double({ min: -1, max: 1, noNaN: true }),
      fc.integer({ min: -20, max: 20 }),
      fc.constant(0),
    );
    fc.assert(
      fc.property(
        fc.array(numbers, { minLength: 1, maxLength: 300 }),
        fc.integer({ min: 1, max: 50 }),
        (list, size) => {
          const values = Float64Array.from(list);
          assertWithinError(values, sketched(inBlocks(values, size)));
        },
      ),
      { numRuns: 300, seed: 1 },
    );
  });

  test('whole people of a small place are counted exactly, and so is nothing at all', () => {
    const people = scattered(4000).map((share) => Math.floor(share * share * 60));
    const { p10, p50, p90 } = quantilesByStep(people, people.length);
    assert.deepEqual(quantilesOfSketch(sketched(inBlocks(people, 128))), { p10, p50, p90 });
    const shortage = scattered(4000).map((share) => (share < 0.6 ? 0 : share * 1e6));
    assert.deepEqual([...quantilesOfSketch(sketched(inBlocks(shortage, 128))).p50], [0]);
  });

  test('of a smooth spread they are ten times closer than the error that is stated', () => {
    const values = scattered(16_384).map((share) => Math.log(share / (1 - share)));
    const sorted = values.toSorted();
    const { p10 } = quantilesOfSketch(sketched(inBlocks(values, 256)));
    const off = Math.abs((p10[0] ?? 0) - quantileOfSorted(sorted, 0.1));
    assert.ok(off < mostSketchError((sorted.at(-1) ?? 0) - (sorted[0] ?? 0)) / 10, String(off));
  });

  test('as many samples as there may be, all alike, are still counted', () => {
    const values = new Float64Array(65_536).fill(7.5);
    assert.deepEqual([...quantilesOfSketch(sketched(inBlocks(values, 256))).p90], [7.5]);
    values[9] = 7.6;
    assertWithinError(values, sketched(inBlocks(values, 256)));
    assert.throws(() => {
      const full = sketched([values]);
      addSketch(full, sketchOf(Float64Array.of(1), 1));
    }, /65536 samples at most/);
  });
});

describe('sketches add up', () => {
  test('to the same bits in any order and in any grouping', () => {
    const numbers = fc.oneof(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.constant(0), fc.integer({ max: 9 }));
    const blocks = fc.array(fc.array(numbers, { minLength: 1, maxLength: 40 }), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(blocks, fc.nat(), (lists, turn) => {
        const parts = lists.map((list) => Float64Array.from(list));
        const turned = parts.map((_, index) => parts[(index + turn) % parts.length] ?? new Float64Array(0));
        const whole = sketchOf(Float64Array.from(lists.flat()), lists.flat().length);
        const forwards = sketched(parts);
        assert.deepEqual(sketched(turned.toReversed()), forwards);
        const half = Math.floor(parts.length / 2);
        const grouped = sketched(parts.slice(0, half));
        addSketch(grouped, sketched(parts.slice(half)));
        assert.deepEqual(grouped, forwards);
        if (whole.counts.length > 0) assert.deepEqual(forwards, whole);
      }),
      { numRuns: 300, seed: 2 },
    );
  });

  test('step by step, where each has a range of its own', () => {
    const values = Float64Array.from(
      { length: 900 },
      (_, cell) => (cell % 3) * 1000 + Math.floor(cell / 3) * (cell % 3),
    );
    const sum = emptySketch(3);
    for (const block of inBlocks(values, 90)) addSketch(sum, sketchOf(block, 30));
    const exact = quantilesByStep(values, 300);
    const { p50 } = quantilesOfSketch(sum);
    p50.forEach((value, step) => assert.ok(Math.abs(value - (exact.p50[step] ?? 0)) <= mostSketchError(600)));
    assert.equal(p50[0], 0);
  });
});
