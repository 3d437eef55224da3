// Tests of the words for values and ranges.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { amountInWords, describeRange, describeValue } from '#workforce';
import { assumption } from './sample-system.test-support.ts';

test('numbers are said with their units', () => {
  assert.equal(amountInWords(0.12, 'share/year'), '12% a year');
  assert.equal(amountInWords(0.605, 'share'), '60.5%');
  assert.equal(amountInWords(34000, 'GBP/year'), '£34,000 a year');
  assert.equal(amountInWords(-1500, 'GBP/start'), '−£1,500 a start');
  assert.equal(amountInWords(0.9, 'factor'), '× 0.9');
  assert.equal(amountInWords(5, 'FTE/1000 people'), '5 FTE per 1000 people');
  assert.equal(amountInWords(4, 'people/year'), '4 people a year');
  assert.equal(amountInWords(1, 'people/year'), '1 person a year');
});

test('steps and short tables are listed, long ones told by their span', () => {
  const steps = [
    { from: 309, value: 0.9 },
    { from: 327, value: 1 },
  ];
  assert.equal(
    describeValue(assumption('a', { value: { kind: 'dated', steps } })),
    '× 0.9 from 2025-10, × 1 from 2027-04',
  );
  const cells = ['5', '6', '7', '8a', '*'].map((band, index) => ({ at: [band], value: 30_000 + 1000 * index }));
  const pay = { unit: 'GBP/year' } as const;
  assert.equal(
    describeValue(assumption('a', { ...pay, value: { kind: 'table', axes: ['band'], cells: cells.slice(3) } })),
    '8a: £33,000 a year; all others: £34,000 a year',
  );
  assert.equal(
    describeValue(assumption('a', { ...pay, value: { kind: 'table', axes: ['band'], cells } })),
    '£30,000 a year to £34,000 a year, by band',
  );
});

test('a range is told as what it is: of the value, or of one factor on all values', () => {
  const triangular = { kind: 'triangular', low: 0.04, mode: 0.07, high: 0.1 } as const;
  const value = { kind: 'scalar', value: 0.07 } as const;
  assert.equal(
    describeRange(assumption('a', { unit: 'share', value, spread: triangular })),
    '4% to 10%, most likely 7%',
  );
  const dated = { kind: 'dated', steps: [{ from: 309, value: 0.1 }] } as const;
  assert.equal(
    describeRange(
      assumption('a', { unit: 'share/year', value: dated, spread: { kind: 'lognormal', p10: 0.8, p90: 1.25 } }),
    ),
    '× 0.8 to × 1.25 (8 in 10), one factor on all values',
  );
  assert.equal(describeRange(assumption('a')), 'taken as certain');
});
