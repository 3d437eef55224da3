// What the optimiser is asked: who is short of whom, how people may be started, and what limits that, in plain data.
import { assert } from '#kernel';
import type { Tier } from '#workforce';
import type { ChannelOpening, PlanCap, PlanEquity, PlanFloor, ServedPlace, ShortageSteps } from './plan-rules.ts';

/** Choose starts that make shortage and spending together cheapest. Money is at base-month prices and not discounted;
 *  nothing after the last period counts, neither pay nor shortage. Ids are only for reading; indices tie things. */
export type PlanProblem = {
  readonly places: readonly string[];
  readonly roles: readonly string[];
  readonly channels: readonly PlanChannel[];
  readonly options: readonly PlanOption[];
  /** Months after the base month in which people may start, ascending. */
  readonly startMonths: readonly number[];
  /** Spans of months that follow on from each other; shortage is weighed by its mean over each. */
  readonly periods: readonly PlanPeriod[];
  /** Index of the class of places that answer alike, shape [place]. */
  readonly classOfPlace: readonly number[];
  /** What one start gives: digital FTE in a role, mean over the period, shape [class][reach][start][period]. */
  readonly responseFte: Float64Array;
  /** The roles in which those who start are found in time; each option's own alone where it is left out. */
  readonly reaches?: PlanReaches;
  /** What a place has of a class's response, since posts are not of the same FTE everywhere: a factor, shape
   *  [place][reach]; 1 throughout where it is left out. */
  readonly placeFactors?: Float64Array;
  /** Digital FTE short before the plan, mean over the period; below 0 is surplus, shape [place][role][period]. */
  readonly needFte: Float64Array;
  readonly budgets: readonly PlanBudget[];
  readonly shortagePriceGbpPerFteYear: number;
  /** Where the price of shortage rises as the shortage grows; one price throughout where it is left out. */
  readonly shortageSteps?: ShortageSteps;
  /** Further limits on starts; none where it is left out. */
  readonly caps?: readonly PlanCap[];
  /** What may stay short in single places and periods; none where it is left out. */
  readonly floors?: readonly PlanFloor[];
  /** The rule that floors come of; none where it is left out, and without effect without `demandFte`. */
  readonly equity?: PlanEquity;
  /** Digital FTE asked for, mean over the period, shape [place][period]. */
  readonly demandFte?: Float64Array;
};

/** Roles that the people of each option reach: the option's own first, then those that they move on to. */
export type PlanReaches = {
  /** Reaches of option i are `firstOf[i]` to `firstOf[i + 1]` − 1, shape [option + 1]. */
  readonly firstOf: Int32Array;
  /** Index of the role, shape [reach]. */
  readonly role: Int32Array;
};

/** A way for people to come, with its limits; they are for starts over and above those that happen anyway. */
export type PlanChannel = {
  readonly id: string;
  readonly accountableTier: Tier;
  readonly fund: string;
  /** Fewest people who may start together in one place and month; 1 where anyone may start alone. */
  readonly minimumCohort: number;
  /** First month after the base month in which people may start; null where it is open already. */
  readonly opensMonth: number | null;
  /** First month after the base month in which nobody may start; null where it stays open. */
  readonly closesMonth: number | null;
  /** The most people in the whole nation, shape [year after the base month]. */
  readonly peoplePerYear: readonly number[];
  /** The most people one place may start in a year, as a share of the nation's, shape [place]; a place with any share
   *  has room for one smallest cohort. */
  readonly shareOfPlace: readonly number[];
  /** What opening it costs; it is open everywhere for nothing where this is left out. */
  readonly opening?: ChannelOpening;
  /** Where the posts of those who start in a place work, shape [place]; in the place itself where this is left out. */
  readonly serves?: readonly (readonly ServedPlace[])[];
};

/** One channel into one post. */
export type PlanOption = {
  /** Index of the channel. */
  readonly channel: number;
  /** Index of the role. */
  readonly role: number;
  readonly band: string;
  readonly costGbpPerStart: number;
  /** Pay with on-costs for a digital FTE for a year. */
  readonly payGbpPerFteYear: number;
};

/** Months after the base month, `fromMonth` included and `toMonth` not. */
export type PlanPeriod = { readonly fromMonth: number; readonly toMonth: number };

/** The most that starts for which a tier is accountable may cost, shape [year after the base month]. */
export type PlanBudget = { readonly tier: Tier; readonly gbpPerYear: readonly number[] };

/** One decision: so many people of an option start in a place. All but `people` are indices into the problem. */
export type PlannedStart = {
  readonly place: number;
  readonly option: number;
  readonly start: number;
  readonly people: number;
};

/** A value at an index that the problem's own shape guarantees. */
export function itemAt<T>(items: ArrayLike<T>, index: number): T {
  const item = items[index];
  // The sentence is only put together when it is needed: this is the innermost step of every loop.
  if (item === undefined) assert(false, `index ${index} lies within the ${items.length} values it addresses`);
  return item;
}

/** Year after the base month in which a start falls: 0 for the first twelve months. */
export function yearOfStart(problem: PlanProblem, start: number): number {
  return Math.floor(itemAt(problem.startMonths, start) / 12);
}

export function yearsOfPeriod(period: PlanPeriod): number {
  return (period.toMonth - period.fromMonth) / 12;
}

/** Where the needs of a place for a role begin in `needFte`; one follows for each period. */
export function needOffset(problem: PlanProblem, at: { place: number; role: number }): number {
  return (at.place * problem.roles.length + at.role) * problem.periods.length;
}
