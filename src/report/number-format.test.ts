// Holds how figures are written: signs, thousands, rounding and words.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  formatChance,
  formatCount,
  formatGap,
  formatGbp,
  formatGbpMillions,
  formatMonthName,
  formatShare,
  formatShortMonth,
  formatShortGap,
  shortageInWords,
  withMonthNames,
} from './number-format.ts';

describe('numbers for readers', () => {
  test('a count is whole from 100 upwards and has one decimal below', () => {
    assert.deepEqual([1_234_567.4, 100, 99.94, 12.345, 0].map(formatCount), ['1,234,567', '100', '99.9', '12.3', '0']);
  });

  test('a gap shows its sign, a true minus where people are missing', () => {
    assert.deepEqual([-2_310.6, 12, 0, -0.04, 0.04].map(formatGap), ['−2,311', '+12.0', '0', '0', '0']);
    assert.deepEqual([-12.6, 12.4, -0.4, -6_192].map(formatShortGap), ['−13', '+12', '0', '−6.2k']);
  });

  test('pounds are told in the unit that fits their size', () => {
    const told = [95, 12_345, 999_999, 34_500_000, 311_250_000, 1_230_000_000].map(formatGbp);
    assert.deepEqual(told, ['£95', '£12k', '£1.0m', '£34.5m', '£311.3m', '£1.23bn']);
    assert.deepEqual([0, 12_345, 2_500_000, 311_250_000].map(formatGbpMillions), ['0', '0.01', '2.5', '311']);
  });

  test('a chance is never rounded to certainty or to impossibility', () => {
    assert.deepEqual([0, 0.001, 0.43, 0.999, 1].map(formatChance), ['<1%', '<1%', '43%', '>99%', '>99%']);
    assert.equal(formatShare(1.0412), '104%');
  });

  test('less than half a post is no shortage', () => {
    assert.equal(shortageInWords(0.49), 'not short');
    assert.equal(shortageInWords(2_310), '2,310 FTE short');
  });

  test('months and financial years are named as people name them', () => {
    assert.equal(formatMonthName('2030-10'), 'October 2030');
    assert.equal(formatShortMonth('2026-01'), 'Jan 2026');
  });

  test('a month within a text is named, and what only looks like one stays', () => {
    assert.equal(withMonthNames('from 2025-10, then 2027-04: more'), 'from October 2025, then April 2027: more');
    for (const text of ['2025-10-01', 'DCB-2025-10', '2025-13', '2.0.0']) assert.equal(withMonthNames(text), text);
  });

  test('a count read back from its text is within its rounding of the value', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e7, max: 1e7, noNaN: true }), (value) => {
        const read = Number(formatCount(value).replaceAll(',', '').replace('−', '-'));
        return Math.abs(read - value) <= (Math.abs(value) >= 99.95 ? 0.5 : 0.0501);
      }),
    );
  });
});
