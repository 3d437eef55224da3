// A crowd: whole people in rows and ages, listed by rung, with the people and FTE of each row kept in step.
import { assert } from '#kernel';
import { SEAT_SHIFT, type CrowdRates, type CrowdSpace } from './crowd-rates.ts';
import type { Ladder } from './ladder.ts';

export type Crowd = {
  readonly space: CrowdSpace;
  readonly ladder: Ladder;
  /** FTE per head, shape [row][group]; empty where nobody asks for FTE. */
  readonly ftePerHead: Float64Array;
  /** People by rung, and how many there are of them. */
  readonly lists: Int32Array[];
  readonly sizes: Int32Array;
  /** Those who change rungs this month; nobody may have two events in one. */
  waiting: Int32Array;
  waitingCount: number;
  /** People and FTE by row, kept in step with every event. */
  readonly headcount: Int32Array;
  readonly fte: Float64Array;
  birthdays: number;
};

/** A person is one number: the row, the age as if at the run's first month, and the birthday that brings other rates. */
export const ROW_SHIFT = 16;
export const BORN_SHIFT = 8;
export const BYTE = 0xff;
/** Added to the age at the first month, so that those who are born into it later are not below 0; more than the 50 years
 *  that a run may last. */
export const MOST_BIRTHDAYS = 60;

export function makeCrowd(space: CrowdSpace, ladder: Ladder, ftePerHead: Float64Array): Crowd {
  assert(space.ageCount + MOST_BIRTHDAYS <= BYTE, 'an age and the birthdays of a run fit in a byte.');
  assert(space.rowCount < 1 << 15, 'a row fits in the upper half of a word.');
  return {
    space,
    ladder,
    ftePerHead,
    lists: Array.from(ladder.bounds, () => new Int32Array(64)),
    sizes: new Int32Array(ladder.bounds.length),
    waiting: new Int32Array(64),
    waitingCount: 0,
    headcount: new Int32Array(space.rowCount),
    fte: new Float64Array(space.rowCount),
    birthdays: 0,
  };
}

/** Nobody, at the first month: ready for another draw. */
export function emptyCrowd(crowd: Crowd): void {
  crowd.sizes.fill(0);
  crowd.headcount.fill(0);
  crowd.fte.fill(0);
  crowd.birthdays = 0;
}

/** Makes one crowd stand as another does. */
export function copyCrowd(from: Crowd, into: Crowd): void {
  from.lists.forEach((list, rung) => {
    const people = list.subarray(0, from.sizes[rung] ?? 0);
    while ((into.lists[rung]?.length ?? 0) < people.length) into.lists[rung] = grown(into.lists[rung] ?? list);
    into.lists[rung]?.set(people);
  });
  into.sizes.set(from.sizes);
  into.headcount.set(from.headcount);
  into.fte.set(from.fte);
  into.birthdays = from.birthdays;
}

/** Adds one person, who waits to be seated. @param row and age where they are now */
export function addPerson(crowd: Crowd, row: number, age: number): void {
  crowd.headcount[row] = (crowd.headcount[row] ?? 0) + 1;
  if (crowd.ftePerHead.length > 0) {
    const { groupCount, groupOfAge } = crowd.space;
    crowd.fte[row] = (crowd.fte[row] ?? 0) + (crowd.ftePerHead[row * groupCount + (groupOfAge[age] ?? 0)] ?? 0);
  }
  wait(crowd, (row << ROW_SHIFT) | ((age - crowd.birthdays + MOST_BIRTHDAYS) << BORN_SHIFT));
}

/** Everybody grows a year older; only those whose new age has another chance or another FTE need to be touched. */
export function growCrowdOlder(crowd: Crowd, rates: CrowdRates): void {
  crowd.birthdays++;
  const { birthdays } = crowd;
  for (let rung = 0; rung < crowd.sizes.length; rung++) {
    const list = crowd.lists[rung] ?? crowd.waiting;
    for (let index = (crowd.sizes[rung] ?? 0) - 1; index >= 0; index--) {
      const person = list[index] ?? 0;
      if ((person & BYTE) !== birthdays) continue;
      changeFte(crowd, person);
      sendWaiting(crowd, rung, index);
    }
  }
  seatWaiting(crowd, rates);
}

