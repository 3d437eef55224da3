// How people come: recruitment, training, reskilling, conversion and knowledge transfer, each with its limits.
import type { Month } from '#kernel';
import type { Tier } from './place.ts';

export const CHANNEL_KINDS = [
  'market',
  'training',
  'reskilling',
  'conversion',
  'knowledge-transfer',
  'retention',
  'shared-post',
] as const;
export type ChannelKind = (typeof CHANNEL_KINDS)[number];

/** A supply channel: a way for a person to reach a post in one of the roles it yields. */
export type Channel = {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly kind: ChannelKind;
  /** Profession that entrants leave; null where they come from outside. */
  readonly sourceProfession: string | null;
  /** Share of entrants in each age group at the start; shares add up to 1. */
  readonly entrantAges: readonly { readonly ageGroup: string; readonly share: number }[];
  /** The posts it may lead to; a plan chooses among them. */
  readonly yields: readonly { readonly role: string; readonly band: string }[];
  /** Months from start to post: training time, or the time to recruit. */
  readonly months: number;
  /** Assumption id, unit share: starters who complete. Dropout is spread evenly over the months. */
  readonly completion: string;
  /** Assumption id, unit GBP/start: fees, bursary, recruitment cost. */
  readonly costPerStart: string;
  /** Assumption id, unit share: FTE lost to the source post, or paid and not yet productive, while in training. */
  readonly protectedTime: string | null;
  /** Assumption id, unit share: by how much cover for that time costs more than its pay; null where nobody covers. */
  readonly coverPremium: string | null;
  /** Assumption id, unit people/year: the most starts in the whole nation in a year. */
  readonly capacityPerYear: string;
  /** Driver that shares capacity and starts out over places. */
  readonly sharedBy: string;
  /** A place may take at most this multiple of its proportional share. */
  readonly placeHeadroom: number;
  /** Assumption id, unit people/year: starts that happen anyway; null where none do. */
  readonly baselineStartsPerYear: string | null;
  /** Smallest cohort that runs in one place. */
  readonly minimumCohort: number;
  /** What it costs once before anybody may start; null where it is open to all. */
  readonly opening: ChannelOpening | null;
  /** The tier within which places may take over each other's placements; null where each keeps its own. */
  readonly placements: MovedPlacements | null;
  /** Of a channel of kind `retention`, else null. */
  readonly retention: Retention | null;
  /** Of a channel of kind `shared-post`, else null: the tier whose places share each post, by the driver of the channel. */
  readonly sharedWithin: Tier | null;
  readonly opens: Month | null;
  /** First month in which nobody may start. */
  readonly closes: Month | null;
  /** Who is accountable for starting it. */
  readonly accountableTier: Tier;
  readonly fund: string;
  readonly source: string;
};

/** A channel that has to be set up: once for each place of a tier and all below it. */
export type ChannelOpening = {
  /** Assumption id, unit GBP/opening. */
  readonly cost: string;
  readonly at: Tier;
};

/** Placements that a place may take over from others under the same place of a tier, which then have fewer. */
export type MovedPlacements = {
  readonly within: Tier;
  /** Assumption id, unit GBP/start: what a placement costs more where it is moved to. */
  readonly cost: string;
};

/** People kept who would have left. A start is one of them; the more are kept, the more each costs. */
export type Retention = {
  /** Share of those who leave a post in a place in a year, at the rates of the base month, who can be kept at most. */
  readonly reachShare: number;
  /** Beyond this share of leavers each kept costs so much more than the channel's own cost; shares and costs rise. */
  readonly steps: readonly RetentionStep[];
};

export type RetentionStep = {
  readonly fromShare: number;
  /** Assumption id, unit GBP/start. */
  readonly extraCost: string;
};
