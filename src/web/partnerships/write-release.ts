// What the pages need of whoever writes open contracting data: one agreement, and what stands around it.
import type { AgreementRecord, CountedReport, Kept, PaymentStatement } from '#delivery';

export type ReleaseTerms = {
  readonly prefix: string;
  readonly publisher: string;
  readonly buyerName: string;
  /** Moment of the release, ISO 8601. */
  readonly date: string;
  readonly currency: string;
  readonly reports: readonly CountedReport[];
  readonly statement: PaymentStatement;
};

/** @returns plain JSON */
export type WriteRelease = (agreement: Kept<AgreementRecord>, terms: ReleaseTerms) => unknown;
