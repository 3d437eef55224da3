// Supply against demand in one place, as things go and with the plan, side by side on one scale.
import { formatCount, formatMonthName, formatRange, shortageInWords } from '../number-format.ts';
import { estimateAt, type PlanSeries, type SeriesIndex } from '../series-index.ts';
import { ChartFigure } from './chart-figure.tsx';
import { DataTable, MonthHeader, singleGroup } from './data-table.tsx';
import { axisNote, domainOf, FanChart, type Fan } from './fan-chart.tsx';

export type SupplyDemandFigureProps = {
  readonly id: string;
  readonly place: { readonly code: string; readonly name: string };
  /** `YYYY-MM`, one for each value of a series. */
  readonly months: readonly string[];
  /** As things go. */
  readonly without: SeriesIndex;
  readonly withPlan: SeriesIndex;
  /** What the figure shows; left out, it says how short the place is, which needs series of shortage. */
  readonly title?: string;
};

export function SupplyDemandFigure(props: SupplyDemandFigureProps) {
  const { id, place, months, without, withPlan } = props;
  const slice = { place: place.code, family: '*' };
  const demand = without.find({ measure: 'demandFte', ...slice });
  const supplyBefore = without.find({ measure: 'fte', ...slice });
  const supplyAfter = withPlan.find({ measure: 'fte', ...slice });
  if (demand === null || supplyBefore === null || supplyAfter === null)
    return <p>This plan holds no series for {place.name}.</p>;
  const panels = [
    { key: 'as-things-go', heading: 'As things go', fans: [fanOf(demand, 'demand'), fanOf(supplyBefore, 'supply')] },
    { key: 'with-plan', heading: 'With the plan', fans: [fanOf(demand, 'demand'), fanOf(supplyAfter, 'supply')] },
  ];
  const domain = domainOf(panels.flatMap((panel) => panel.fans));
  return (
    <ChartFigure
      id={id}
      title={props.title ?? titleOf(props)}
      subtitle={`${place.name}, digital FTE by month${axisNote(domain)}`}
      legend={[
        { mark: { kind: 'line', tone: 'demand' }, label: 'Demand' },
        { mark: { kind: 'line', tone: 'supply' }, label: 'Supply' },
      ]}
      caption={captionOf(props, { demand, supplyBefore, supplyAfter })}
      table={<MonthsTable id={`${id}-table`} months={months} series={{ demand, supplyBefore, supplyAfter }} />}
    >
      <div className="panels two">
        {panels.map((panel) => (
          <div key={panel.key}>
            <h4>{panel.heading}</h4>
            <FanChart
              id={`${id}-${panel.key}`}
              title={`${place.name}, ${panel.heading.toLowerCase()}: supply against demand`}
              description="The caption below says what is seen; the table below holds every figure drawn."
              months={months}
              fans={panel.fans}
              domain={domain}
              plotHeightPx={300}
            />
          </div>
        ))}
      </div>
    </ChartFigure>
  );
}

function fanOf(series: PlanSeries, tone: Fan['tone']): Fan {
  return { tone, p10: series.p10, middle: series.mean, p90: series.p90 };
}

function titleOf({ months, without, withPlan, place }: SupplyDemandFigureProps): string {
  const lastIndex = Math.max(0, months.length - 1);
  const slice = { measure: 'shortageFte', place: place.code, family: '*' } as const;
  const before = shortageInWords(estimateAt(without.find(slice), lastIndex).mean);
  const after = shortageInWords(estimateAt(withPlan.find(slice), lastIndex).mean);
  return `${place.name} is ${before} by ${formatMonthName(months[lastIndex] ?? '')} as things go, and ${after} with the plan`;
}

type Lines = {
  readonly demand: PlanSeries;
  readonly supplyBefore: PlanSeries;
  readonly supplyAfter: PlanSeries;
};

function captionOf({ months, place }: SupplyDemandFigureProps, series: Lines): string {
  const lastIndex = Math.max(0, months.length - 1);
  const month = (index: number) => formatMonthName(months[index] ?? '');
  const first = (one: PlanSeries) => formatCount(estimateAt(one, 0).mean);
  const last = (one: PlanSeries) => formatCount(estimateAt(one, lastIndex).mean);
  const range = (one: PlanSeries) => formatRange(estimateAt(one, lastIndex));
  const { demand, supplyBefore, supplyAfter } = series;
  return (
    `Demand in ${place.name} goes from ${first(demand)} digital FTE in ${month(0)} to ${last(demand)} in ` +
    `${month(lastIndex)} (range ${range(demand)}). As things go, supply moves from ${first(supplyBefore)} to ` +
    `${last(supplyBefore)} (${range(supplyBefore)}); with the plan it reaches ${last(supplyAfter)} (${range(supplyAfter)}).`
  );
}

type MonthsTableProps = { readonly id: string; readonly months: readonly string[]; readonly series: Lines };

function MonthsTable({ id, months, series }: MonthsTableProps) {
  const columns = [
    { key: 'month', label: 'Month', kind: 'text' },
    { key: 'demand', label: 'Demand', kind: 'number' },
    { key: 'demand-range', label: 'Range', kind: 'number' },
    { key: 'before', label: 'Supply as things go', kind: 'number' },
    { key: 'before-range', label: 'Range', kind: 'number' },
    { key: 'after', label: 'Supply with the plan', kind: 'number' },
    { key: 'after-range', label: 'Range', kind: 'number' },
  ] as const;
  const rows = months.map((month, index) => ({
    key: month,
    header: <MonthHeader month={month} monthIndex={index} />,
    cells: [series.demand, series.supplyBefore, series.supplyAfter].flatMap((one) => {
      const estimate = estimateAt(one, index);
      return [formatCount(estimate.mean), formatRange(estimate)];
    }),
  }));
  const span = `${formatMonthName(months[0] ?? '')} to ${formatMonthName(months.at(-1) ?? '')}`;
  return (
    <DataTable
      id={id}
      caption={`Supply and demand in digital FTE, mean and range, ${span}`}
      columns={columns}
      groups={singleGroup(rows)}
      total={null}
    />
  );
}
