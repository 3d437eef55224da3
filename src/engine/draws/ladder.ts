// The ladder: people whose chance of an event is alike stand on one rung, so that a month looks at few who have none.
import { wordTable, type WordTable } from './alias.ts';

/** Rungs with rising bounds. Of people on a rung, each is looked at with a chance of its bound, independently: by
 *  leaping over a geometric number of people who are not. */
export type Ladder = {
  /** Chance per month, shape [rung]; the last is 1. */
  readonly bounds: Float64Array;
  readonly leaps: readonly WordTable[];
};

/** The items of a leap table are how many people one leaps over; the last stands for `at least as many, leap again`. */
const LEAP_ITEMS = 1024;
export const LONGEST_LEAP = LEAP_ITEMS - 1;

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

function leapTable(bound: number): WordTable {
  const chances = new Float64Array(LEAP_ITEMS);
  let passed = 1;
  for (let leap = 0; leap < LONGEST_LEAP; leap++) {
    chances[leap] = passed * bound;
    passed *= 1 - bound;
  }
  chances[LONGEST_LEAP] = passed;
  return wordTable(chances);
}
