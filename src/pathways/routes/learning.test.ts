// Holds learning to its laws: nothing for what one holds, and never less by a way round.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { gapsBetween, type LevelNeed, NO_CREDIT, wholeHours } from '../index.ts';
import { learning, needs } from './role-levels.test-support.ts';

describe('learning', () => {
  const hours = (held: readonly LevelNeed[], asked: readonly LevelNeed[]) =>
    gapsBetween({ held, needs: asked }, NO_CREDIT, learning).reduce((sum, gap) => sum + gap.hours, 0);

  test('who holds what is asked learns nothing, and who holds nothing learns it all', () => {
    fc.assert(
      fc.property(needs, (list) => {
        assert.equal(hours(list, list), 0);
        assert.equal(hours([], list), wholeHours(list, learning));
      }),
    );
  });

  test('without a crosswalk, the way there less the way back is what the two differ in from nothing', () => {
    fc.assert(
      fc.property(needs, needs, (one, other) => {
        const there = hours(one, other) - hours(other, one);
        assert.ok(Math.abs(there - (wholeHours(other, learning) - wholeHours(one, learning))) < 1e-9);
      }),
    );
  });

  test('a way by a third role never takes less learning than the straight one', () => {
    fc.assert(
      fc.property(needs, needs, needs, (one, middle, other) => {
        assert.ok(hours(one, other) <= hours(one, middle) + hours(middle, other) + 1e-9);
      }),
    );
  });

  test('a related skill shortens the way by its credit and is named as the help', () => {
    const credit = new Map([['g/x', new Map([['f/s0', 0.5]])]]);
    const [gap] = gapsBetween(
      { held: [{ skill: 'g/x', level: 'practitioner' }], needs: [{ skill: 'f/s0', level: 'practitioner' }] },
      credit,
      learning,
    );
    assert.deepEqual(gap, { skill: 'f/s0', from: null, to: 'practitioner', hours: 105, helpedBy: 'g/x' });
  });
});
