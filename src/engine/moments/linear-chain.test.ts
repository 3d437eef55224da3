// Tests of the moments of a chain against hand-worked ones, and for what must hold of any.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { chainMoments, stationaryShares } from '#engine';

test('one step of a binomial chain has its mean and variance', () => {
  const chain = { states: 1, moving: Float64Array.of(0.8), opening: Float64Array.of(50), joiners: Float64Array.of(3) };
  const { mean, covariance } = chainMoments(chain, 1);
  assert.ok(Math.abs((mean[0] ?? 0) - 43) < 1e-12);
  assert.ok(Math.abs((covariance[0] ?? 0) - (50 * 0.8 * 0.2 + 3)) < 1e-12);
});

test('a chain without steps is its opening, for sure', () => {
  const chain = {
    states: 2,
    moving: Float64Array.of(0.5, 0.5, 0, 1),
    opening: Float64Array.of(7, 2),
    joiners: new Float64Array(2),
  };
  const { mean, covariance } = chainMoments(chain, 0);
  assert.deepEqual([...mean], [7, 2]);
  assert.deepEqual([...covariance], [0, 0, 0, 0]);
});

test('where nobody leaves or joins, the number of people is certain', () => {
  const weights = fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 9, maxLength: 9 });
  const people = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(weights, people, fc.integer({ min: 0, max: 30 }), (raw, opening, steps) => {
      const moving = Float64Array.from(raw, (weight, cell) => {
        const row = Math.floor(cell / 3) * 3;
        return weight / raw.slice(row, row + 3).reduce((sum, each) => sum + each, 0);
      });
      const chain = { states: 3, moving, opening: Float64Array.from(opening), joiners: new Float64Array(3) };
      const { mean, covariance } = chainMoments(chain, steps);
      const total = opening.reduce((sum, each) => sum + each, 0);
      assert.ok(Math.abs(mean.reduce((sum, each) => sum + each, 0) - total) < 1e-9);
      assert.ok(Math.abs(covariance.reduce((sum, each) => sum + each, 0)) < 1e-9);
      for (let state = 0; state < 3; state++) assert.ok((covariance[state * 4] ?? -1) >= -1e-12);
    }),
  );
});

test('stationary shares stay as they are after a step, in a chain that swings too', () => {
  const swinging = Float64Array.of(0, 1, 1, 0);
  assert.deepEqual([...stationaryShares(swinging, 2)], [0.5, 0.5]);
  const shares = stationaryShares(Float64Array.of(0.9, 0.1, 0.4, 0.6), 2);
  assert.ok(Math.abs((shares[0] ?? 0) - 0.8) < 1e-14 && Math.abs((shares[1] ?? 0) - 0.2) < 1e-14);
});

test('chances out of a state that come to more than 1 are refused', () => {
  const chain = { states: 1, moving: Float64Array.of(1.1), opening: Float64Array.of(1), joiners: new Float64Array(1) };
  assert.throws(() => chainMoments(chain, 1), /state 0/);
});
