// The tables of an agreement: outcomes, indicators, payments with their reasons, skills that stay, and what was reported.
import {
  attainmentOf,
  kpiRatings,
  lastReport,
  monthOf,
  pounds,
  paymentStatement,
  transferReadings,
  type AgreementRecord,
  type AgreementRules,
  type CountedReport,
  type KpiRating,
  type PerformanceRecord,
} from '#delivery';
import { formatMonth, type Month } from '#kernel';
import { DataTable, formatExact, formatMonthName, formatNumber, formatShare, singleGroup } from '#report';
import type { KeptRecord } from '../record/kept-records.ts';
import { StateTag } from '../record/state-tag.tsx';

type Shown = { readonly id: string; readonly body: AgreementRecord; readonly mayReport: boolean };
type Counted = Shown & { readonly counted: readonly CountedReport[]; readonly now: Month };

type About = { readonly id: string; readonly subject: PerformanceRecord['subject']; readonly subjectId: string };

function ReportLink({ id, subject, subjectId }: About) {
  const asked = new URLSearchParams({ agreement: id, subject, subjectId }).toString();
  return <a href={`/performance/new?${asked}`}>Report</a>;
}

export function Outcomes({ id, body, mayReport }: Shown) {
  return (
    <div className="figures">
      <DataTable
        id="outcomes"
        caption="Outcomes"
        columns={[
          { key: 'outcome', label: 'Outcome', kind: 'text' },
          { key: 'indicator', label: 'Indicator', kind: 'text' },
          { key: 'cohort', label: 'Cohort', kind: 'text' },
          { key: 'baseline', label: 'Baseline', kind: 'text' },
          { key: 'target', label: 'Target (threshold)', kind: 'number' },
          { key: 'window', label: 'Window', kind: 'text' },
          { key: 'attribution', label: 'Attribution', kind: 'text' },
          ...(mayReport ? [{ key: 'report', label: 'Report', kind: 'text' } as const] : []),
        ]}
        groups={singleGroup(
          body.outcomes.map((each) => ({
            key: each.id,
            header: each.title,
            cells: [
              `${each.indicator} (${each.unit}). Evidence: ${each.evidenceRule}`,
              `${each.cohort.description}, ${formatNumber(each.cohort.people)} people, fixed in ${formatMonthName(each.cohort.fixedIn)}`,
              `${formatExact(each.baseline.value)} in ${formatMonthName(each.baseline.month)}, ${each.baseline.source}`,
              `${formatExact(each.target)} (${formatExact(each.threshold)})`,
              `${formatMonthName(each.windowFrom)} to ${formatMonthName(each.windowUntil)}`,
              `${each.attribution}: ${formatShare(each.attributedShare)}`,
              ...(mayReport ? [<ReportLink key="report" id={id} subject="outcome" subjectId={each.id} />] : []),
            ],
          })),
        )}
        total={null}
      />
    </div>
  );
}

/** @property rules of the pack, whose words rate each indicator; null where it states none */
type Rated = Counted & { readonly rules: AgreementRules | null };

export function KpiTable({ id, body, counted, now, mayReport, rules }: Rated) {
  if (body.kpis.length === 0) return <p>It has no performance indicators beside its outcomes.</p>;
  const span = { from: monthOf(body.from), until: now };
  const ratingOf = new Map(
    rules === null ? [] : kpiRatings(body, counted, { rules, now }).map((each) => [each.kpi, each]),
  );
  return (
    <div className="figures">
      <DataTable
        id="kpis"
        caption="Performance indicators, by verified figures alone: 0% of the way at the threshold, 100% at the target"
        columns={[
          { key: 'kpi', label: 'Indicator', kind: 'text' },
          { key: 'value', label: 'Value', kind: 'number' },
          { key: 'target', label: 'Target (threshold)', kind: 'number' },
          { key: 'attainment', label: 'Of the way', kind: 'number' },
          ...(rules === null ? [] : [{ key: 'rating', label: 'Rating', kind: 'text' } as const]),
          { key: 'assessed', label: 'Assessed', kind: 'text' },
          ...(mayReport ? [{ key: 'report', label: 'Report', kind: 'text' } as const] : []),
        ]}
        groups={singleGroup(
          body.kpis.map((kpi) => {
            const last = lastReport(counted, { subject: 'kpi', subjectId: kpi.id, ...span });
            const rating = ratingOf.get(kpi.id);
            const every = `every ${kpi.everyMonths} months`;
            const seen = last === null ? every : `${formatMonthName(formatMonth(last.month))}, ${every}`;
            return {
              key: kpi.id,
              header: kpi.title,
              cells: [
                last === null ? 'none yet' : `${formatExact(last.value)} ${kpi.unit}`,
                `${formatExact(kpi.target)} (${formatExact(kpi.threshold)})`,
                last === null ? '' : formatShare(attainmentOf(last.value, kpi)),
                ...(rating === undefined ? [] : [rating.rating]),
                rating === undefined ? seen : `${seen}; ${dueInWords(rating)}`,
                ...(mayReport ? [<ReportLink key="report" id={id} subject="kpi" subjectId={kpi.id} />] : []),
              ],
            };
          }),
        )}
        total={null}
      />
    </div>
  );
}

