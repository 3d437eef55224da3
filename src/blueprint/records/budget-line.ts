// Money that a body has set aside, and the requirement and standards that it is for.
import type { Month } from '#kernel';

export type BudgetLine = {
  readonly id: string;
  readonly title: string;
  /** Code of the place that holds the money. */
  readonly holder: string;
  /** Code of the place that it is spent for. */
  readonly beneficiary: string;
  /** Id of the requirement that it serves; null for none. */
  readonly requirement: string | null;
  readonly standards: readonly string[];
  readonly fund: string;
  /** Month in which what it pays for is to be retired; null where it is to stay. */
  readonly retires: Month | null;
  readonly amounts: readonly BudgetAmount[];
  readonly source: string;
};

/** Financial years run from April: 2026 is April 2026 to March 2027. */
export type BudgetAmount = { readonly year: number; readonly amountGbp: number };
