// What an official file tells of single organisations in one month, in the words of a pack.
import type { Month } from '#kernel';
import type { Driver, Source } from '#workforce';

export type OrganisationStatistics = {
  /** The month at whose end people were counted. */
  readonly month: Month;
  readonly source: Source;
  /** What the file counts in each organisation. */
  readonly drivers: readonly Driver[];
  /** Id of the driver in proportion to which a system's stock is split over its organisations. */
  readonly splitBy: string;
  /** In the order of their codes. */
  readonly organisations: readonly Organisation[];
};

export type Organisation = {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly system: { readonly code: string; readonly name: string };
  readonly region: { readonly code: string; readonly name: string };
  /** Value of every driver, by its id. */
  readonly values: ReadonlyMap<string, number>;
  /** Where the organisation first stands: `file:line:column`. */
  readonly path: string;
};
