// A crowd: whole people in rows and ages, listed by rung, with the people and FTE of each row kept in step.
import { assert } from '#kernel';
import type { CrowdSpace } from './crowd-rates.ts';
import type { Ladder } from './ladder.ts';

export type Crowd = {
  readonly space: CrowdSpace;
  readonly ladder: Ladder;
  /** FTE per head, shape [row][group]; empty where nobody asks for FTE. */
  readonly ftePerHead: Float64Array;
  /** People by rung, those first whom no birthday of the run brings another rung or another FTE, then those whom one
   *  does; and how many there are of them. Shape [rung][2]. */
  readonly lists: Int32Array[];
  readonly sizes: Int32Array;
  /** Birthdays of the run. */
  readonly lastBirthday: number;
  /** Those who change rungs this month; nobody may have two events in one. */
  waiting: Int32Array;
  waitingCount: number;
  /** Whom to look at in a list, each as a place and a word; shape [look][2]. */
  looks: Int32Array;
  /** Those who move this month, each with the chance that fell on a move; shape [mover][2]. */
  movers: Int32Array;
  moverCount: number;
  /** People and FTE by row, kept in step with every event. */
  readonly headcount: Int32Array;
  readonly fte: Float64Array;
  birthdays: number;
  /** Age and group of today, by the age at the run's first month that a person's number holds; shape [256]. */
  readonly ageNow: Uint8Array;
  readonly groupNow: Uint8Array;
};

/** A person is one number: the row, the age as if at the run's first month, and the birthday that brings another rung or
 *  another FTE, 0 where none of the run does. */
export const ROW_SHIFT = 16;
export const BORN_SHIFT = 8;
export const BYTE = 0xff;
/** Added to the age at the first month, so that those who are born into it later are not below 0; more than the 50 years
 *  that a run may last. */
export const MOST_BIRTHDAYS = 60;

export type CrowdShape = {
  readonly ladder: Ladder;
  /** FTE per head, shape [row][group]; empty where nobody asks for FTE. */
  readonly ftePerHead: Float64Array;
  /** Months of the run. */
  readonly steps: number;
};

export function makeCrowd(space: CrowdSpace, { ladder, ftePerHead, steps }: CrowdShape): Crowd {
  assert(space.ageCount + MOST_BIRTHDAYS <= BYTE, 'an age and the birthdays of a run fit in a byte.');
  assert(space.rowCount < 1 << 15, 'a row fits in the upper half of a word.');
  const listCount = ladder.bounds.length * 2;
  const crowd: Crowd = {
    space,
    ladder,
    ftePerHead,
    lists: Array.from({ length: listCount }, () => new Int32Array(8)),
    sizes: new Int32Array(listCount),
    lastBirthday: Math.floor(steps / 12),
    waiting: new Int32Array(64),
    waitingCount: 0,
    looks: new Int32Array(64),
    movers: new Int32Array(64),
    moverCount: 0,
    headcount: new Int32Array(space.rowCount),
    fte: new Float64Array(space.rowCount),
    birthdays: 0,
    ageNow: new Uint8Array(BYTE + 1),
    groupNow: new Uint8Array(BYTE + 1),
  };
  setBirthdays(crowd, 0);
  return crowd;
}

/** Lets everybody be as old as after so many birthdays; the last age is open. */
export function setBirthdays(crowd: Crowd, birthdays: number): void {
  const { ageNow, groupNow, space } = crowd;
  crowd.birthdays = birthdays;
  for (let born = 0; born <= BYTE; born++) {
    const age = Math.min(Math.max(born + birthdays - MOST_BIRTHDAYS, 0), space.ageCount - 1);
    ageNow[born] = age;
    groupNow[born] = space.groupOfAge[age] ?? 0;
  }
}

/** Nobody, at the first month: ready for another draw. */
export function emptyCrowd(crowd: Crowd): void {
  crowd.sizes.fill(0);
  crowd.headcount.fill(0);
  crowd.fte.fill(0);
  setBirthdays(crowd, 0);
}

/** Makes one crowd stand as another does. */
export function copyCrowd(from: Crowd, into: Crowd): void {
  from.lists.forEach((list, index) => {
    const size = from.sizes[index] ?? 0;
    if (size === 0) return;
    const target = roomFor(into.lists[index] ?? list, size);
    into.lists[index] = target;
    target.set(list.subarray(0, size));
  });
  into.sizes.set(from.sizes);
  into.headcount.set(from.headcount);
  into.fte.set(from.fte);
  setBirthdays(into, from.birthdays);
}

/** Adds one person, who waits to be seated. @param row and age where they are now */
export function addPerson(crowd: Crowd, row: number, age: number): void {
  const person = (row << ROW_SHIFT) | ((age - crowd.birthdays + MOST_BIRTHDAYS) << BORN_SHIFT);
  countPerson(crowd, person);
  wait(crowd, person);
}

/** Counts one person more in their row. */
export function countPerson(crowd: Crowd, person: number): void {
  const row = person >>> ROW_SHIFT;
  crowd.headcount[row] = (crowd.headcount[row] ?? 0) + 1;
  if (crowd.ftePerHead.length > 0) crowd.fte[row] = (crowd.fte[row] ?? 0) + fteOf(crowd, person);
}

/** FTE of a person at today's age. */
export function fteOf({ ftePerHead, groupNow, space }: Crowd, person: number): number {
  return ftePerHead[(person >>> ROW_SHIFT) * space.groupCount + (groupNow[(person >>> BORN_SHIFT) & BYTE] ?? 0)] ?? 0;
}

/** Lets a person wait for the end of the month. */
export function wait(crowd: Crowd, person: number): void {
  crowd.waiting = roomFor(crowd.waiting, crowd.waitingCount + 1);
  crowd.waiting[crowd.waitingCount] = person;
  crowd.waitingCount++;
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

/** The list, or a longer one that begins as it does where it has no room for so many. */
export function roomFor(list: Int32Array, size: number): Int32Array {
  if (size <= list.length) return list;
  const larger = new Int32Array(Math.max(size, list.length * 2));
  larger.set(list);
  return larger;
}
