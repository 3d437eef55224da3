// Total indices against functions whose indices are known in closed form.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sobolPoints } from '#kernel';
import { totalIndices, type TotalIndex } from './jansen.ts';

const SCRAMBLES = 8;

type Case = {
  readonly dimensions: number;
  /** @param point each between 0 and 1 */
  readonly value: (point: Float64Array) => number;
};

function indicesOf({ dimensions, value }: Case, count: number): readonly TotalIndex[] {
  const size = count / SCRAMBLES;
  const base = new Float64Array(count);
  const redrawn = Array.from({ length: dimensions }, () => new Float64Array(count));
  for (let scramble = 0; scramble < SCRAMBLES; scramble++) {
    const points = sobolPoints({ count: size, dimensions: 2 * dimensions, seed: 1, scramble });
    for (let row = 0; row < size; row++) {
      const first = points.slice(row * 2 * dimensions, row * 2 * dimensions + dimensions);
      const sample = scramble * size + row;
      base[sample] = value(first);
      redrawn.forEach((column, factor) => {
        const again = points[row * 2 * dimensions + dimensions + factor] ?? 0;
        column[sample] = value(first.with(factor, again));
      });
    }
  }
  return totalIndices({ base, redrawn }, SCRAMBLES);
}

function assertNear(found: readonly TotalIndex[], exact: readonly number[]): void {
  exact.forEach((share, factor) => {
    const { share: got = Number.NaN, error = Number.NaN } = found[factor] ?? {};
    assert.ok(Math.abs(got - share) < 6 * error + 1e-6, `factor ${factor}: ${got} ± ${error} is not ${share}`);
    assert.ok(error < 0.015, `factor ${factor} has an error of ${error}`);
  });
}

describe('total indices', () => {
  test('of the function of Ishigami and Homma are those of its closed form', () => {
    const inRange = (share: number | undefined): number => Math.PI * (2 * (share ?? 0) - 1);
    const found = indicesOf(
      {
        dimensions: 3,
        value: (point) => {
          const [x, y, z] = [inRange(point[0]), inRange(point[1]), inRange(point[2])];
          return Math.sin(x) + 7 * Math.sin(y) * Math.sin(y) + 0.1 * z * z * z * z * Math.sin(x);
        },
      },
      4096,
    );
    const fourth = Math.PI * Math.PI * Math.PI * Math.PI;
    const alone = 0.5 * (1 + (0.1 * fourth) / 5) * (1 + (0.1 * fourth) / 5);
    const together = (8 * 0.01 * fourth * fourth) / 225;
    const variance = alone + 49 / 8 + together;
    assertNear(found, [(alone + together) / variance, 49 / 8 / variance, together / variance]);
  });

  test('of the g-function of Sobol are those of its closed form', () => {
    const weights = [0, 1, 4.5, 9, 99, 99, 99, 99];
    const value = (point: Float64Array): number =>
      weights.reduce((product, weight, factor) => {
        return (product * (Math.abs(4 * (point[factor] ?? 0) - 2) + weight)) / (1 + weight);
      }, 1);
    const parts = weights.map((weight) => 1 / (3 * (1 + weight) * (1 + weight)));
    const whole = parts.reduce((product, part) => product * (1 + part), 1);
    const exact = parts.map((part) => (part * whole) / (1 + part) / (whole - 1));
    assertNear(indicesOf({ dimensions: 8, value }, 8192), exact);
  });

  test('of a sum are the shares of its terms, and add up to 1', () => {
    const found = indicesOf({ dimensions: 3, value: (point) => (point[0] ?? 0) + 2 * (point[1] ?? 0) }, 1024);
    assertNear(found, [0.2, 0.8, 0]);
  });

  test('have errors that say how far off they are: four in five exact values lie within two of them', () => {
    const value = (point: Float64Array): number =>
      (point[0] ?? 0) * (point[1] ?? 0) * (point[2] ?? 0) * (point[3] ?? 0);
    const part = 1 / 3;
    const whole = (1 + part) * (1 + part) * (1 + part) * (1 + part);
    const exact = (part * whole) / (1 + part) / (whole - 1);
    const found = [64, 128, 256, 512, 1024].flatMap((count) => indicesOf({ dimensions: 4, value }, count));
    const within = found.filter(({ share, error }) => Math.abs(share - exact) < 2 * error).length;
    assert.ok(within >= 0.8 * found.length, `${within} of ${found.length}`);
  });
});

test('a figure that never varies has no shares', () => {
  const nothing = new Float64Array(16).fill(3);
  assert.deepEqual(totalIndices({ base: nothing, redrawn: [nothing] }, 8), [{ share: 0, error: 0 }]);
});
