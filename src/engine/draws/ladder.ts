// The ladder: people whose chance of an event is alike stand on one rung, so that a month looks at few who have none.
import { aliasTable } from './alias.ts';

/** Rungs with rising bounds. Of people on a rung, each is looked at with a chance of its bound, independently: by
 *  leaping over a geometric number of people who are not. */
export type Ladder = {
  /** Chance per month, shape [rung]; the last is 1. */
  readonly bounds: Float64Array;
  readonly leaps: readonly LeapTable[];
};

/** How many people one leaps over, as an alias table over 0 to LONGEST_LEAP; the last stands for `at least as many, leap
 *  again`. Read by one word: its high bits choose the item, its low bits are compared with `keep`. */
export type LeapTable = {
  /** Threshold for the low bits, shape [item]. */
  readonly keep: Int32Array;
  readonly other: Int32Array;
};

/** Items of a leap table, a power of 2. */
export const LEAP_ITEMS = 1024;
export const LONGEST_LEAP = LEAP_ITEMS - 1;
/** A word is 10 bits of item and 22 bits of remainder, so each chance is right to within 2^−32. */
export const LEAP_ITEM_SHIFT = 22;
export const LEAP_REMAINDER_MASK = 0x3fffff;

/** Each rung's bound is this multiple of the one below: at worst 26% of those looked at have no event for it. */
const RUNG_RATIO = 1.35;
const LOWEST_BOUND = 0.002;

export function makeLadder(): Ladder {
  const bounds: number[] = [];
  for (let bound = LOWEST_BOUND; bound < 1; bound *= RUNG_RATIO) bounds.push(bound);
  bounds.push(1);
  return { bounds: Float64Array.from(bounds), leaps: bounds.map(leapTable) };
}

/** @returns the lowest rung whose bound is not below the chance */
export function rungOf(ladder: Ladder, chance: number): number {
  let rung = 0;
  while ((ladder.bounds[rung] ?? 1) < chance) rung++;
  return rung;
}

function leapTable(bound: number): LeapTable {
  const chances = new Float64Array(LEAP_ITEMS);
  let passed = 1;
  for (let leap = 0; leap < LONGEST_LEAP; leap++) {
    chances[leap] = passed * bound;
    passed *= 1 - bound;
  }
  chances[LONGEST_LEAP] = passed;
  const { keep, other } = aliasTable(chances);
  return { keep: Int32Array.from(keep, (share) => Math.round(share * (LEAP_REMAINDER_MASK + 1))), other };
}
