// Our figures beside published ones that the plan never uses, how far apart they are, and why; and any ambition.
import { ChartFigure } from '../chart/chart-figure.tsx';
import { DataTable, singleGroup } from '../chart/data-table.tsx';
import { RangeChart } from '../chart/range-chart.tsx';
import {
  formatCount,
  formatFineShare,
  formatMonthName,
  formatRange,
  formatShare,
  formatShortMonth,
} from '../number-format.ts';
import type { PlanReading } from '../plan-reading.ts';
import { ReportSection } from './report-section.tsx';

type Comparison = PlanReading['document']['comparisons'][number];

export function Comparisons({ reading }: { readonly reading: PlanReading }) {
  const { comparisons } = reading.document;
  return (
    <ReportSection
      id="comparisons"
      heading="Beside published figures"
      introduction={
        <p>
          {comparisons.length === 0
            ? 'The pack names no published figure to set this plan beside.'
            : 'The plan does not use these figures; it stands beside them, so that a reader can judge how far apart they are and why.'}
        </p>
      }
    >
      {comparisons.length === 0 ? null : <ComparisonFigure reading={reading} />}
      <Reasons reading={reading} />
      <Ambition reading={reading} />
    </ReportSection>
  );
}

function ComparisonFigure({ reading }: { readonly reading: PlanReading }) {
  const { comparisons } = reading.document;
  const within = comparisons.filter(({ ours, published }) => ours.p10 <= published && published <= ours.p90).length;
  const title = `${within} of ${comparisons.length} published figures lie within our range`;
  const shareOf = (value: number, published: number) => (published === 0 ? 0 : value / published);
  return (
    <ChartFigure
      id="beside-published"
      title={title}
      subtitle="Ours as a percentage of the published figure: dot the median, line the range, upright line equal"
      legend={[]}
      caption={comparisons.map(apartInWords).join(' ')}
      table={<ComparisonTable reading={reading} />}
    >
      <RangeChart
        id="beside-published-ranges"
        title={title}
        description="The caption below says what is seen; the table below holds every figure drawn."
        rows={comparisons.map(({ id, description, month, ours, published }) => ({
          key: id,
          label: description,
          note: formatMonthName(month),
          p10: shareOf(ours.p10, published),
          p50: shareOf(ours.p50, published),
          p90: shareOf(ours.p90, published),
        }))}
      />
    </ChartFigure>
  );
}

function apartInWords({ description, published, ours }: Comparison): string {
  const difference = ours.p50 - published;
  const side = difference < 0 ? 'below' : 'above';
  const apart = published === 0 ? formatCount(Math.abs(difference)) : formatShare(Math.abs(difference) / published);
  return `${description}: published ${formatCount(published)}, ours ${formatCount(ours.p50)}, ${apart} ${side}.`;
}

function Reasons({ reading }: { readonly reading: PlanReading }) {
  const explained = reading.document.comparisons.filter((one) => one.note !== '');
  if (explained.length === 0) return null;
  return (
    <>
      <h3>Why they differ</h3>
      <dl className="reasons">
        {explained.map((one) => (
          <div key={one.id}>
            <dt>{one.description}</dt>
            <dd>{one.note}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function ComparisonTable({ reading }: { readonly reading: PlanReading }) {
  const rows = reading.document.comparisons.map((one) => ({
    key: one.id,
    header: (
      <>
        {one.description}
        <span className="note">{reading.nameOf.source(one.source)}</span>
      </>
    ),
    cells: [
      formatShortMonth(one.month),
      formatCount(one.published),
      formatCount(one.ours.p50),
      formatRange(one.ours),
      one.published === 0 ? '–' : formatShare(one.ours.p50 / one.published),
      one.note,
    ],
  }));
  return (
    <DataTable
      id="comparisons-table"
      caption="Published figures and ours"
      columns={[
        { key: 'figure', label: 'Figure', kind: 'text' },
        { key: 'month', label: 'Month', kind: 'text' },
        { key: 'published', label: 'Published', kind: 'number' },
        { key: 'ours', label: 'Ours', kind: 'number' },
        { key: 'range', label: 'Range', kind: 'number' },
        { key: 'share', label: 'Ours as a share', kind: 'number' },
        { key: 'why', label: 'Why they differ', kind: 'text' },
      ]}
      groups={singleGroup(rows)}
      total={null}
    />
  );
}

function Ambition({ reading }: { readonly reading: PlanReading }) {
  const { ambition } = reading.document;
  if (ambition === null) return null;
  const { ourShare, share, by, sentence } = ambition;
  return (
    <>
      <h3>
        An ambition of {formatFineShare(share)} by {formatMonthName(by)}
      </h3>
      <p className="prose">
        {sentence} Our share of all staff is {formatFineShare(ourShare.p50)} (range {formatFineShare(ourShare.p10)} to{' '}
        {formatFineShare(ourShare.p90)}).
      </p>
    </>
  );
}
