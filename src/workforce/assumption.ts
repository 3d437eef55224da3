// The assumptions register: every uncertain value with its unit, source, owner and range.
import type { Month } from '#kernel';

/** How a figure came to be: a statistic, a report, a statistic of a wider group, or somebody's judgement. */
export const SOURCE_KINDS = ['official', 'published', 'proxy', 'judgement'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

export type Source = {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly date: string;
  readonly kind: SourceKind;
  readonly licence: string;
};

/** The axes a table of values may have. */
export const AXES = ['place', 'region', 'family', 'role', 'band', 'ageGroup', 'tier'] as const;
export type Axis = (typeof AXES)[number];

export type AssumptionValue =
  | { readonly kind: 'scalar'; readonly value: number }
  /** Steps: each value holds from its month until the next; before the first, the first holds. */
  | { readonly kind: 'dated'; readonly steps: readonly { readonly from: Month; readonly value: number }[] }
  /** One value per combination of axis members. A member `*` stands for all that are not named. */
  | { readonly kind: 'table'; readonly axes: readonly Axis[]; readonly cells: readonly TableCell[] };

export type TableCell = { readonly at: readonly string[]; readonly value: number };

/** How sure we are. For a scalar it is the distribution of the value itself; for steps and tables it is the
 *  distribution of one factor on all of them. */
export type Distribution =
  | { readonly kind: 'uniform'; readonly low: number; readonly high: number }
  | { readonly kind: 'triangular'; readonly low: number; readonly mode: number; readonly high: number }
  | {
      readonly kind: 'normal';
      readonly mean: number;
      readonly sd: number;
      readonly low: number | null;
      readonly high: number | null;
    }
  /** Given by the tenth and ninetieth percentile. */
  | { readonly kind: 'lognormal'; readonly p10: number; readonly p90: number };

export type Assumption = {
  readonly id: string;
  readonly description: string;
  readonly unit: string;
  readonly value: AssumptionValue;
  /** Null for a value that is not uncertain: a rule, a price list, a decision. */
  readonly spread: Distribution | null;
  readonly kind: SourceKind;
  /** Id in the pack's sources. */
  readonly source: string;
  /** Where in the source, or how it was derived. */
  readonly note: string;
  readonly reliability: 'high' | 'medium' | 'low';
  /** The role that answers for it, never a person. */
  readonly owner: string;
  /** The role that signed it off; null shows as unsigned in every report. */
  readonly signedOffBy: string | null;
  readonly reviewBy: Month;
};
