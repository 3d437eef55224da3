// What matters most: how far the national gap moves with each assumption, and the sentence that says so.
import { ChartFigure } from '../chart/chart-figure.tsx';
import { DataTable, singleGroup } from '../chart/data-table.tsx';
import { TornadoChart } from '../chart/tornado-chart.tsx';
import { formatGap } from '../number-format.ts';
import type { PlanReading } from '../plan-reading.ts';
import { estimateAt } from '../series-index.ts';
import { ReportSection } from './report-section.tsx';

/** As many bars as a reader can take in; the table has the rest. */
const BARS_SHOWN = 12;

export function Sensitivity({ reading }: { readonly reading: PlanReading }) {
  const { elasticities } = reading.document;
  return (
    <ReportSection
      id="sensitivity"
      heading="What matters most"
      introduction={
        <p>
          {elasticities.length === 0
            ? 'No assumption was varied by itself in this run.'
            : 'Each bar moves one assumption from its low to its high end, the tenth and the ninetieth percentile, and leaves all others where they are.'}
        </p>
      }
    >
      {elasticities.length === 0 ? null : <SensitivityFigure reading={reading} />}
    </ReportSection>
  );
}

type Elasticity = PlanReading['document']['elasticities'][number];

function SensitivityFigure({ reading }: { readonly reading: PlanReading }) {
  const { document, nation, nameOf, lastIndex, without } = reading;
  const ranked = document.elasticities.toSorted((one, other) => swingOf(other) - swingOf(one));
  const shown = ranked.slice(0, BARS_SHOWN);
  const descriptions = new Map(document.assumptions.map((one) => [one.id, one.description]));
  const nameOfAssumption = (id: string) => descriptions.get(id) ?? id;
  const [widest] = ranked;
  const title = widest === undefined ? '' : `The gap turns most on: ${nameOfAssumption(widest.assumption)}`;
  const gap = estimateAt(without.find({ measure: 'gapFte', place: nation.code, family: '*' }), lastIndex);
  return (
    <ChartFigure
      id="tornado"
      title={title}
      subtitle={`Supply less demand in ${nation.name}, digital FTE, ${nameOf.month(lastIndex)}, as things go; the upright line is the mean of all runs`}
      legend={[
        { mark: { kind: 'dot', tone: 'at-low' }, label: 'Assumption at its low end' },
        { mark: { kind: 'dot', tone: 'at-high' }, label: 'Assumption at its high end' },
      ]}
      caption={shown
        .slice(0, 3)
        .map((one) => one.sentence)
        .join(' ')}
      table={<SensitivityTable ranked={ranked} nameOfAssumption={nameOfAssumption} />}
    >
      <TornadoChart
        id="tornado-bars"
        title={title}
        description="The caption below names the three that matter most; the table below holds every figure drawn."
        centre={gap.mean}
        bars={shown.map((one) => ({
          key: one.assumption,
          label: nameOfAssumption(one.assumption),
          low: one.low,
          high: one.high,
        }))}
      />
    </ChartFigure>
  );
}

function swingOf(one: Elasticity): number {
  return Math.abs(one.high - one.low);
}

type SensitivityTableProps = {
  readonly ranked: readonly Elasticity[];
  readonly nameOfAssumption: (id: string) => string;
};

function SensitivityTable({ ranked, nameOfAssumption }: SensitivityTableProps) {
  const rows = ranked.map((one) => ({
    key: one.assumption,
    header: (
      <>
        {nameOfAssumption(one.assumption)}
        <span className="note">{one.assumption}</span>
      </>
    ),
    cells: [formatGap(one.low), formatGap(one.high), one.elasticity.toFixed(2).replace('-', '−'), one.sentence],
  }));
  return (
    <DataTable
      id="sensitivity-table"
      caption="The national gap with each assumption at its low and at its high end, FTE"
      columns={[
        { key: 'assumption', label: 'Assumption', kind: 'text' },
        { key: 'low', label: 'Gap at its low end', kind: 'number' },
        { key: 'high', label: 'Gap at its high end', kind: 'number' },
        { key: 'elasticity', label: '% of supply per 1%', kind: 'number' },
        { key: 'sentence', label: 'In words', kind: 'text' },
      ]}
      groups={singleGroup(rows)}
      total={null}
    />
  );
}
