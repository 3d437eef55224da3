// How people come: recruitment, training, reskilling, conversion and knowledge transfer, each with its limits.
import type { Month } from '#kernel';
import type { Tier } from './place.ts';

export const CHANNEL_KINDS = ['market', 'training', 'reskilling', 'conversion', 'knowledge-transfer'] as const;
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
  readonly opens: Month | null;
  /** First month in which nobody may start. */
  readonly closes: Month | null;
  /** Who is accountable for starting it. */
  readonly accountableTier: Tier;
  readonly fund: string;
  readonly source: string;
};
