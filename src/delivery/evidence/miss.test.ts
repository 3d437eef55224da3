// A miss is taken apart without remainder, and each part has the sign of what it does to the gap.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { MISS_PARTS, missOf, type MonthCount } from '#delivery';

const people = fc.double({ min: 0, max: 5_000_000, noNaN: true });

function anyCount(): fc.Arbitrary<MonthCount> {
  return fc.record({
    opening: people,
    closing: people,
    joiners: people,
    leavers: people,
    completers: people,
    demand: people,
  });
}

test('the parts of a miss add up to it exactly, whatever was forecast and counted', () => {
  const months = fc.array(fc.record({ forecast: anyCount(), actual: anyCount() }), { minLength: 1, maxLength: 24 });
  fc.assert(
    fc.property(months, (all) => {
      const { gap, parts } = missOf(all);
      assert.equal(
        MISS_PARTS.reduce((sum, part) => sum + parts[part], 0),
        gap,
      );
      assert.equal(
        [...MISS_PARTS].reverse().reduce((sum, part) => sum + parts[part], 0),
        gap,
      );
    }),
    { numRuns: 500, seed: 3 },
  );
});

test('two more leavers than forecast make the gap worse by two, and one more joiner better by one', () => {
  const forecast = { opening: 50, closing: 50, joiners: 3, leavers: 3, completers: 0, demand: 60 };
  const actual = { ...forecast, leavers: 5, joiners: 4, closing: 49 };
  const { gap, parts } = missOf([{ forecast, actual }]);
  assert.equal(gap, -1);
  assert.deepEqual(parts, { stock: 0, leavers: -2, joiners: 1, channel: 0, reclassification: 0, demand: 0 });
});
