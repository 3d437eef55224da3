// Supply against demand for the nation, as things go and with the plan, side by side on one scale.
import { ChartFigure } from '../chart/chart-figure.tsx';
import { DataTable, MonthHeader, singleGroup } from '../chart/data-table.tsx';
import { axisNote, domainOf, FanChart, type Fan } from '../chart/fan-chart.tsx';
import { formatCount, formatMonthName, formatRange, shortageInWords } from '../number-format.ts';
import type { PlanReading } from '../plan-reading.ts';
import { estimateAt, type PlanSeries } from '../series-index.ts';
import { PlacesCompared } from './places-compared.tsx';
import { ReportSection } from './report-section.tsx';

export function SupplyAndDemand({ reading }: { readonly reading: PlanReading }) {
  return (
    <ReportSection
      id="supply-and-demand"
      heading="Supply against demand"
      introduction={
        <p>
          Supply is the digital share of people in post, in full-time equivalents (FTE). Demand is what the blueprint
          asks for. Lines are medians; the band around each is its range: in eight of ten runs of the model the figure
          lies inside it. Shortage counts each role by itself and lets no surplus hide it, so it may be more than the
          distance between the lines.
        </p>
      }
    >
      <NationalFigure reading={reading} />
      <PlacesCompared reading={reading} />
    </ReportSection>
  );
}

function NationalFigure({ reading }: { readonly reading: PlanReading }) {
  const { without, withPlan, nation, document } = reading;
  const slice = { place: nation.code, family: '*' };
  const demand = without.find({ measure: 'demandFte', ...slice });
  const supplyBefore = without.find({ measure: 'fte', ...slice });
  const supplyAfter = withPlan.find({ measure: 'fte', ...slice });
  if (demand === null || supplyBefore === null || supplyAfter === null)
    return <p>This plan holds no national series.</p>;
  const panels = [
    { key: 'as-things-go', heading: 'As things go', fans: [fanOf(demand, 'demand'), fanOf(supplyBefore, 'supply')] },
    { key: 'with-plan', heading: 'With the plan', fans: [fanOf(demand, 'demand'), fanOf(supplyAfter, 'supply')] },
  ];
  const domain = domainOf(panels.flatMap((panel) => panel.fans));
  return (
    <ChartFigure
      id="national"
      title={nationalTitle(reading)}
      subtitle={`${nation.name}, digital FTE by month${axisNote(domain)}`}
      legend={[
        { mark: { kind: 'line', tone: 'demand' }, label: 'Demand' },
        { mark: { kind: 'line', tone: 'supply' }, label: 'Supply' },
      ]}
      caption={nationalCaption(reading, { demand, supplyBefore, supplyAfter })}
      table={<NationalTable months={document.months} series={{ demand, supplyBefore, supplyAfter }} />}
    >
      <div className="panels two">
        {panels.map((panel) => (
          <div key={panel.key}>
            <h4>{panel.heading}</h4>
            <FanChart
              id={`national-${panel.key}`}
              title={`${nation.name}, ${panel.heading.toLowerCase()}: supply against demand`}
              description="The caption below says what is seen; the table below holds every figure drawn."
              months={document.months}
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
  return { tone, p10: series.p10, p50: series.p50, p90: series.p90 };
}

function nationalTitle({ without, withPlan, nation, lastIndex, nameOf }: PlanReading): string {
  const slice = { measure: 'shortageFte', place: nation.code, family: '*' } as const;
  const before = shortageInWords(estimateAt(without.find(slice), lastIndex).mean);
  const after = shortageInWords(estimateAt(withPlan.find(slice), lastIndex).mean);
  return `${nation.name} is ${before} by ${nameOf.month(lastIndex)} as things go, and ${after} with the plan`;
}

type NationalSeries = {
  readonly demand: PlanSeries;
  readonly supplyBefore: PlanSeries;
  readonly supplyAfter: PlanSeries;
};

function nationalCaption({ lastIndex, nameOf, nation }: PlanReading, series: NationalSeries): string {
  const first = (one: PlanSeries) => formatCount(estimateAt(one, 0).p50);
  const last = (one: PlanSeries) => formatCount(estimateAt(one, lastIndex).p50);
  const range = (one: PlanSeries) => formatRange(estimateAt(one, lastIndex));
  const { demand, supplyBefore, supplyAfter } = series;
  return (
    `Demand in ${nation.name} goes from ${first(demand)} digital FTE in ${nameOf.month(0)} to ${last(demand)} in ` +
    `${nameOf.month(lastIndex)} (range ${range(demand)}). As things go, supply moves from ${first(supplyBefore)} to ` +
    `${last(supplyBefore)} (${range(supplyBefore)}); with the plan it reaches ${last(supplyAfter)} (${range(supplyAfter)}).`
  );
}

function NationalTable({ months, series }: { readonly months: readonly string[]; readonly series: NationalSeries }) {
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
      return [formatCount(estimate.p50), formatRange(estimate)];
    }),
  }));
  const span = `${formatMonthName(months[0] ?? '')} to ${formatMonthName(months.at(-1) ?? '')}`;
  return (
    <DataTable
      id="national-table"
      caption={`Supply and demand in digital FTE, median and range, ${span}`}
      columns={columns}
      groups={singleGroup(rows)}
      total={null}
    />
  );
}
