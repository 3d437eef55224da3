// Alias tables: draws from a list of weights at the cost of one look, however long the list is.
import { assert } from '#kernel';
import { nextUnit, type WordStream } from './word-stream.ts';

/** Item i keeps a draw that falls on it where its remainder is below `keep[i]`, and else hands it to `other[i]`. */
export type AliasTable = { readonly keep: Float64Array; readonly other: Int32Array; readonly total: number };

/** @param weights 0 or more, shape [item], not all 0
 *  @source Vose, "A linear algorithm for generating random numbers with a given distribution", IEEE Trans. Softw. Eng. 17, 1991 */
export function aliasTable(weights: ArrayLike<number>): AliasTable {
  const count = weights.length;
  let total = 0;
  for (let item = 0; item < count; item++) total += weights[item] ?? 0;
  assert(total > 0, 'an alias table has at least one weight above 0.');
  const keep = Float64Array.from(weights, (weight) => (weight * count) / total);
  const other = Int32Array.from({ length: count }, (_, item) => item);
  const small: number[] = [];
  const large: number[] = [];
  keep.forEach((share, item) => (share < 1 ? small : large).push(item));
  while (small.length > 0 && large.length > 0) {
    const little = small.pop() ?? 0;
    const much = large.pop() ?? 0;
    other[little] = much;
    keep[much] = (keep[much] ?? 0) - (1 - (keep[little] ?? 0));
    if ((keep[much] ?? 0) < 1) small.push(much);
    else large.push(much);
  }
  // What rounding left over is whole.
  for (const item of [...small, ...large]) keep[item] = 1;
  return { keep, other, total };
}

/** An alias table that one word reads: padded to a power of 2, its high bits choose the item, its low bits are compared
 *  with `keep`. */
export type WordTable = {
  readonly keep: Int32Array;
  readonly other: Int32Array;
  /** Bits below the item. */
  readonly shift: number;
  readonly mask: number;
  /** Sum of the weights. */
  readonly total: number;
};

/** @returns a table that gives each item its chance to within 2^−32 */
export function wordTable(weights: ArrayLike<number>): WordTable {
  // With fewer bits of item, those of the remainder would not fit beside the sign of a word.
  let bits = 2;
  while (1 << bits < weights.length) bits++;
  const padded = new Float64Array(1 << bits);
  padded.set(Array.from(weights));
  const { keep, other, total } = aliasTable(padded);
  const shift = 32 - bits;
  // An item that is never kept must not be: a threshold of 0 is below every remainder.
  return {
    keep: Int32Array.from(keep, (share) => Math.round(share * (1 << shift))),
    other,
    shift,
    mask: (1 << shift) - 1,
    total,
  };
}

/** Reads a table by a word, without a branch that nothing could foresee. */
export function readTable(table: WordTable, word: number): number {
  const item = word >>> table.shift;
  const handed = table.other[item] ?? 0;
  // All ones where the item keeps the word, else 0.
  const kept = ((word & table.mask) - (table.keep[item] ?? 0)) >> 31;
  return handed ^ ((item ^ handed) & kept);
}

/** Poisson: how many uniforms one multiplies before the product falls below e^−mean, in parts that do not underflow.
 *  @source Knuth, "The Art of Computer Programming", vol. 2, section 3.4.1, algorithm Q */
export function drawPoisson(mean: number, stream: WordStream): number {
  let count = 0;
  let left = mean;
  while (left > 0) {
    const floor = Math.exp(-Math.min(left, POISSON_PART));
    for (let product = nextUnit(stream); product > floor; product *= nextUnit(stream)) count++;
    left -= POISSON_PART;
  }
  return count;
}

/** e^−16 is far from the smallest double and far above the 2^−32 steps of a uniform. */
const POISSON_PART = 16;

/** Binomial by one trial for each person: cohorts are small. */
export function drawBinomial(people: number, chance: number, stream: WordStream): number {
  let count = 0;
  for (let person = 0; person < people; person++) if (nextUnit(stream) < chance) count++;
  return count;
}
