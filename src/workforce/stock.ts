// Who is in post at the base month, by place, role, band and age group.

/** A span of ages in whole years, both ends included. */
export type AgeGroup = { readonly id: string; readonly fromAge: number; readonly toAge: number };

/** One row of the stock table. */
export type StockRow = {
  readonly place: string;
  readonly role: string;
  readonly band: string;
  readonly ageGroup: string;
  /** Whole people. */
  readonly headcount: number;
  /** Full-time equivalents of those people, more than 0 and at most `headcount` × 1. */
  readonly fte: number;
  readonly source: string;
};
