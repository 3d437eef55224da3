// Where people work: a tree of places over time, from the nation down to an organisation.
import type { Month } from '#kernel';

/** The tiers from the centre outwards; a place's parent is always of an earlier tier. */
export const TIERS = ['national', 'region', 'system', 'organisation'] as const;
export type Tier = (typeof TIERS)[number];

/** A body or area that holds posts or answers for those that do. */
export type Place = {
  readonly code: string;
  readonly name: string;
  readonly tier: Tier;
  /** What sort of body it is, in the pack's own words: `acute trust`, `integrated care system`. */
  readonly kind: string;
  /** Code of the place above; null for the nation alone. */
  readonly parent: string | null;
  /** First month in which the place exists. */
  readonly from: Month;
  /** First month in which it no longer exists; null while no end is known. */
  readonly to: Month | null;
  /** Code of the place that takes over its people at `to`; null where it has no end. */
  readonly successor: string | null;
};

/** What a formula of the blueprint may count in a place: staff, sites, beds. */
export type Driver = { readonly id: string; readonly unit: string; readonly description: string };

/** The value of a driver in one place, with the id of its source. */
export type DriverValue = {
  readonly place: string;
  readonly driver: string;
  readonly value: number;
  readonly source: string;
};
