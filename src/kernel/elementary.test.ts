// exp, log and their kin against what must hold of them, and against published digits.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { exp, expm1, log, log1p, sineOfSmall } from './elementary.ts';

/** Half a dozen units in the last place. */
function isNear(got: number, expected: number): boolean {
  return got === expected || Math.abs(got - expected) <= 1.4e-15 * Math.abs(expected);
}

describe('elementary functions', () => {
  test('have the published digits', () => {
    for (const [got, digits] of [
      [exp(1), Math.E],
      [exp(-10), 4.539992976248485e-5],
      [exp(0.1), 1.1051709180756477],
      [log(2), Math.LN2],
      [log(10), Math.LN10],
      [log(0.1), -Math.LN10],
      [log1p(1e-10), 9.9999999995e-11],
      [log1p(0.5), 0.4054651081081644],
      [expm1(1e-10), 1.00000000005e-10],
      [expm1(-0.5), -0.3934693402873666],
      [sineOfSmall(0.5), 0.479425538604203],
    ] as const) {
      assert.ok(isNear(got, digits), `${got} is not ${digits}`);
    }
  });

  test('agree with those of the machine to a few units in the last place', () => {
    const wide = fc.double({ min: -800, max: 800, noNaN: true });
    fc.assert(
      fc.property(wide, (x) => {
        assert.ok(isNear(exp(x), Math.exp(x)), `exp of ${x}`);
        assert.ok(isNear(expm1(x), Math.expm1(x)), `expm1 of ${x}`);
        assert.ok(isNear(expm1(x / 1000), Math.expm1(x / 1000)), `expm1 of ${x / 1000}`);
      }),
      { numRuns: 3000, seed: 1 },
    );
    fc.assert(
      fc.property(
        fc.double({ min: 5e-324, max: 1e308, noNaN: true }),
        fc.double({ min: -1, max: 3, noNaN: true }),
        (x, y) => {
          assert.ok(isNear(log(x), Math.log(x)), `log of ${x}`);
          assert.ok(isNear(log1p(y), Math.log1p(y)), `log1p of ${y}`);
          assert.ok(isNear(log1p(y * 1e-8), Math.log1p(y * 1e-8)), `log1p of ${y * 1e-8}`);
        },
      ),
      { numRuns: 3000, seed: 2 },
    );
  });

  test('have the right limits', () => {
    for (const [got, expected] of [
      [exp(Number.NEGATIVE_INFINITY), 0],
      [exp(Number.POSITIVE_INFINITY), Number.POSITIVE_INFINITY],
      [exp(710), Number.POSITIVE_INFINITY],
      [exp(-746), 0],
      [expm1(Number.NEGATIVE_INFINITY), -1],
      [expm1(710), Number.POSITIVE_INFINITY],
      [log(0), Number.NEGATIVE_INFINITY],
      [log(1), 0],
      [log(-1), Number.NaN],
      [log(Number.POSITIVE_INFINITY), Number.POSITIVE_INFINITY],
      [log1p(-1), Number.NEGATIVE_INFINITY],
      [log1p(-2), Number.NaN],
      [log1p(Number.POSITIVE_INFINITY), Number.POSITIVE_INFINITY],
      [exp(Number.NaN), Number.NaN],
    ] as const) {
      assert.ok(Object.is(got, expected), `${got} is not ${expected}`);
    }
  });
});