function dueInWords({ isOverdue, dueIn }: KpiRating): string {
  return isOverdue ? `overdue since ${formatMonthName(dueIn)}` : `next by ${formatMonthName(dueIn)}`;
}

/** Each line with its reason; their sum is what is payable by this month in all. */
export function Payments({ id, body, counted, now, mayReport }: Counted) {
  const { lines, totalGbp } = paymentStatement(body, counted, now);
  return (
    <div className="figures">
      <DataTable
        id="payments"
        caption="Payable by this month, each line with its reason"
        columns={[
          { key: 'payment', label: 'Payment', kind: 'text' },
          { key: 'kind', label: 'Kind', kind: 'text' },
          { key: 'because', label: 'Because', kind: 'text' },
          { key: 'due', label: 'Due', kind: 'number' },
        ]}
        groups={singleGroup(
          lines.map(({ payment, kind, because, dueGbp }) => ({
            key: payment,
            header: payment,
            cells: [
              kind,
              <>
                {because}.{' '}
                {mayReport && kind === 'milestone' ? (
                  <ReportLink id={id} subject="milestone" subjectId={payment} />
                ) : null}
              </>,
              pounds(dueGbp),
            ],
          })),
        )}
        total={{ key: 'sum', header: 'All', cells: ['', '', pounds(totalGbp)] }}
      />
    </div>
  );
}

export function Transfers({ id, body, counted, now, mayReport }: Counted) {
  const readings = transferReadings(body, counted, now);
  if (readings.length === 0) return <p>It passes no skill on to posts of one’s own.</p>;
  return (
    <div className="figures">
      <DataTable
        id="transfers"
        caption="Skills that pass to posts of one’s own, and are still held months on"
        columns={[
          { key: 'post', label: 'Post', kind: 'text' },
          { key: 'skill', label: 'Skill', kind: 'text' },
          { key: 'by', label: 'By', kind: 'text' },
          { key: 'held', label: 'Still held after', kind: 'text' },
          { key: 'state', label: 'State', kind: 'text' },
          ...(mayReport ? [{ key: 'report', label: 'Report', kind: 'text' } as const] : []),
        ]}
        groups={singleGroup(
          readings.map((each) => ({
            key: each.id,
            header: `${each.post}, ${each.role}, ${each.place}`,
            cells: [
              `${each.skill}, ${each.level}`,
              formatMonthName(each.byMonth),
              `${each.heldMonths} months`,
              <StateTag key="state" state={each.state} />,
              ...(mayReport
                ? [
                    <ReportLink
                      key="report"
                      id={id}
                      subject={each.state === 'reached' ? 'held' : 'transfer'}
                      subjectId={each.id}
                    />,
                  ]
                : []),
            ],
          })),
        )}
        total={null}
      />
    </div>
  );
}

/** Staff that it brings: starts in channels of the pack, which the projection counts once the agreement is made. */
export function Yields({ body, nameOf }: { readonly body: AgreementRecord; readonly nameOf: (id: string) => string }) {
  if (body.yields.length === 0) return <p>It brings no staff into the channels of the plan.</p>;
  return (
    <div className="figures">
      <DataTable
        id="yields"
        caption="Staff that it brings, as starts in the channels of the plan; the gap as it stands counts them"
        columns={[
          { key: 'channel', label: 'Channel', kind: 'text' },
          { key: 'post', label: 'Role and band', kind: 'text' },
          { key: 'place', label: 'Place', kind: 'text' },
          { key: 'month', label: 'Starts in', kind: 'text' },
          { key: 'people', label: 'People', kind: 'number' },
        ]}
        groups={singleGroup(
          body.yields.map(({ channel, role, band, place, month, people }, index) => ({
            key: `${index}`,
            header: nameOf(channel),
            cells: [`${nameOf(role)}, band ${band}`, nameOf(place), formatMonthName(month), formatNumber(people)],
          })),
        )}
        total={null}
      />
    </div>
  );
}

type KeptReports = readonly KeptRecord<PerformanceRecord>[];

function newestFirst(reports: KeptReports): KeptReports {
  return reports.toSorted((one, other) => monthOf(other.body.month) - monthOf(one.body.month));
}

export function Reports({ reports }: { readonly reports: KeptReports }) {
  if (reports.length === 0) return <p>Nothing has been reported yet.</p>;
  return (
    <div className="figures">
      <DataTable
        id="reports"
        caption="Reported; only what the verifier confirmed counts"
        columns={[
          { key: 'about', label: 'About', kind: 'text' },
          { key: 'month', label: 'Month', kind: 'text' },
          { key: 'value', label: 'Reported', kind: 'number' },
          { key: 'verified', label: 'Verified', kind: 'number' },
          { key: 'state', label: 'State', kind: 'text' },
        ]}
        groups={singleGroup(
          newestFirst(reports).map(({ id, body }) => ({
            key: id,
            header: (
              <a href={`/performance/${id}`}>
                {body.subject} {body.subjectId}
              </a>
            ),
            cells: [
              formatMonthName(body.month),
              formatExact(body.value),
              body.verifiedValue === null ? 'not yet' : formatExact(body.verifiedValue),
              <StateTag key="state" state={body.state} />,
            ],
          })),
        )}
        total={null}
      />
    </div>
  );
}
