// How sure the figures are as far as samples go: the headline as more and more of them give it.
import { ERRORS_IN_95, type PlanDocument } from '#planning';
import { ChartFigure } from '../chart/chart-figure.tsx';
import { DataTable, singleGroup } from '../chart/data-table.tsx';
import { SettlingChart } from '../chart/settling-chart.tsx';
import { formatCount, formatGap, formatNumber } from '../number-format.ts';
import type { PlanReading } from '../plan-reading.ts';
import { ReportSection } from './report-section.tsx';

type Settling = PlanDocument['settling'][number];
type Known = Settling & { readonly errorFte: NonNullable<Settling['errorFte']> };

export function Precision({ reading }: { readonly reading: PlanReading }) {
  const { settling, precisionSentence } = reading.document;
  const known = settling.flatMap((row): readonly Known[] => {
    const { errorFte } = row;
    return errorFte === null ? [] : [{ ...row, errorFte }];
  });
  return (
    <ReportSection
      id="precision"
      heading="How sure the samples are"
      introduction={
        <p>
          {precisionSentence} What the interval itself leaves out, the parts on what matters most and on assumptions
          say.
        </p>
      }
    >
      {known.length === 0 ? null : <SettlingFigure known={known} reading={reading} />}
    </ReportSection>
  );
}

function SettlingFigure({ known, reading }: { readonly known: readonly Known[]; readonly reading: PlanReading }) {
  const { nation, nameOf, lastIndex } = reading;
  const title = 'The gap as samples are added';
  const rows = known.map(({ samples, gapFte, errorFte }) => ({
    samples,
    estimates: (['p10', 'mean', 'p90'] as const).map((which) => ({
      value: gapFte[which],
      bar: errorFte[which] * ERRORS_IN_95,
    })),
  }));
  return (
    <ChartFigure
      id="settling"
      title={title}
      subtitle={`Supply less demand in ${nation.name}, digital FTE, ${nameOf.month(lastIndex)}, as things go`}
      legend={[
        { mark: { kind: 'dot', tone: 'ours' }, label: 'Mean' },
        { mark: { kind: 'dot', tone: 'at-low' }, label: 'Tenth and ninetieth percentile' },
      ]}
      caption="Each bar holds what endless samples would give, 95 times in 100. It comes from eight independent scrambles of the samples."
      table={<SettlingTable known={known} />}
    >
      <SettlingChart
        id="settling-rows"
        title={title}
        description="The table below holds every figure drawn."
        rows={rows}
      />
    </ChartFigure>
  );
}

function SettlingTable({ known }: { readonly known: readonly Known[] }) {
  const cell = (value: number, error: number): string => `${formatGap(value)} ± ${formatCount(error * ERRORS_IN_95)}`;
  return (
    <DataTable
      id="settling-table"
      caption="The national gap of the last month by the number of samples, FTE"
      columns={[
        { key: 'samples', label: 'Samples', kind: 'text' },
        { key: 'p10', label: 'Tenth percentile', kind: 'number' },
        { key: 'mean', label: 'Mean', kind: 'number' },
        { key: 'p90', label: 'Ninetieth percentile', kind: 'number' },
      ]}
      groups={singleGroup(
        known.map(({ samples, gapFte, errorFte }) => ({
          key: String(samples),
          header: formatNumber(samples),
          cells: [cell(gapFte.p10, errorFte.p10), cell(gapFte.mean, errorFte.mean), cell(gapFte.p90, errorFte.p90)],
        })),
      )}
      total={null}
    />
  );
}
