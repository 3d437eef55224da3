// A crowd: whole people in rows and ages, in lists of those alike, with the people and FTE of each row kept in step.
import { assert } from '#kernel';
import type { CrowdSpace } from './crowd-rates.ts';
import type { Ladder } from './ladder.ts';
import {
  copyLists,
  emptyLists,
  headcountOf,
  listAt,
  makeLists,
  peopleIn,
  roomFor,
  type PeopleLists,
} from './people-lists.ts';
import { bornOf, BYTE_VALUES, MOST_BIRTHDAYS, MOST_ROWS, personOf, rowOf } from './person.ts';

export type Crowd = {
  readonly space: CrowdSpace;
  readonly ladder: Ladder;
  /** FTE per head, shape [row][group]; empty where nobody asks for FTE. */
  readonly ftePerHead: Float64Array;
  /** First the lists of rungs: of each rung those whom no birthday of the run brings another rung or another FTE, then
   *  those whom one does. The lists of single cells follow. */
  readonly lists: PeopleLists;
  /** How many are of rungs. */
  readonly rungLists: number;
  /** The list of a class and age that has one of its own, else `NOT_OWN`; it changes with every birthday, as the people
   *  of a list grow older together. Shape [class][age], empty where no class has any. */
  readonly ownLists: Int32Array;
  /** Where in the rates' words the chances of a class and age stand; empty as `ownLists` is. Shape [class][age]. */
  readonly wordsOfCell: Int32Array;
  /** The first cell of each row's class, shape [row]. */
  readonly firstCell: Int32Array;
  /** The row that those who move out of a row go to, `SEVERAL` where there is not just one; shape [row]. */
  readonly onlyTo: Int32Array;
  /** Birthdays of the run. */
  readonly lastBirthday: number;
  /** Those who change rungs this month; nobody may have two events in one. */
  waiting: Int32Array;
  waitingCount: number;
  /** Those who move this month, each with the word that fell on it; shape [mover][2]. */
  movers: Int32Array;
  /** FTE by row, kept in step with every event, as the people of each row are. */
  readonly fte: Float64Array;
  birthdays: number;
  /** Age and group of today, by the age at the run's first month that a person's number holds; shape [256]. */
  readonly ageNow: Uint8Array;
  readonly groupNow: Uint8Array;
};

export type CrowdShape = {
  readonly ladder: Ladder;
  /** FTE per head, shape [row][group]; empty where nobody asks for FTE. */
  readonly ftePerHead: Float64Array;
  /** Months of the run. */
  readonly steps: number;
  /** People at the first month, shape [row][age]: what decides which classes have a list for each age. */
  readonly opening: ArrayLike<number>;
};

/** A class and age without a list of its own. */
export const NOT_OWN = -1;

/** Rows that one moves to from a row, but for just one. */
export const SEVERAL = -1;

/** With so many people for each year of age a class has a list for each: fewer people have less than one event a month,
 *  and then it costs more to go to a list than it saves to look nothing up. */
const LEAST_PEOPLE_OF_AGE = 64;

export function makeCrowd(space: CrowdSpace, shape: CrowdShape): Crowd {
  const { ladder, ftePerHead, steps } = shape;
  assert(space.ageCount + MOST_BIRTHDAYS < BYTE_VALUES, 'an age and the birthdays of a run fit in a byte.');
  assert(space.rowCount < MOST_ROWS, 'a row fits in the upper half of a word.');
  const rungLists = ladder.bounds.length * 2;
  const own = ownCells(space, shape.opening);
  const lists = makeLists(space.rowCount, rungLists + own.length);
  const ownLists = new Int32Array(own.length === 0 ? 0 : space.classCount * space.ageCount).fill(NOT_OWN);
  own.forEach((cell, index) => (ownLists[cell] = listAt(lists, rungLists + index)));
  const crowd: Crowd = {
    space,
    ladder,
    ftePerHead,
    lists,
    rungLists,
    ownLists,
    wordsOfCell: ownLists.map((_, cell) => wordsAt(space, cell)),
    firstCell: space.classOfRow.map((each) => each * space.ageCount),
    onlyTo: space.classOfRow.map((_, row) => onlyToOf(space, row)),
    lastBirthday: Math.floor(steps / 12),
    waiting: new Int32Array(64),
    waitingCount: 0,
    movers: new Int32Array(64),
    fte: new Float64Array(space.rowCount),
    birthdays: 0,
    ageNow: new Uint8Array(BYTE_VALUES),
    groupNow: new Uint8Array(BYTE_VALUES),
  };
  setBirthdays(crowd, 0);
  return crowd;
}

