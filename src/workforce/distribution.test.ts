// Tests of the quantiles of each kind of distribution.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { quantileOfDistribution } from '#workforce';
import type { Distribution } from '#workforce';

test('each kind of distribution gives the quantiles that follow from its definition', () => {
  const near = (distribution: Distribution, p: number, expected: number): void =>
    assert.ok(Math.abs(quantileOfDistribution(distribution, p) - expected) < 1e-12, `${distribution.kind} at ${p}`);
  near({ kind: 'uniform', low: 2, high: 6 }, 0.25, 3);
  // Of the triangle 0–1–4 a quarter lies below the mode; an eighth below √(1/2).
  near({ kind: 'triangular', low: 0, mode: 1, high: 4 }, 0.25, 1);
  near({ kind: 'triangular', low: 0, mode: 1, high: 4 }, 0.125, Math.sqrt(0.5));
  near({ kind: 'triangular', low: 0, mode: 0, high: 1 }, 0.75, 0.5);
  near({ kind: 'normal', mean: 10, sd: 2, low: null, high: null }, 0.975, 10 + 2 * 1.959963984540054);
  // Cut at its mean, the upper half's median is the three-quarter point of the whole.
  near({ kind: 'normal', mean: 0, sd: 1, low: 0, high: null }, 0.5, 0.6744897501960817);
  near({ kind: 'lognormal', p10: 0.8, p90: 1.25 }, 0.1, 0.8);
  near({ kind: 'lognormal', p10: 0.8, p90: 1.25 }, 0.5, 1);
  near({ kind: 'lognormal', p10: 0.8, p90: 1.25 }, 0.9, 1.25);
});

test('a quantile rises with its chance and stays inside the bounds', () => {
  const chance = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });
  const bounded: readonly Distribution[] = [
    { kind: 'uniform', low: -1, high: 3 },
    { kind: 'triangular', low: -1, mode: 3, high: 3 },
    { kind: 'normal', mean: 1, sd: 0.5, low: -1, high: 3 },
    { kind: 'normal', mean: 9, sd: 0.1, low: -1, high: 3 },
  ];
  fc.assert(
    fc.property(fc.constantFrom(...bounded), chance, chance, (distribution, one, other) => {
      const low = quantileOfDistribution(distribution, Math.min(one, other));
      const high = quantileOfDistribution(distribution, Math.max(one, other));
      assert.ok(low >= -1 && high <= 3 && low <= high, `${distribution.kind}: ${low} to ${high}`);
    }),
  );
});

test('a chance of 0 or of 1 is refused', () => {
  for (const p of [0, 1]) assert.throws(() => quantileOfDistribution({ kind: 'uniform', low: 0, high: 1 }, p));
});
