// The rule by which small numbers of people are hidden and the others rounded, as a pack states it.

/** @source docs/model/disclosure.md */
export type DisclosureRule = {
  readonly name: string;
  readonly version: string;
  /** The fewest and the most people, whole and both included, of a count that is hidden. 0 is always shown. */
  readonly hideFrom: number;
  readonly hideTo: number;
  /** Whole people: every other count is rounded to the nearest multiple, halves up. */
  readonly roundTo: number;
  /** People that a hidden count stands for in sums; whole, from `hideFrom` to `hideTo`. */
  readonly countHiddenAs: number;
  /** The fewest people of whom a percentage is given. */
  readonly minPercentBase: number;
  /** The fewest people of whom an average is given. */
  readonly minAverageBase: number;
  /** Id of a source of the pack, or the source in words. */
  readonly source: string;
};

/** Holds where a pack states no rule: of each number the strictest that a publisher of health or education figures asks
 *  for today.
 *  @source docs/model/disclosure.md, the rules in use */
export const STRICTEST_RULE: DisclosureRule = {
  name: 'strictest',
  version: '1',
  hideFrom: 1,
  hideTo: 9,
  roundTo: 5,
  countHiddenAs: 5,
  minPercentBase: 22.5,
  minAverageBase: 8,
  source: 'Of each number the strictest among rules in use',
};
