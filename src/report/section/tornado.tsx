// The tornado: how far a gap moves with each assumption, the sentence that says so, and which share of the doubt it is.
import { isRoughShare, type PlanDocument } from '#planning';
import { ChartFigure } from '../chart/chart-figure.tsx';
import { DataTable, singleGroup } from '../chart/data-table.tsx';
import { TornadoChart } from '../chart/tornado-chart.tsx';
import { formatFineShare, formatGap } from '../number-format.ts';

export type SensitivityRow = PlanDocument['elasticities'][number];

export type TornadoProps = {
  readonly rows: readonly SensitivityRow[];
  readonly nameOfAssumption: (id: string) => string;
  /** What is drawn, in words. */
  readonly subtitle: string;
  /** The gap where the upright line stands, digital FTE. */
  readonly centreFte: number;
};

/** As many bars as a reader can take in; the table has the rest. */
const BARS_SHOWN = 12;

export function Tornado({ rows, nameOfAssumption, subtitle, centreFte }: TornadoProps) {
  const ranked = rows.toSorted((one, other) => swingOf(other) - swingOf(one));
  const shown = ranked.filter((row) => swingOf(row) > 0).slice(0, BARS_SHOWN);
  const [widest] = ranked;
  const title = widest === undefined ? '' : `The gap turns most on: ${nameOfAssumption(widest.assumption)}`;
  return (
    <ChartFigure
      id="tornado"
      title={title}
      subtitle={subtitle}
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
        centre={centreFte}
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

function swingOf(one: SensitivityRow): number {
  return Math.abs(one.high - one.low);
}

/** A share that says little is told as such, for in a table it stands beside those that say much. */
function shareInCell(shareOfDoubt: NonNullable<SensitivityRow['shareOfDoubt']>): string {
  const share = formatFineShare(shareOfDoubt.share);
  return isRoughShare(shareOfDoubt) ? `${share}, too rough` : share;
}

type SensitivityTableProps = {
  readonly ranked: readonly SensitivityRow[];
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
    cells: [
      formatGap(one.low),
      formatGap(one.high),
      formatGap(one.gapFtePerPercent),
      one.elasticity.toFixed(2).replace('-', '−'),
      one.shareOfDoubt === null ? '' : shareInCell(one.shareOfDoubt),
      one.sentence,
    ],
  }));
  return (
    <DataTable
      id="sensitivity-table"
      caption="The gap with each assumption at its low and at its high end, FTE"
      columns={[
        { key: 'assumption', label: 'Assumption', kind: 'text' },
        { key: 'low', label: 'Gap at its low end', kind: 'number' },
        { key: 'high', label: 'Gap at its high end', kind: 'number' },
        { key: 'percent', label: 'Change of the gap for 1% more', kind: 'number' },
        { key: 'elasticity', label: '% of supply per 1%', kind: 'number' },
        { key: 'doubt', label: 'Share of the doubt', kind: 'number' },
        { key: 'sentence', label: 'In words', kind: 'text' },
      ]}
      groups={singleGroup(rows)}
      total={null}
    />
  );
}
