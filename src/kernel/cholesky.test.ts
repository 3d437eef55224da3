// The factor against the matrix that it is the root of.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { choleskyFactor } from './cholesky.ts';

test('the factor times itself is the matrix, whatever numbers it was made from', () => {
  const roots = fc
    .integer({ min: 1, max: 6 })
    .chain((size) =>
      fc.tuple(
        fc.constant(size),
        fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: size * size, maxLength: size * size }),
      ),
    );
  fc.assert(
    fc.property(roots, ([size, root]) => {
      // A whole number on the diagonal keeps pivots off nothing, where a factor has no digits left.
      const matrix = product(Float64Array.from(root), size).map(
        (value, cell) => value + (cell % (size + 1) === 0 ? 1 : 0),
      );
      const factor = choleskyFactor(matrix, size);
      assert.ok(factor !== null);
      product(factor, size).forEach((value, cell) => assert.ok(Math.abs(value - (matrix[cell] ?? 0)) < 1e-9));
    }),
    { numRuns: 200, seed: 1 },
  );
});

test('numbers that always go together have a factor', () => {
  assert.deepEqual([...(choleskyFactor(Float64Array.of(1, 1, 1, 1), 2) ?? [])], [1, 0, 1, 0]);
});

test('three numbers each of which goes against the other two have none', () => {
  assert.equal(choleskyFactor(Float64Array.of(1, -0.9, -0.9, -0.9, 1, -0.9, -0.9, -0.9, 1), 3), null);
  assert.equal(choleskyFactor(Float64Array.of(1, 1, 0.2, 1, 1, 0.5, 0.2, 0.5, 1), 3), null);
});

function product(root: Float64Array, size: number): Float64Array {
  return Float64Array.from({ length: size * size }, (_, cell) => {
    const row = Math.floor(cell / size);
    let sum = 0;
    for (let each = 0; each < size; each++) {
      sum += (root[row * size + each] ?? 0) * (root[(cell % size) * size + each] ?? 0);
    }
    return sum;
  });
}
