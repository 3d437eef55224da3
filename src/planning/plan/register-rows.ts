// The register as a report shows it: each assumption in words, with what is overdue or unsigned made plain.
import { formatMonth, type Month, type Problem } from '#kernel';
import { describeRange, describeValue, type Assumption } from '#workforce';
import type { PlanDocument } from './plan-document.ts';

export type AssumptionRow = PlanDocument['assumptions'][number];

/** @param asOf month against which review dates are read */
export function assumptionRow(assumption: Assumption, asOf: Month): AssumptionRow {
  const { id, description, unit, kind, source, note, reliability, owner, signedOffBy, reviewBy } = assumption;
  return {
    id,
    description,
    unit,
    value: describeValue(assumption),
    range: assumption.spread === null ? null : describeRange(assumption),
    kind,
    source,
    note,
    reliability,
    owner,
    signedOffBy,
    reviewBy: formatMonth(reviewBy),
    isOverdue: reviewBy < asOf,
  };
}

/** What a reader must know of the register before the figures are used. */
export function registerWarnings(rows: readonly AssumptionRow[]): Problem[] {
  const overdue = rows.filter(({ isOverdue }) => isOverdue);
  const unsigned = rows.filter(({ signedOffBy }) => signedOffBy === null);
  const warnings: Problem[] = [];
  if (overdue.length > 0) {
    warnings.push({
      code: 'expired',
      message: `${overdue.length} of ${rows.length} assumptions are past their review date: ${someIds(overdue)}.`,
      path: 'assumptions',
      hint: 'Ask their owners to review them, and set a new reviewBy.',
    });
  }
  if (unsigned.length > 0) {
    warnings.push({
      code: 'inconsistent',
      message: `${unsigned.length} of ${rows.length} assumptions are signed off by nobody: ${someIds(unsigned)}.`,
      path: 'assumptions',
      hint: 'Read the plan as a draft until their owners have signed them off.',
    });
  }
  return warnings;
}

const NAMED_IDS = 5;

function someIds(rows: readonly AssumptionRow[]): string {
  const named = rows.slice(0, NAMED_IDS).map(({ id }) => id);
  const left = rows.length - named.length;
  return named.join(', ') + (left > 0 ? ` and ${left} more` : '');
}
