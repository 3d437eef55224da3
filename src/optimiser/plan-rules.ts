// Rules of a plan beyond capacity and budget: caps on starts, floors of equity, openings that cost, prices that rise.

/** Which of the pack's rules a cap holds. */
export type CapRule =
  | 'quarter-capacity'
  | 'group-capacity'
  | 'pool'
  | 'vacancies'
  | 'leavers'
  | 'source-floor'
  | 'ramp'
  | 'supervision'
  | 'fund-budget'
  | 'purse'
  | 'cost-step'
  | 'ambition';

/** Σ of what the starts count may not be above `most`, or costs where it is. All limits on starts that are linear are of
 *  this one form; only the nation's and the places' yearly capacities and the tiers' budgets have their own. */
export type PlanCap = {
  readonly rule: CapRule;
  /** The thing, the same in every run, such as `nursing in WELL, year 3`. */
  readonly where: string;
  /** Indices of the places whose starts count, ascending. */
  readonly places: readonly number[];
  readonly terms: readonly CapTerm[];
  /** What one start is measured in: a person, its cost in GBP, or its digital FTE over a period. */
  readonly counts:
    | { readonly kind: 'people' }
    | { readonly kind: 'costGbp' }
    | { readonly kind: 'fte'; readonly period: number };
  /** From 0 where it may not be broken, so that to start nobody keeps it. */
  readonly most: number;
  readonly breach: CapBreach | null;
};

/** Options that count alike in a cap. */
export type CapTerm = {
  /** Indices into the problem's options. */
  readonly options: readonly number[];
  /** How much a start counts by when it starts: 0 not at all, below 0 it makes room; shape [start]. */
  readonly amountOfStart: readonly number[];
};

/** What going beyond a cap costs. */
export type CapBreach = {
  /** For each unit beyond `most`. */
  readonly priceGbp: number;
  /** The channel and year whose budget pays for it; null where the price is a weight and no money flows. */
  readonly paidBy: { readonly channel: number; readonly year: number } | null;
};

/** No more of a place's need may stay unmet in a period; each FTE beyond costs as much again as `priceGbpPerFteYear`. */
export type PlanFloor = {
  readonly place: number;
  readonly period: number;
  /** Sum over roles of what is short, mean over the period. */
  readonly mostShortFte: number;
  readonly priceGbpPerFteYear: number;
};

/** Where the nation is nearly served, no place may be left behind. A rule on outcomes: `floorsOf` turns it into floors
 *  for the periods in which a plan brings the nation's gap below its mark. */
export type PlanEquity = {
  /** Share of a place's demand that may be short. */
  readonly mostShortShare: number;
  /** The rule holds in periods in which the nation is short of no more than this share. */
  readonly whenNationBelowShare: number;
  /** First period in which it holds. */
  readonly fromPeriod: number;
  readonly priceGbpPerFteYear: number;
};

/** A channel that takes nobody in a group of places until it is opened there, once, in the year of the first start. */
export type ChannelOpening = {
  readonly costGbp: number;
  /** Names of the groups: places, or places above them. */
  readonly groups: readonly string[];
  /** Index into `groups`, shape [place]. */
  readonly groupOfPlace: readonly number[];
};

/** A part of each post that starts in a place works in this one. */
export type ServedPlace = {
  readonly place: number;
  /** Of the post's FTE; the shares of a post add up to 1. */
  readonly share: number;
};

/** A price of shortage that rises in steps, one stair for each place, role and period. An uncertain need is such a stair:
 *  the last post that is needed in few futures only costs little to leave empty, the first one costs the whole price. */
export type ShortageSteps = {
  readonly count: number;
  /** FTE that each step holds, the cheapest step first; the last one holds all that is left, whatever stands here.
   *  Shape [place][role][period][step]. */
  readonly fte: Float64Array;
  /** Price of each step as a multiple of the problem's shortage price, never falling, the same shape. */
  readonly share: Float64Array;
};
