// What was forecast for each year, so many years before, with what came: a fan beside a line, and their table.
import type { BacktestDocument } from '#planning';
import { ChartFigure } from '../chart/chart-figure.tsx';
import { DataTable, singleGroup } from '../chart/data-table.tsx';
import { axisNote, domainOf, type Fan, FanChart } from '../chart/fan-chart.tsx';
import { formatCount, formatMonthName } from '../number-format.ts';
import { aheadInWords } from './backtest-words.ts';

type ForecastChartProps = { readonly document: BacktestDocument; readonly horizonYears: number };

export function ForecastChart({ document, horizonYears }: ForecastChartProps) {
  const points = pointsOf(document, horizonYears);
  if (points.length < 2) return null;
  const fans = fansOf(points);
  const domain = domainOf(fans);
  const id = `forecast-${horizonYears}`;
  const held = points.filter(({ actual, p10, p90 }) => actual >= p10 && actual <= p90).length;
  const title = `${aheadInWords(horizonYears)}: ${held} of ${points.length} facts lay in the band`;
  const caption = `The whole of ${document.series.length === 1 ? 'the series' : 'the workforce'}, in the unit of the file. The band is to hold eight in ten.`;
  return (
    <ChartFigure
      id={id}
      title={title}
      subtitle={`People in post, and the band forecast ${horizonYears} years before${axisNote(domain)}`}
      legend={[
        { mark: { kind: 'line', tone: 'supply' }, label: 'Forecast, middle and eight-in-ten band' },
        { mark: { kind: 'line', tone: 'demand' }, label: 'What came' },
      ]}
      caption={caption}
      table={<ForecastTable id={`${id}-table`} caption={title} points={points} />}
    >
      <FanChart
        id={`${id}-fan`}
        title={title}
        description={caption}
        months={points.map(({ month }) => month)}
        fans={fans}
        domain={domain}
        plotHeightPx={280}
      />
    </ChartFigure>
  );
}

type Point = {
  /** The month that was forecast, `YYYY-MM`. */
  readonly month: string;
  readonly actual: number;
  readonly median: number;
  readonly p10: number;
  readonly p90: number;
};

/** The longest run of years without a gap, for a chart joins neighbours. */
function pointsOf({ forecasts, months }: BacktestDocument, horizonYears: number): readonly Point[] {
  const points = forecasts
    .filter((each) => each.isWhole && each.method === 'regimes' && each.horizonYears === horizonYears)
    .map(({ origin, actual, median, p10, p90 }) => ({
      month: months[months.indexOf(origin) + horizonYears] ?? '',
      actual,
      median,
      p10,
      p90,
    }));
  const firstGap = points.findIndex(
    ({ month }, index) => index > 0 && months.indexOf(month) !== months.indexOf(points[index - 1]?.month ?? '') + 1,
  );
  return firstGap === -1 ? points : points.slice(0, firstGap);
}

function fansOf(points: readonly Point[]): readonly Fan[] {
  const facts = points.map(({ actual }) => actual);
  return [
    {
      tone: 'supply',
      p10: points.map(({ p10 }) => p10),
      middle: points.map(({ median }) => median),
      p90: points.map(({ p90 }) => p90),
    },
    { tone: 'demand', p10: facts, middle: facts, p90: facts },
  ];
}

type ForecastTableProps = { readonly id: string; readonly caption: string; readonly points: readonly Point[] };

function ForecastTable({ id, caption, points }: ForecastTableProps) {
  return (
    <DataTable
      id={id}
      caption={caption}
      columns={[
        { key: 'month', label: 'Month', kind: 'text' },
        { key: 'low', label: 'Low (10%)', kind: 'number' },
        { key: 'middle', label: 'Middle', kind: 'number' },
        { key: 'high', label: 'High (90%)', kind: 'number' },
        { key: 'actual', label: 'What came', kind: 'number' },
      ]}
      groups={singleGroup(
        points.map(({ month, p10, median, p90, actual }) => ({
          key: month,
          header: formatMonthName(month),
          cells: [formatCount(p10), formatCount(median), formatCount(p90), formatCount(actual)],
        })),
      )}
      total={null}
    />
  );
}
