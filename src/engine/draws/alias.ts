// Alias tables: draws from a list of weights at the cost of one look, however long the list is.
import { assert } from '#kernel';

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

/** An alias table that one word reads: padded to a power of 2, the word's high bits choose the item, and its low bits are
 *  compared with the share that the item keeps. */
export type WordTable = {
  /** Of each item the share it keeps, above the item that it hands the rest to: one look reads both. */
  readonly cells: Int32Array;
  /** Bits of an item. */
  readonly bits: number;
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
  const whole = 1 << (32 - bits);
  const cells = other.map((handed, item) => {
    const kept = Math.round((keep[item] ?? 0) * whole);
    // What an item keeps whole it hands to itself, for the whole does not fit in the bits of a part.
    return kept >= whole ? item : (kept << bits) | handed;
  });
  return { cells, bits, total };
}

/** Reads a table by a word. The table comes in its parts, which a loop then looks up but once. */
export function readTable(cells: Int32Array, bits: number, word: number): number {
  return readEntry(cells[word >>> (32 - bits)] ?? 0, bits, word);
}

/** The item that a word gives, without a branch that nothing could foresee.
 *  @param entry what the table has at the word's high bits */
export function readEntry(entry: number, bits: number, word: number): number {
  const item = word >>> (32 - bits);
  const handed = entry & ((1 << bits) - 1);
  // All ones where the item keeps the word, else 0.
  const kept = (((word << bits) >>> bits) - (entry >>> bits)) >> 31;
  return handed ^ ((item ^ handed) & kept);
}
