// The ladder: people whose chance of an event is alike stand on one rung, so that a month looks at few who have none.
import { wordTable, type WordTable } from './alias.ts';

/** Rungs with rising bounds. Of people on a rung, each is looked at with a chance of its bound, independently: by
 *  leaping over a geometric number of people who are not. */
export type Ladder = {
  /** Chance per month, shape [rung]; the last is 1. */
  readonly bounds: Float64Array;
  /** Tables of leaps, one after the other: the items of each are how many people one leaps over, and the last of them
   *  stands for `at least as many, leap again`. */
  readonly leaps: Int32Array;
  /** Where the table of each rung begins, shape [rung]. */
  readonly leapsFrom: Int32Array;
  /** Bits of an item, so that the last has all of them set; shape [rung]. */
  readonly leapBits: Int32Array;
};

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
  const tables = bounds.map(leapsOf);
  let items = 0;
  const leapsFrom = Int32Array.from(tables, ({ cells }) => (items += cells.length) - cells.length);
  const leaps = new Int32Array(items);
  tables.forEach(({ cells }, rung) => leaps.set(cells, leapsFrom[rung]));
  const leapBits = Int32Array.from(tables, ({ bits }) => bits);
  return { bounds: Float64Array.from(bounds), leaps, leapsFrom, leapBits };
}

/** @returns the lowest rung whose bound is not below the chance */
export function rungOf(ladder: Ladder, chance: number): number {
  let rung = 0;
  while ((ladder.bounds[rung] ?? 1) < chance) rung++;
  return rung;
}

function leapsOf(bound: number): WordTable {
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
  return wordTable(chances);
}
