// Tests of months as numbers and in words.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { financialYearInWords, formatMonth, monthInWords, parseMonth, shortMonthInWords } from '#kernel';

test('a month comes back from its text, and what is none is refused', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1200, max: 2399 }), (month) => {
      assert.equal(parseMonth(formatMonth(month)), month);
    }),
  );
  for (const text of ['2026-13', '2026-00', '26-04', '2026-4', '2200-01']) assert.equal(parseMonth(text), null);
});

test('months and financial years read as one says them', () => {
  assert.equal(monthInWords(309), 'October 2025');
  assert.equal(shortMonthInWords(-1), 'Dec 1999');
  assert.equal(financialYearInWords(2026), '2026/27');
  assert.equal(financialYearInWords(2099), '2099/00');
});
