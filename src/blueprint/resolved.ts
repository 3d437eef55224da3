// The resolved blueprint: what applies in each place, which profile set each value, and what is departed from for a time.
import type { Month } from '#kernel';
import type { Archetype } from './archetype.ts';
import type { Catalogue, ParameterValue, Requirement } from './catalogue.ts';
import type { Profile } from './profile.ts';

export type Blueprint = { readonly catalogue: Catalogue; readonly profiles: readonly Profile[] };

/** What applies, place by place, in the order of places and then of requirement ids; one entry for each place and
 *  requirement. */
export type ResolvedBlueprint = {
  readonly catalogueId: string;
  readonly version: string;
  /** The month for which it is resolved. */
  readonly month: Month;
  readonly archetypes: readonly Archetype[];
  readonly requirements: readonly ResolvedRequirement[];
};

export type ResolvedRequirement = {
  readonly place: string;
  readonly requirement: Requirement;
  /** Id of the catalogue, or of the profile that added the requirement. */
  readonly addedBy: string;
  readonly from: Month;
  readonly matures: Month;
  readonly maturesSetBy: string;
  /** The binding values; a departure in force stands in `deviations`. */
  readonly parameters: readonly ResolvedParameter[];
  /** Departures in force at the month of resolution, at most one for each subject, in the order of subjects. */
  readonly deviations: readonly ResolvedDeviation[];
};

export type ResolvedParameter = {
  readonly id: string;
  readonly unit: string;
  readonly value: ParameterValue;
  /** Id of the profile that set it, or of the catalogue. */
  readonly setBy: string;
};

/** A departure that is explained, approved and dated. */
export type ResolvedDeviation = {
  /** `*` for the whole requirement, which asks for nobody until `reviewBy`; else a parameter's id or `matures`. */
  readonly subject: string;
  /** What holds until `reviewBy`; null where the whole requirement is departed from. */
  readonly value: ParameterValue | null;
  readonly profile: string;
  readonly reason: string;
  readonly approver: string;
  readonly reviewBy: Month;
};
