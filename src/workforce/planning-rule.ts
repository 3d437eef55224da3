// What a plan must keep to beyond capacities and budgets: ramps, supervision, floors, equity, ambitions.
import type { Month } from '#kernel';

/** A rule of the pack, with where it comes from. */
export type PlanningRule = {
  readonly id: string;
  readonly name: string;
  /** Id in the pack's sources. */
  readonly source: string;
  /** Where in the source, or why it is judged so. */
  readonly note: string;
} & RuleTerms;

/** What each kind of rule asks. Channels are named by id; shares lie between 0 and 1. */
export type RuleTerms =
  | RampRule
  | QuarterRule
  | PoolRule
  | VacancyRule
  | SourceFloorRule
  | SupervisionRule
  | FundRule
  | EquityRule
  | AmbitionRule;

/** In no year may a channel start more in the nation than the year before, times one and the growth, plus the floor. */
type RampRule = {
  readonly kind: 'ramp';
  readonly channels: readonly string[];
  readonly mostGrowthSharePerYear: number;
  readonly floorPeoplePerYear: number;
};

/** No month of starts may take more than this share of a channel's yearly capacity in the nation. */
type QuarterRule = {
  readonly kind: 'quarter-capacity';
  readonly channels: readonly string[];
  readonly mostShareOfYear: number;
};

/** All channels together start no more people over the whole plan: there are no more to be had. */
type PoolRule = { readonly kind: 'pool'; readonly channels: readonly string[]; readonly mostPeople: number };

/** In a place and year the channels start no more people than posts stand empty there. */
type VacancyRule = { readonly kind: 'vacancies'; readonly channels: readonly string[] };

/** No more of a profession than this share of its people in a place may leave it for the plan in a year. */
type SourceFloorRule = {
  readonly kind: 'source-floor';
  readonly profession: string;
  /** Driver that counts the profession's people. */
  readonly driver: string;
  readonly mostShareLeavingPerYear: number;
};

/** Trainees take the time of experienced people in their place, who give no more than a share of it. */
type SupervisionRule = {
  readonly kind: 'supervision';
  readonly channels: readonly string[];
  readonly supervisorFtePerTrainee: number;
  /** Bands whose people are experienced enough. */
  readonly supervisorBands: readonly string[];
  readonly mostShareOfTime: number;
};

/** What starts paid from a fund may cost in a year, by date: each amount holds until the next. */
type FundRule = {
  readonly kind: 'fund-budget';
  readonly fund: string;
  readonly gbpPerYear: readonly { readonly from: Month; readonly gbp: number }[];
};

/** Where the nation is short of no more than a share of its demand, no place is short of more than another share. */
type EquityRule = {
  readonly kind: 'equity';
  readonly from: Month;
  readonly whenNationBelowShare: number;
  readonly mostShortShare: number;
  /** What an FTE short beyond that weighs, as a multiple of the price of shortage. */
  readonly priceFactor: number;
};

/** By a month the families' FTE are to be a share of a driver that counts all staff. */
type AmbitionRule = {
  readonly kind: 'ambition';
  readonly families: readonly string[];
  readonly share: number;
  readonly driver: string;
  readonly by: Month;
  /** What an FTE short of it in that year weighs. */
  readonly priceGbpPerFte: number;
};
