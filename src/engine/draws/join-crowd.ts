// Poisson joiners of a crowd: how many come in a month, and in which row and at which age each of them is.
import { drawPoisson, readTable, wordTable, type WordTable } from './alias.ts';
import { addPerson, type Crowd } from './crowd.ts';
import { BLOCK_WORDS, refill, type WordStream } from './word-stream.ts';

/** Who joins, whatever their number: the mix of rows and ages. */
export type JoinerMix = { readonly table: WordTable; readonly row: Int32Array; readonly age: Int32Array };

/** @param weights shape [row][age] @returns null where all are 0 */
export function joinerMix(weights: Float64Array, ageCount: number): JoinerMix | null {
  const cells = [...weights.keys()].filter((cell) => (weights[cell] ?? 0) > 0);
  if (cells.length === 0) return null;
  return {
    table: wordTable(cells.map((cell) => weights[cell] ?? 0)),
    row: Int32Array.from(cells, (cell) => Math.floor(cell / ageCount)),
    age: Int32Array.from(cells, (cell) => cell % ageCount),
  };
}

/** Adds a Poisson number of people, who wait to be seated. @param factor on the sum of the mix's weights */
export function joinCrowd(
  crowd: Crowd,
  stream: WordStream,
  joining: { readonly mix: JoinerMix; readonly factor: number },
): void {
  const { table, row, age } = joining.mix;
  const { block } = stream;
  const count = drawPoisson(table.total * joining.factor, stream);
  let { next } = stream;
  for (let left = count; left > 0; left--) {
    if (next >= BLOCK_WORDS) {
      refill(stream);
      next = 0;
    }
    const item = readTable(table, block[next] ?? 0);
    next++;
    addPerson(crowd, row[item] ?? 0, age[item] ?? 0);
  }
  stream.next = next;
}
