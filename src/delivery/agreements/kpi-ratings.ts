// How a supplier does by each indicator, in the words that the pack's rules give, and which assessments are overdue.
import { formatMonth, type Month } from '#kernel';
import { monthOf } from '../record-fields.ts';
import type { AgreementRecord } from './agreement-record.ts';
import type { AgreementRules } from './agreement-rules.ts';
import { lastReport, type CountedReport } from './counted-reports.ts';

export type KpiRating = {
  readonly kpi: string;
  readonly title: string;
  readonly value: number | null;
  readonly target: number;
  /** 0 at the threshold, 1 at the target; null where nothing verified is there. */
  readonly attainment: number | null;
  readonly rating: string;
  readonly assessedIn: string | null;
  /** When the next assessment is due, YYYY-MM. */
  readonly dueIn: string;
  readonly isOverdue: boolean;
};

export type RatingTerms = { readonly rules: AgreementRules; readonly now: Month };

export function kpiRatings(
  agreement: AgreementRecord,
  reports: readonly CountedReport[],
  { rules, now }: RatingTerms,
): readonly KpiRating[] {
  return agreement.kpis.map((kpi) => {
    const from = monthOf(agreement.from);
    const last = lastReport(reports, { subject: 'kpi', subjectId: kpi.id, from, until: now });
    const attainment = last === null ? null : attainmentOf(last.value, kpi);
    const every = Math.min(kpi.everyMonths, rules.assessedEveryMonths);
    const due = (last?.month ?? from) + every;
    return {
      kpi: kpi.id,
      title: kpi.title,
      value: last?.value ?? null,
      target: kpi.target,
      attainment,
      rating: attainment === null ? rules.otherwise : ratingOf(attainment, rules),
      assessedIn: last === null ? null : formatMonth(last.month),
      dueIn: formatMonth(due),
      isOverdue: due < now && now <= monthOf(agreement.until) + every,
    };
  });
}

/** Where a value lies between the threshold, 0, and the target, 1; it may lie beyond either, whichever way is better. */
export function attainmentOf(value: number, of: { readonly target: number; readonly threshold: number }): number {
  const span = of.target - of.threshold;
  if (span === 0) return value >= of.target ? 1 : -1;
  return (value - of.threshold) / span;
}

function ratingOf(attainment: number, rules: AgreementRules): string {
  const found = rules.ratings.find(({ fromAttainment }) => fromAttainment === null || attainment >= fromAttainment);
  return found?.word ?? rules.otherwise;
}
