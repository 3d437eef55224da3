// Tests of quantiles against known ones and for their laws.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { quantileOfSorted, sortAscending } from './quantile.ts';

test('quantiles of type 7 agree with those that R gives', () => {
  const sorted = Float64Array.of(1, 2, 4, 7, 11);
  assert.equal(quantileOfSorted(sorted, 0), 1);
  assert.equal(quantileOfSorted(sorted, 0.1), 1.4);
  assert.equal(quantileOfSorted(sorted, 0.25), 2);
  assert.equal(quantileOfSorted(sorted, 0.5), 4);
  assert.ok(Math.abs(quantileOfSorted(sorted, 0.9) - 9.4) < 1e-12);
  assert.equal(quantileOfSorted(sorted, 1), 11);
  assert.equal(quantileOfSorted(Float64Array.of(3), 0.9), 3);
});

test('a quantile never falls as its share rises, and stays between the lowest and the highest', () => {
  const numbers = fc.float64Array({ minLength: 1, maxLength: 30, noNaN: true, min: -1e9, max: 1e9 });
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(numbers, share, share, (values, one, other) => {
      const sorted = sortAscending(values);
      const low = quantileOfSorted(sorted, Math.min(one, other));
      const high = quantileOfSorted(sorted, Math.max(one, other));
      assert.ok(low <= high + 1e-6 && low >= (sorted[0] ?? 0) && high <= (sorted.at(-1) ?? 0) + 1e-6);
    }),
  );
});

test('an empty list, a share outside 0 to 1 and a NaN are refused', () => {
  assert.throws(() => quantileOfSorted(new Float64Array(0), 0.5), /at least one/);
  assert.throws(() => quantileOfSorted(Float64Array.of(1), 1.1), /from 0 to 1/);
  assert.throws(() => sortAscending(Float64Array.of(1, Number.NaN, 0)), /NaN/);
});
