// Tests of hiding and rounding, and of what a reader can learn from a published count.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { possibleCounts, publishCount, STRICTEST_RULE, type DisclosureRule } from './index.ts';

const SECONDARY_CARE: DisclosureRule = { ...STRICTEST_RULE, name: 'secondary care', hideTo: 7, countHiddenAs: 4 };

test('one to seven are hidden, none is none, and the others go to the nearest five', () => {
  const published = [0, 1, 7, 8, 12, 13, 57, 58].map((count) => publishCount(SECONDARY_CARE, count));
  assert.deepEqual(
    published.map(({ kind, people }) => (kind === 'hidden' ? '*' : people)),
    [0, '*', '*', 10, 10, 15, 55, 60],
  );
});

test('a half goes up', () => {
  const byTwo = { ...SECONDARY_CARE, hideTo: 2, roundTo: 2, countHiddenAs: 1 };
  assert.equal(publishCount(byTwo, 5).people, 6);
});

test('what is published of a count tells that it is one of a range, whose every member is published alike', () => {
  const rule = fc
    .record({
      hideFrom: fc.integer({ min: 1, max: 3 }),
      width: fc.integer({ min: 0, max: 12 }),
      roundTo: fc.integer({ min: 1, max: 20 }),
    })
    .map(({ hideFrom, width, roundTo }) => {
      return { ...SECONDARY_CARE, hideFrom, hideTo: hideFrom + width, roundTo, countHiddenAs: hideFrom };
    });
  fc.assert(
    fc.property(rule, fc.integer({ min: 0, max: 200 }), (each, count) => {
      const published = publishCount(each, count);
      const { least, greatest } = possibleCounts(each, published);
      assert.ok(least <= count && count <= greatest);
      assert.deepEqual(publishCount(each, least), published);
      assert.deepEqual(publishCount(each, greatest), published);
    }),
  );
});

test('a part of a person is no count', () => {
  assert.throws(() => publishCount(SECONDARY_CARE, 2.5), /2.5 is to be published/);
  assert.throws(() => publishCount(SECONDARY_CARE, -1), /-1 is to be published/);
});
