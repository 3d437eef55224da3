// The ladder: people whose chance of an event is alike stand on one rung, so that a month looks at few who have none.
import { wordTable, type WordTable } from './alias.ts';

/** Rungs with rising bounds. Of people on a rung, each is looked at with a chance of its bound, independently: by
 *  leaping over a geometric number of people who are not. */
export type Ladder = {
  /** Chance per month, shape [rung]; the last is 1. */
  readonly bounds: Float64Array;
  readonly leaps: readonly Leaps[];
};

/** The items of the table are how many people one leaps over; the longest stands for `at least as many, leap again`. */
export type Leaps = { readonly table: WordTable; readonly longest: number };

/** Of leaps, so few are the longest (e^−5 of all), and yet the tables in use fit in the nearest cache together. */
const LONGEST_IN_MEANS = 5;
const MOST_LEAP_ITEMS = 1024;

/** Each rung's bound is this multiple of the one below: at worst 26% of those looked at have no event for it. */
const RUNG_RATIO = 1.35;
const LOWEST_BOUND = 0.002;

export function makeLadder(): Ladder {
  const bounds: number[] = [];
  for (let bound = LOWEST_BOUND; bound < 1; bound *= RUNG_RATIO) bounds.push(bound);
  bounds.push(1);
  return { bounds: Float64Array.from(bounds), leaps: bounds.map(leapsOf) };
}

/** @returns the lowest rung whose bound is not below the chance */
export function rungOf(ladder: Ladder, chance: number): number {
  let rung = 0;
  while ((ladder.bounds[rung] ?? 1) < chance) rung++;
  return rung;
}

function leapsOf(bound: number): Leaps {
  let items = 4;
  while (items < Math.min(MOST_LEAP_ITEMS, LONGEST_IN_MEANS / bound)) items *= 2;
  const longest = items - 1;
  const chances = new Float64Array(items);
  let passed = 1;
  for (let leap = 0; leap < longest; leap++) {
    chances[leap] = passed * bound;
    passed *= 1 - bound;
  }
  chances[longest] = passed;
  return { table: wordTable(chances), longest };
}
