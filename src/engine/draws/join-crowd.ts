// Poisson joiners of a crowd: how many come in a month, and in which row and at which age each of them is.
import { readTable, wordTable, type WordTable } from './alias.ts';
import { BORN_SHIFT, countPerson, MOST_BIRTHDAYS, roomFor, ROW_SHIFT, type Crowd } from './crowd.ts';
import { drawPoisson } from './poisson.ts';
import { BLOCK_WORDS, refill, type WordStream } from './word-stream.ts';

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
    people: Int32Array.from(
      cells,
      (cell) => (Math.floor(cell / ageCount) << ROW_SHIFT) | (((cell % ageCount) + MOST_BIRTHDAYS) << BORN_SHIFT),
    ),
  };
}

/** Adds a Poisson number of people, who wait to be seated. @param factor on the sum of the mix's weights */
export function joinCrowd(
  crowd: Crowd,
  stream: WordStream,
  joining: { readonly mix: JoinerMix; readonly factor: number },
): void {
  const { table, people } = joining.mix;
  const { block } = stream;
  const { birthdays, waitingCount } = crowd;
  const count = drawPoisson(table.total * joining.factor, stream);
  crowd.waiting = roomFor(crowd.waiting, waitingCount + count);
  const { waiting } = crowd;
  // Who joins later was born later by so many years.
  const later = birthdays << BORN_SHIFT;
  let { next } = stream;
  for (let index = waitingCount; index < waitingCount + count; index++) {
    if (next >= BLOCK_WORDS) {
      refill(stream);
      next = 0;
    }
    const person = (people[readTable(table, block[next] ?? 0)] ?? 0) - later;
    next++;
    countPerson(crowd, person);
    waiting[index] = person;
  }
  crowd.waitingCount = waitingCount + count;
  stream.next = next;
}
