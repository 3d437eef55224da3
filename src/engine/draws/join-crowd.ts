// Joiners of a crowd: in which row and at which age each of those who come in a month is.
import * as alias from './alias.ts';
import { fteOf, type Crowd } from './crowd.ts';
import type { CrowdRates } from './crowd-rates.ts';
import { makeRoom } from './people-lists.ts';
import * as person from './person.ts';
import * as seating from './seat-crowd.ts';
import { refill, type WordStream } from './word-stream.ts';

// What a module keeps to itself is a constant for the compiler; what it imports is looked up in every pass of a loop.
const { readTable, wordTable } = alias;
const { bornLater, bornOf, dueOf, MOST_BIRTHDAYS, personOf, rowOf } = person;
const { listOfPlace, placeOf, seatWaiting } = seating;

/** Who joins, whatever their number: the mix of rows and ages. */
export type JoinerMix = {
  readonly table: alias.WordTable;
  /** Each item of the table as a person who joins in the run's first year. */
  readonly people: Int32Array;
};

/** @param weights shape [row][age] @returns null where all are 0 */
export function joinerMix(weights: Float64Array, ageCount: number): JoinerMix | null {
  const cells = [...weights.keys()].filter((cell) => (weights[cell] ?? 0) > 0);
  if (cells.length === 0) return null;
  return {
    table: wordTable(cells.map((cell) => weights[cell] ?? 0)),
    people: Int32Array.from(cells, (cell) => personOf(Math.floor(cell / ageCount), (cell % ageCount) + MOST_BIRTHDAYS)),
  };
}

/** Adds so many people of a mix, after those who wait. */
export function joinCrowd(
  crowd: Crowd,
  rates: CrowdRates,
  joining: { readonly mix: JoinerMix; readonly count: number; readonly stream: WordStream },
): void {
  seatWaiting(crowd, rates);
  const { mix, count, stream } = joining;
  const { people } = mix;
  const { cells, bits } = mix.table;
  const { block } = stream;
  const { seats } = rates;
  const { lists, birthdays, fte, firstCell } = crowd;
  const countsFte = crowd.ftePerHead.length > 0;
  let { memory } = lists;
  let { next } = stream;
  for (let left = count; left > 0; left--) {
    if (next >= block.length) {
      refill(stream);
      next = 0;
    }
    const joiner = people[readTable(cells, bits, block[next] ?? 0)] ?? 0;
    next++;
    // Who joins after so many birthdays was born so many years later.
    const person = bornLater(joiner, birthdays);
    const row = rowOf(person);
    memory[row] = (memory[row] ?? 0) + 1;
    if (countsFte) fte[row] = (fte[row] ?? 0) + fteOf(crowd, person);
    const place = placeOf(crowd, seats, (firstCell[row] ?? 0) + bornOf(joiner) - MOST_BIRTHDAYS);
    const list = listOfPlace(place);
    if (memory[list + 1] === memory[list + 2]) {
      makeRoom(lists, list, 1);
      ({ memory } = lists);
    }
    const end = memory[list + 1] ?? 0;
    memory[end] = person | dueOf(place);
    memory[list + 1] = end + 1;
  }
  stream.next = next;
}
