// Classes of many people have a list for each year of age: it grows older together, and keeps everybody and their FTE.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { addPerson, assertWhole, makeCrowd, type Crowd } from './crowd.ts';
import { crowdRates, type CrowdSpace } from './crowd-rates.ts';
import { makeLadder } from './ladder.ts';
import { changeRates, growCrowdOlder, seatWaiting } from './seat-crowd.ts';
import { simulateCohorts } from './simulate-cohorts.ts';

const space: CrowdSpace = {
  rowCount: 2,
  classOfRow: Int32Array.of(0, 1),
  classCount: 2,
  ageCount: 4,
  groupCount: 2,
  groupOfAge: Int32Array.of(0, 0, 1, 1),
  firstOut: Int32Array.of(0, 0, 0),
  edgesOut: new Int32Array(0),
  edgeTo: new Int32Array(0),
};
/** Many people in the first row, few in the second; shape [row][age]. */
const OPENING = Int32Array.of(100, 90, 80, 70, 9, 7, 5, 3);
const FTE = [0.5, 0.75, 1, 0.25] as const;

describe('lists of one class and age', () => {
  test('are had by many people and not by few', () => {
    const { crowd } = seated();
    assert.ok(crowd.ownLists.subarray(0, 4).every((list) => list >= 0));
    assert.ok(crowd.ownLists.subarray(4).every((list) => list < 0));
  });

  test('keep everybody and the FTE of their age at every birthday, and under new rates', () => {
    const { crowd, rates } = seated();
    const people = Array.from(OPENING);
    for (let year = 1; year <= 5; year++) {
      growCrowdOlder(crowd, rates);
      if (year === 2) changeRates(crowd, rates);
      for (const row of [0, 4]) people.splice(row, 4, 0, ...olderBy(people.slice(row, row + 4)));
      assertWhole(crowd, year * 12);
      for (const row of [0, 1]) {
        const fte = [0, 1, 2, 3].reduce(
          (sum, age) => sum + (people[row * 4 + age] ?? 0) * (FTE[row * 2 + (age < 2 ? 0 : 1)] ?? 0),
          0,
        );
        assert.equal(crowd.fte[row], fte);
      }
    }
  });

  test('let those go whose age alone does, each in the month after the birthday that brings it', () => {
    // Nobody leaves but in the last year of age, and then at once.
    const people = simulateCohorts(
      {
        space: { ...space, groupCount: 4, groupOfAge: Int32Array.of(0, 1, 2, 3) },
        steps: 40,
        opening: OPENING,
        chances: { leave: Float64Array.of(0, 0, 0, 1, 0, 0, 0, 1), flow: new Float64Array(0) },
        joiners: new Float64Array(8),
      },
      { seed: 1, draws: 2 },
    );
    for (const draw of [0, 1]) {
      const at = (step: number): readonly number[] => [
        ...people.subarray((draw * 41 + step) * 2, (draw * 41 + step) * 2 + 2),
      ];
      assert.deepEqual(at(0), [340, 24]);
      assert.deepEqual(
        [at(1), at(12)],
        [
          [270, 21],
          [270, 21],
        ],
      );
      assert.deepEqual(
        [at(13), at(24)],
        [
          [190, 16],
          [190, 16],
        ],
      );
      assert.deepEqual(
        [at(25), at(36)],
        [
          [100, 9],
          [100, 9],
        ],
      );
      assert.deepEqual(at(37), [0, 0]);
    }
  });
});

function seated(): { readonly crowd: Crowd; readonly rates: ReturnType<typeof crowdRates> } {
  const ladder = makeLadder();
  const ftePerHead = Float64Array.from(FTE);
  const crowd = makeCrowd(space, { ladder, ftePerHead, steps: 120, opening: OPENING });
  const chances = { leave: Float64Array.of(0.01, 0.02, 0.01, 0.02), flow: new Float64Array(0) };
  const rates = crowdRates(space, ladder, { chances, ftePerHead });
  OPENING.forEach((people, cell) => {
    for (let left = people; left > 0; left--) addPerson(crowd, Math.floor(cell / 4), cell % 4);
  });
  seatWaiting(crowd, rates);
  return { crowd, rates };
}

/** All ages but the first after a birthday; the last is open. */
function olderBy(ages: readonly number[]): readonly number[] {
  const [first = 0, second = 0, third = 0, last = 0] = ages;
  return [first, second, third + last];
}
