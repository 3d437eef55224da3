// The first page of a supplier: the outcomes it agreed to, how each is doing, and the evidence that is asked for.
import { InsetText } from 'nhsuk-react-components';
import { countedReports, type AgreementRecord, type PerformanceRecord } from '#delivery';
import { formatMonth, ok, type Result } from '#kernel';
import type { PageRequest } from '#http';
import { DataTable, formatGbp, formatMonthName, formatNumber } from '#report';
import { Headline } from '../figures/headline.tsx';
import { AGREEMENTS, PERFORMANCE } from '../partnerships/agreement-part.tsx';
import { keptRecords, type KeptRecord } from '../record/kept-records.ts';
import { deskOf } from '../shell/page-answer.tsx';
import type { Home } from './home.ts';

type Kept = {
  readonly agreements: readonly KeptRecord<AgreementRecord>[];
  readonly reports: readonly KeptRecord<PerformanceRecord>[];
};

export async function supplierHome(request: PageRequest): Promise<Result<Home>> {
  const desk = deskOf(request);
  const agreements = await keptRecords(desk, AGREEMENTS, null);
  if (!agreements.ok) return agreements;
  const reports = await keptRecords(desk, PERFORMANCE, null);
  if (!reports.ok) return reports;
  const kept = { agreements: agreements.value, reports: reports.value };
  return ok({
    title: 'What outcomes did we agree, and how are we doing?',
    children:
      kept.agreements.length === 0 ? (
        <InsetText>
          <p>
            No agreement with you is on record yet. The buyer drafts it; once it is there, its outcomes, your figures
            and the evidence asked for stand here.
          </p>
          <p>
            <a href="/help/supplier">How agreements for outcomes work</a>
          </p>
        </InsetText>
      ) : (
        <Standing {...kept} />
      ),
  });
}

function Standing({ agreements, reports }: Kept) {
  const live = agreements.filter(({ state }) => state === 'live' || state === 'agreed');
  const countOf = (state: PerformanceRecord['state']) => reports.filter((report) => report.state === state).length;
  return (
    <>
      <Headline
        figures={[
          {
            label: 'Agreements',
            amount: formatNumber(agreements.length),
            note: `${formatNumber(live.length)} agreed or live`,
            href: '/partnerships',
          },
          {
            label: 'Worth',
            amount: formatGbp(live.reduce((sum, { body }) => sum + body.valueGbp, 0)),
            note: 'of those agreed or live',
            href: null,
          },
          {
            label: 'Waiting for a verifier',
            amount: formatNumber(countOf('reported')),
            note: 'figures that you have reported',
            href: null,
          },
          {
            label: 'Disputed or refused',
            amount: formatNumber(countOf('disputed') + countOf('refused')),
            note: 'look at the reason and answer it',
            href: null,
          },
        ]}
      />
      <OutcomeTable agreements={agreements} reports={reports} />
    </>
  );
}

function OutcomeTable({ agreements, reports }: Kept) {
  return (
    <section aria-labelledby="outcomes-heading">
      <h2 id="outcomes-heading">Outcome by outcome</h2>
      <div className="figures">
        <DataTable
          id="outcomes"
          caption="What was agreed, the last figure that the verifier stood behind, and the evidence asked for"
          columns={[
            { key: 'outcome', label: 'Outcome', kind: 'text' },
            { key: 'from', label: 'From', kind: 'number' },
            { key: 'to', label: 'To', kind: 'number' },
            { key: 'by', label: 'By', kind: 'text' },
            { key: 'last', label: 'Last verified', kind: 'text' },
            { key: 'evidence', label: 'Evidence asked for', kind: 'text' },
          ]}
          groups={agreements.map((agreement) => {
            const counted = countedReports(agreement, reports);
            return {
              key: agreement.id,
              heading: `${agreement.body.title} (${agreement.state})`,
              rows: agreement.body.outcomes.map(({ id, title, unit, baseline, target, windowUntil, evidenceRule }) => {
                const last = counted.findLast(({ subject, subjectId }) => subject === 'outcome' && subjectId === id);
                return {
                  key: `${agreement.id} ${id}`,
                  header: <a href={`/partnerships/${agreement.id}`}>{title}</a>,
                  cells: [
                    `${formatNumber(baseline.value)} ${unit}`,
                    `${formatNumber(target)} ${unit}`,
                    formatMonthName(windowUntil),
                    last === undefined
                      ? 'nothing yet'
                      : `${formatNumber(last.value)} ${unit}, ${formatMonthName(formatMonth(last.month))}`,
                    evidenceRule,
                  ],
                };
              }),
            };
          })}
          total={null}
        />
      </div>
    </section>
  );
}
