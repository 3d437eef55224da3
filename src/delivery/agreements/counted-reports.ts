// Which reports of performance count: of this agreement, verified, by the verifier that it names and never by the supplier.
import { monthOf } from '../record-fields.ts';
import type { AgreementRecord } from './agreement-record.ts';
import type { PerformanceRecord } from './performance-record.ts';

/** A record with the id under which it is kept. */
export type Kept<Body> = { readonly id: string; readonly body: Body };

/** A report that counts, with its verified value. */
export type CountedReport = {
  readonly id: string;
  readonly subject: PerformanceRecord['subject'];
  readonly subjectId: string;
  readonly month: number;
  readonly value: number;
};

/** In the order of their months, then of their ids. Whatever else a report says, one that the supplier verified never
 *  counts. */
export function countedReports(
  agreement: Kept<AgreementRecord>,
  reports: readonly Kept<PerformanceRecord>[],
): readonly CountedReport[] {
  const { supplier, verifier } = agreement.body;
  if (verifier.id === supplier.id) return [];
  return reports
    .flatMap(({ id, body }): readonly CountedReport[] => {
      const isOurs = body.agreement === agreement.id && body.supplier === supplier.id;
      if (!isOurs || body.state !== 'verified' || body.verifier !== verifier.id) return [];
      if (body.verifiedValue === null) return [];
      const { subject, subjectId } = body;
      return [{ id, subject, subjectId, month: monthOf(body.month), value: body.verifiedValue }];
    })
    .toSorted((one, other) => one.month - other.month || (one.id < other.id ? -1 : 1));
}

/** The last report on a subject in a span of months, both ends included. */
export function lastReport(
  reports: readonly CountedReport[],
  on: Pick<CountedReport, 'subject' | 'subjectId'> & { readonly from: number; readonly until: number },
): CountedReport | null {
  return (
    reports.findLast(
      ({ subject, subjectId, month }) =>
        subject === on.subject && subjectId === on.subjectId && month >= on.from && month <= on.until,
    ) ?? null
  );
}
