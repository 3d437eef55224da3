// Tests of the normal distribution against reference values.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { normalCdf, normalQuantile } from './normal.ts';

// Reference values in double precision from SciPy's ndtri and ndtr.
const QUANTILES = [
  [1e-300, -37.0470962993612],
  [1e-20, -9.262340089798409],
  [1e-10, -6.361340902404056],
  [1e-5, -4.264890793922825],
  [0.001, -3.090232306167813],
  [0.025, -1.9599639845400545],
  [0.075, -1.4395314709384563],
  [0.3, -0.5244005127080409],
  [0.5, 0],
  [0.6, 0.2533471031357997],
  [0.9, 1.2815515655446004],
  [0.95, 1.6448536269514722],
  [0.9999, 3.719016485455709],
] as const;
const CHANCES = [
  [-10, 7.61985302416047e-24],
  [-6, 9.865876450376946e-10],
  [-5.5, 1.898956246588768e-8],
  [-3, 0.0013498980316300933],
  [-1.96, 0.024997895148220435],
  [-1, 0.15865525393145707],
  [-0.67, 0.25142889509531013],
  [-0.5, 0.3085375387259869],
  [0, 0.5],
  [0.1, 0.539827837277029],
  [0.7, 0.758036347776927],
  [2, 0.9772498680518208],
  [8, 0.9999999999999993],
] as const;

test('normal quantiles agree with reference values to 1e-14', () => {
  for (const [p, z] of QUANTILES) {
    assert.ok(Math.abs(normalQuantile(p) - z) <= 1e-14 * Math.max(1, Math.abs(z)), `${p}: ${normalQuantile(p)}`);
  }
});

test('normal chances agree with reference values to 1e-14 of their size, in the far tail too', () => {
  for (const [z, chance] of CHANCES) {
    assert.ok(Math.abs(normalCdf(z) - chance) <= 1e-14 * chance, `${z}: ${normalCdf(z)}`);
  }
});

test('the quantile undoes the distribution function', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true }), (p) => {
      assert.ok(Math.abs(normalCdf(normalQuantile(p)) - p) < 1e-14);
    }),
  );
});

test('a chance of 0, of 1 or of no number is refused', () => {
  for (const p of [0, 1, -0.1, Number.NaN]) assert.throws(() => normalQuantile(p), /strictly between/);
});
