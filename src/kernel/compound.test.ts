// Tests of what compounds month by month.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { monthlyChance, monthlySurvival, remaining, yearlyShare } from './compound.ts';

const share = fc.double({ min: 0, max: 0.99, noNaN: true });

test('twelve months at the monthly chance lose the yearly share', () => {
  fc.assert(
    fc.property(share, (perYear) => {
      let left = 1;
      for (let month = 0; month < 12; month++) left *= 1 - monthlyChance(perYear);
      assert.ok(Math.abs(1 - left - perYear) < 1e-14);
      assert.ok(Math.abs(yearlyShare(monthlyChance(perYear)) - perYear) < 1e-13);
      assert.ok(Math.abs(remaining(perYear, 24) - (1 - perYear) * (1 - perYear)) < 1e-14);
    }),
  );
});

test('a cohort that survives each month ends with its completion share', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.01, max: 1, noNaN: true }),
      fc.integer({ min: 1, max: 60 }),
      (completion, months) => {
        let left = 1;
        for (let month = 0; month < months; month++) left *= monthlySurvival(completion, months);
        assert.ok(Math.abs(left - completion) < 1e-13);
      },
    ),
  );
});

test('nobody leaves at a share of 0, everybody at a share of 1, and no month loses nobody', () => {
  assert.equal(monthlyChance(0), 0);
  assert.equal(monthlyChance(1), 1);
  assert.equal(remaining(1, 0), 1);
  assert.equal(remaining(1, 5), 0);
  assert.equal(monthlySurvival(0, 0), 1);
  assert.equal(monthlySurvival(0, 3), 0);
});
