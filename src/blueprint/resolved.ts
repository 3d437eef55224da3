// The resolved blueprint: what applies in each place, and which profile set each value.
import type { Month } from '#kernel';
import type { ParameterValue, Requirement } from './catalogue.ts';

export type Blueprint = {
  readonly catalogue: import('./catalogue.ts').Catalogue;
  readonly profiles: readonly import('./profile.ts').Profile[];
};

/** What applies, place by place, in the order of places and then of requirement ids. */
export type ResolvedBlueprint = {
  readonly catalogueId: string;
  readonly version: string;
  readonly requirements: readonly ResolvedRequirement[];
};

export type ResolvedRequirement = {
  readonly place: string;
  readonly requirement: Requirement;
  readonly from: Month;
  readonly matures: Month;
  readonly maturesSetBy: string;
  readonly parameters: readonly ResolvedParameter[];
};

export type ResolvedParameter = {
  readonly id: string;
  readonly unit: string;
  readonly value: ParameterValue;
  /** Id of the profile that set it, or of the catalogue. */
  readonly setBy: string;
};