function wordsAt({ ageCount, groupCount, groupOfAge }: CrowdSpace, cell: number): number {
  return (Math.floor(cell / ageCount) * groupCount + (groupOfAge[cell % ageCount] ?? 0)) * 2;
}

function onlyToOf({ firstOut, edgesOut, edgeTo }: CrowdSpace, row: number): number {
  const [first = 0, next = 0] = [firstOut[row], firstOut[row + 1]];
  return next - first === 1 ? (edgeTo[edgesOut[first] ?? 0] ?? SEVERAL) : SEVERAL;
}

/** The classes and ages that have a list of their own. */
function ownCells(space: CrowdSpace, opening: ArrayLike<number>): readonly number[] {
  const { rowCount, classCount, classOfRow, ageCount } = space;
  const people = new Float64Array(classCount);
  for (let row = 0; row < rowCount; row++) {
    const at = classOfRow[row] ?? 0;
    for (let age = 0; age < ageCount; age++) people[at] = (people[at] ?? 0) + (opening[row * ageCount + age] ?? 0);
  }
  return Array.from({ length: classCount * ageCount }, (_, cell) => cell).filter(
    (cell) => (people[Math.floor(cell / ageCount)] ?? 0) >= LEAST_PEOPLE_OF_AGE * ageCount,
  );
}

/** Lets everybody be as old as after so many birthdays; the last age is open. */
export function setBirthdays(crowd: Crowd, birthdays: number): void {
  const { ageNow, groupNow, space } = crowd;
  crowd.birthdays = birthdays;
  for (let born = 0; born < BYTE_VALUES; born++) {
    const age = Math.min(Math.max(born + birthdays - MOST_BIRTHDAYS, 0), space.ageCount - 1);
    ageNow[born] = age;
    groupNow[born] = space.groupOfAge[age] ?? 0;
  }
}

/** Nobody, at the first month: ready for another draw. */
export function emptyCrowd(crowd: Crowd): void {
  emptyLists(crowd.lists);
  crowd.fte.fill(0);
  setBirthdays(crowd, 0);
}

/** Makes one crowd stand as another does. */
export function copyCrowd(from: Crowd, into: Crowd): void {
  copyLists(from.lists, into.lists);
  into.ownLists.set(from.ownLists);
  into.fte.set(from.fte);
  setBirthdays(into, from.birthdays);
}

/** Adds one person, who waits to be seated. @param row and age where they are now */
export function addPerson(crowd: Crowd, row: number, age: number): void {
  const person = personOf(row, age - crowd.birthdays + MOST_BIRTHDAYS);
  countPerson(crowd, person);
  wait(crowd, person);
}

/** Counts one person more in their row. */
export function countPerson(crowd: Crowd, person: number): void {
  const { memory } = crowd.lists;
  const row = rowOf(person);
  memory[row] = (memory[row] ?? 0) + 1;
  if (crowd.ftePerHead.length > 0) crowd.fte[row] = (crowd.fte[row] ?? 0) + fteOf(crowd, person);
}

/** FTE of a person at today's age. */
export function fteOf({ ftePerHead, groupNow, space }: Crowd, person: number): number {
  return ftePerHead[rowOf(person) * space.groupCount + (groupNow[bornOf(person)] ?? 0)] ?? 0;
}

/** Lets a person wait for the end of the month. */
export function wait(crowd: Crowd, person: number): void {
  crowd.waiting = roomFor(crowd.waiting, crowd.waitingCount + 1);
  crowd.waiting[crowd.waitingCount] = person;
  crowd.waitingCount++;
}

/** Nobody appears or vanishes: the lists hold as many people as the rows count. */
export function assertWhole(crowd: Crowd, step: number): void {
  const headcount = headcountOf(crowd.lists);
  const listed = peopleIn(crowd.lists);
  let counted = 0;
  for (let row = 0; row < headcount.length; row++) {
    const people = headcount[row] ?? 0;
    if (people < 0) assert(false, `no row has fewer than no people at step ${step}.`);
    counted += people;
  }
  if (listed !== counted) assert(false, `${listed} people are listed and ${counted} counted at step ${step}.`);
}
