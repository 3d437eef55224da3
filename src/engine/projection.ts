// What a projection asks for and what it gives back, in plain data that crosses threads.
import type { Month } from '#kernel';

/** How the model is run: the mean alone, exact mean and variance, or whole people drawn by chance. */
export const MODES = ['expected', 'exact', 'draws'] as const;
export type Mode = (typeof MODES)[number];

/** What is read off a run each month. `fte` and `demandFte` count digital shares only; `gapFte` is supply less demand,
 *  so a shortfall is below 0; `shortageFte` adds up the shortfalls of single roles and lets no surplus hide them. */
export const MEASURES = ['headcount', 'fte', 'demandFte', 'gapFte', 'shortageFte', 'costGbp'] as const;
export type Measure = (typeof MEASURES)[number];

/** Which people a series is about: at most one of the three is named, `*` stands for all. */
export type Slice = {
  readonly place: string;
  readonly family: string;
  readonly role: string;
  readonly band: string;
};

/** One measure of one slice over the months of the model, the base month first. */
export type Series = Slice & {
  readonly measure: Measure;
  readonly mean: Float64Array;
  readonly p10: Float64Array;
  readonly p50: Float64Array;
  readonly p90: Float64Array;
};

/** What samples say of one figure. */
export type Estimates = { readonly mean: number; readonly p10: number; readonly p50: number; readonly p90: number };

/** Standard errors of a measure of a whole place at the end of each year of the model, each of shape [year]. */
export type MeasurePrecision = {
  readonly measure: Measure;
  readonly mean: Float64Array;
  readonly p10: Float64Array;
  readonly p50: Float64Array;
  readonly p90: Float64Array;
};

/** The nation's gap at the last month as the first so many samples give it, and how far off that may be: null where
 *  there is but one scramble. */
export type Settling = { readonly samples: number; readonly gapFte: Estimates; readonly errorFte: Estimates | null };

/** Extra starts in a channel, over and above what happens anyway. */
export type Start = {
  readonly channel: string;
  readonly role: string;
  readonly band: string;
  readonly place: string;
  readonly month: Month;
  /** People; whole in draws, real in expectation. */
  readonly people: number;
};

/** Rows of values of the register, one row a sample, one column an assumption in the model's order: the value itself
 *  for a scalar with a spread, a factor for steps and tables, 1 for what is certain. */
export type Samples = { readonly count: number; readonly values: Float64Array };

export type ProjectionRequest = {
  readonly mode: Mode;
  readonly seed: number;
  readonly samples: Samples;
  readonly starts: readonly Start[];
};

/** A projection, summarised: series in the order of places and then of slices. */
export type Projection = {
  readonly months: readonly Month[];
  readonly series: readonly Series[];
  /** Means over all samples, for the optimiser: digital FTE, shape [place][role][month]. The places are those that hold
   *  people or are asked for them, none of which is part of another. */
  readonly byRole: {
    readonly places: readonly string[];
    readonly roles: readonly string[];
    readonly fte: Float64Array;
    readonly demandFte: Float64Array;
  };
  /** Share of samples in which a place has as many digital FTE as it needs, all roles together, to within half a post, at
   *  each month: shape [place code] → [month]. */
  readonly chanceClosed: readonly { readonly place: string; readonly chance: Float64Array }[];
  /** How sure the figures of whole places are, down to systems; empty where there is but one scramble of samples. */
  readonly precision: readonly { readonly place: string; readonly measures: readonly MeasurePrecision[] }[];
  /** The last row is of all samples. */
  readonly settling: readonly Settling[];
};

/** What one start of each option gives: the impulse responses that the optimiser is made of, on the mean of samples. */
export type ResponseTable = {
  /** Every channel with each post it yields. */
  readonly options: readonly ResponseOption[];
  /** The roles in which those who start are found in time, option by option: its own first, then those they move on to. */
  readonly reaches: readonly { readonly option: number; readonly role: string }[];
  readonly startMonths: readonly Month[];
  /** Places whose people leave at the same rates share a class. */
  readonly classOfPlace: ReadonlyMap<string, number>;
  /** What a place has of its class's FTE, for posts are not of the same FTE everywhere: place code → shape [reach]. */
  readonly placeFactors: ReadonlyMap<string, Float64Array>;
  /** Digital FTE, shape [class][reach][start][month of the model]. */
  readonly fte: Float64Array;
};

export type ResponseOption = {
  readonly channel: string;
  readonly role: string;
  readonly band: string;
  /** Fees, recruitment, and time paid and not given to work, for one start. */
  readonly costGbpPerStart: number;
  /** Digital FTE in the option's role and band → pay with on-costs for one digital FTE for a year. */
  readonly payGbpPerFteYear: number;
};