/** Puts everybody on the rung of new rates. */
export function changeRates(crowd: Crowd, rates: CrowdRates): void {
  for (let rung = 0; rung < crowd.sizes.length; rung++) {
    for (let index = (crowd.sizes[rung] ?? 0) - 1; index >= 0; index--) sendWaiting(crowd, rung, index);
  }
  seatWaiting(crowd, rates);
}

/** Nobody appears or vanishes: the lists hold as many people as the rows count. */
export function assertWhole(crowd: Crowd, step: number): void {
  let listed = 0;
  for (const size of crowd.sizes) listed += size;
  let counted = 0;
  for (const people of crowd.headcount) {
    if (people < 0) assert(false, `no row has fewer than no people at step ${step}.`);
    counted += people;
  }
  if (listed !== counted) assert(false, `${listed} people are listed and ${counted} counted at step ${step}.`);
}

/** Lets a person wait for the end of the month. */
export function wait(crowd: Crowd, person: number): void {
  if (crowd.waitingCount === crowd.waiting.length) crowd.waiting = grown(crowd.waiting);
  crowd.waiting[crowd.waitingCount] = person;
  crowd.waitingCount++;
}

/** Puts those who wait on the rungs of their rows and ages, each with the birthday on which that is to be done again. */
export function seatWaiting(crowd: Crowd, rates: CrowdRates): void {
  const { space, waiting, waitingCount, lists, sizes, birthdays } = crowd;
  const { ageCount, classOfRow } = space;
  const { seats } = rates;
  const shift = birthdays - MOST_BIRTHDAYS;
  for (let index = 0; index < waitingCount; index++) {
    const person = waiting[index] ?? 0;
    const age = Math.min(((person >>> BORN_SHIFT) & BYTE) + shift, ageCount - 1);
    const seat = seats[(classOfRow[person >>> ROW_SHIFT] ?? 0) * ageCount + age] ?? 0;
    const rung = seat >>> SEAT_SHIFT;
    const years = seat & BYTE;
    const size = sizes[rung] ?? 0;
    const list = roomFor(lists, rung, size);
    list[size] = (person & ~BYTE) | (years === 0 ? 0 : birthdays + years);
    sizes[rung] = size + 1;
  }
  crowd.waitingCount = 0;
}

function roomFor(lists: Int32Array[], rung: number, size: number): Int32Array {
  const list = lists[rung] ?? new Int32Array(1);
  if (size < list.length) return list;
  const larger = grown(list);
  lists[rung] = larger;
  return larger;
}

function changeFte(crowd: Crowd, person: number): void {
  if (crowd.ftePerHead.length === 0) return;
  const { groupCount, groupOfAge, ageCount } = crowd.space;
  const row = person >>> ROW_SHIFT;
  const age = ((person >>> BORN_SHIFT) & BYTE) + crowd.birthdays - MOST_BIRTHDAYS;
  if (age >= ageCount) return;
  const now = crowd.ftePerHead[row * groupCount + (groupOfAge[age] ?? 0)] ?? 0;
  const before = crowd.ftePerHead[row * groupCount + (groupOfAge[age - 1] ?? 0)] ?? 0;
  crowd.fte[row] = (crowd.fte[row] ?? 0) + now - before;
}

function sendWaiting(crowd: Crowd, rung: number, index: number): void {
  const list = crowd.lists[rung] ?? crowd.waiting;
  const size = (crowd.sizes[rung] ?? 0) - 1;
  wait(crowd, list[index] ?? 0);
  list[index] = list[size] ?? 0;
  crowd.sizes[rung] = size;
}

function grown(list: Int32Array): Int32Array {
  const larger = new Int32Array(list.length * 2);
  larger.set(list);
  return larger;
}
