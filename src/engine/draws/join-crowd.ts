// Joiners of a crowd: in which row and at which age each of those who come in a month is.
import { readTable, wordTable, type WordTable } from './alias.ts';
import { fteOf, type Crowd } from './crowd.ts';
import { roomFor } from './people-lists.ts';
import { bornLater, MOST_BIRTHDAYS, personOf, rowOf } from './person.ts';
import { refill, type WordStream } from './word-stream.ts';

/** Who joins, whatever their number: the mix of rows and ages. */
export type JoinerMix = {
  readonly table: WordTable;
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

/** Adds so many people of a mix, who wait to be seated. */
export function joinCrowd(
  crowd: Crowd,
  stream: WordStream,
  joining: { readonly mix: JoinerMix; readonly count: number },
): void {
  const { mix, count } = joining;
  const { table, people } = mix;
  const { cells, bits } = table;
  const { block } = stream;
  const { birthdays, waitingCount } = crowd;
  crowd.waiting = roomFor(crowd.waiting, waitingCount + count);
  const { waiting, headcount, fte } = crowd;
  const countsFte = crowd.ftePerHead.length > 0;
  let { next } = stream;
  for (let index = waitingCount; index < waitingCount + count; index++) {
    if (next >= block.length) {
      refill(stream);
      next = 0;
    }
    // Who joins after so many birthdays was born so many years later.
    const person = bornLater(people[readTable(cells, bits, block[next] ?? 0)] ?? 0, birthdays);
    next++;
    const row = rowOf(person);
    headcount[row] = (headcount[row] ?? 0) + 1;
    if (countsFte) fte[row] = (fte[row] ?? 0) + fteOf(crowd, person);
    waiting[index] = person;
  }
  crowd.waitingCount = waitingCount + count;
  stream.next = next;
}
