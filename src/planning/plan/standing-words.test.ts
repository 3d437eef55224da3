// What one reads while a plan is sought.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { standingInWords } from './standing-words.ts';

test('a search is told by its best plan, its bound and how far they are apart', () => {
  assert.equal(
    standingInWords({ objectiveGbp: 17_136_564_021, boundGbp: 17_083_888_903, relativeGap: 0.00307 }),
    '£17,137m so far, none below £17,084m (0.3% apart)',
  );
});
