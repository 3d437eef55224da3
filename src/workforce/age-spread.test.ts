// Tests that spreading over ages keeps every total and never goes below 0.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { largestRemainder, spreadByAge, spreadPhase, spreadWholeByAge } from '#workforce';
import type { AgeSpan } from '#workforce';

const GROUPS = [
  { fromAge: 18, toAge: 24 },
  { fromAge: 25, toAge: 34 },
  { fromAge: 35, toAge: 54 },
  { fromAge: 55, toAge: 70 },
];

function totalsOf(groups: readonly AgeSpan[], people: ArrayLike<number>): readonly number[] {
  const youngest = groups[0]?.fromAge ?? 0;
  return groups.map(({ fromAge, toAge }) => {
    let total = 0;
    for (let age = fromAge; age <= toAge; age++) total += people[age - youngest] ?? Number.NaN;
    return total;
  });
}

const counts = fc.array(fc.integer({ min: 0, max: 30_000 }), { minLength: 4, maxLength: 4 });

test('every group keeps its total and no year falls below 0', () => {
  fc.assert(
    fc.property(counts, (people) => {
      const years = spreadByAge(GROUPS, people);
      assert.equal(years.length, 53);
      assert.ok(years.every((count) => count >= 0));
      totalsOf(GROUPS, years).forEach((total, group) => assert.ok(Math.abs(total - (people[group] ?? 0)) < 1e-9));
    }),
  );
});

test('whole people keep every total exactly and stay within one of the smooth spread', () => {
  fc.assert(
    fc.property(counts, fc.double({ min: 0.001, max: 0.999, noNaN: true }), (people, phase) => {
      const whole = spreadWholeByAge(GROUPS, people, phase);
      const smooth = spreadByAge(GROUPS, people);
      assert.deepEqual(totalsOf(GROUPS, whole), people);
      whole.forEach((count, year) => assert.ok(count >= 0 && Math.abs(count - (smooth[year] ?? 0)) < 1 + 1e-6));
    }),
  );
});

test('many rows of one person each add up to the smooth spread', () => {
  const rows = 8000;
  const smooth = spreadByAge(GROUPS, [0, 1, 1, 0]);
  const sum = new Float64Array(smooth.length);
  for (let row = 0; row < rows; row++) {
    const whole = spreadWholeByAge(GROUPS, [0, 1, 1, 0], spreadPhase('MILL', `role-${row}`, '5'));
    whole.forEach((people, year) => (sum[year] = (sum[year] ?? 0) + people));
  }
  for (const [year, people] of sum.entries()) {
    const share = smooth[year] ?? 0;
    // Four standard errors of a share of so many rows.
    assert.ok(Math.abs(people / rows - share) <= 4 * Math.sqrt((share * (1 - share)) / rows), `year ${year}`);
  }
});

test('an even workforce stays even', () => {
  for (const people of spreadByAge(GROUPS, [70, 100, 200, 160])) assert.ok(Math.abs(people - 10) < 1e-9);
});

test('the step between two groups becomes a slope', () => {
  const years = spreadByAge(GROUPS, [70, 200, 200, 160]);
  // Spread evenly, the step from age 24 to 25 would be 10 people.
  assert.ok((years[25 - 18] ?? 0) - (years[24 - 18] ?? 0) < 2.5);
  assert.ok((years[30 - 18] ?? 0) > 20);
});

test('age groups that leave a gap, and counts below 0, are refused', () => {
  const gap = [
    { fromAge: 18, toAge: 24 },
    { fromAge: 26, toAge: 30 },
  ];
  assert.throws(() => spreadByAge(gap, [1, 1]), /26–30 does not follow on/);
  assert.throws(() => spreadByAge(GROUPS, [1, -1, 0, 0]), /25–34 has a count of -1/);
});

test('shares in whole numbers add up to their total, and differ from the exact ones by less than one', () => {
  const weights = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 50 });
  fc.assert(
    fc.property(weights, fc.integer({ min: 0, max: 1_000_000 }), (shares, total) => {
      const parts = largestRemainder(shares, total);
      const sum = shares.reduce((running, share) => running + share, 0);
      assert.equal(
        parts.reduce((running, part) => running + part, 0),
        total,
      );
      if (sum > 0)
        parts.forEach((part, item) => assert.ok(Math.abs(part - ((shares[item] ?? 0) / sum) * total) < 1 + 1e-6));
    }),
  );
  assert.deepEqual([...largestRemainder([1, 1, 1], 5)], [2, 2, 1]);
  assert.deepEqual([...largestRemainder([0, 0], 3)], [2, 1]);
});
