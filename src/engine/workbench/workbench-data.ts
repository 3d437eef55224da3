// What a workbench holds: how every place stands in each sample, and what each lever does there, year by year.
import type { Month } from '#kernel';
import type { Tier } from '#workforce';

/** Levers that move the projection, each by a number; all act from the month after `fromMonth` on. */
export type WorkbenchLever =
  /** People a year who start in a channel over and above what happens anyway, spread over places by the channel's driver,
   *  over its posts and over the months of the year evenly. */
  | { readonly kind: 'starts'; readonly channel: string; readonly costGbpPerStart: number }
  /** The share of the planned starts that takes place: 1 for all of them. */
  | { readonly kind: 'plan'; readonly people: number }
  /** By which share more of the market's joiners come: 0.1 for a tenth more. */
  | { readonly kind: 'recruitment' }
  /** By which share fewer people leave: 0.1 for a tenth fewer. */
  | { readonly kind: 'retention' }
  /** By which share more is asked for beyond the posts of today. */
  | { readonly kind: 'demand' }
  /** Which share of the work is saved each year, over and above what the register says. */
  | { readonly kind: 'productivity' };

/** A lever's effect on supply is the sum of its terms, each times the lever's setting to its power. */
export type WorkbenchTerm = {
  readonly lever: number;
  readonly power: 1 | 2;
  /** Digital FTE for one unit of the setting, shape [place][sample][month]. */
  readonly fte: Float32Array;
};

/** Plain data that may be handed to a worker as it is, and written as JSON by `packWorkbench`. */
export type WorkbenchData = {
  readonly fromMonth: Month;
  /** The base month and the end of each year of the plan. */
  readonly months: readonly Month[];
  /** The nation and whatever lies below it down to systems. */
  readonly places: readonly { readonly code: string; readonly tier: Tier }[];
  readonly samples: number;
  readonly levers: readonly WorkbenchLever[];
  /** Expected digital FTE as things go, shape [place][sample][month]. */
  readonly supplyFte: Float32Array;
  /** Digital FTE asked for: the posts of today, and what the blueprint asks for beyond them. */
  readonly demandTodayFte: Float32Array;
  readonly demandBeyondFte: Float32Array;
  readonly terms: readonly WorkbenchTerm[];
};
