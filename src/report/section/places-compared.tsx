// The same picture for each region, or for each local place of a single region, and one table of where each ends up.
import { ChartFigure } from '../chart/chart-figure.tsx';
import { DataTable, MonthHeader, singleGroup } from '../chart/data-table.tsx';
import { axisNote, domainOf, FanChart, type Fan } from '../chart/fan-chart.tsx';
import { formatChance, formatCount, formatGbp, formatRange, shortageInWords } from '../number-format.ts';
import { elementId } from '../element-id.ts';
import { TIER_NAMES, type PlanPlace, type PlanReading } from '../plan-reading.ts';
import { estimateAt, type PlanSeries } from '../series-index.ts';

export function PlacesCompared({ reading }: { readonly reading: PlanReading }) {
  const shown = reading.comparedPlaces.flatMap((place) => placeSeries(reading, place));
  if (shown.length === 0) return null;
  return (
    <>
      <ChartFigure
        id="places"
        title={placesTitle(reading)}
        subtitle="Digital FTE, every third month; each place on its own scale"
        legend={[
          { mark: { kind: 'line', tone: 'demand' }, label: 'Demand' },
          { mark: { kind: 'line', tone: 'supply' }, label: 'Supply with the plan' },
          { mark: { kind: 'line', tone: 'before' }, label: 'Supply as things go' },
        ]}
        caption={placesCaption(reading)}
        table={<PlaceSeriesTable reading={reading} shown={shown} />}
      >
        <div className="panels many">
          {shown.map((one) => (
            <PlacePanel key={one.place.code} reading={reading} shown={one} />
          ))}
        </div>
      </ChartFigure>
      <PlaceTable reading={reading} />
    </>
  );
}

type PlaceSeries = {
  readonly place: PlanPlace;
  readonly demand: PlanSeries;
  readonly before: PlanSeries;
  readonly after: PlanSeries;
};

function placeSeries(reading: PlanReading, place: PlanPlace): readonly PlaceSeries[] {
  const slice = { place: place.code, family: '*' };
  const demand = reading.without.find({ measure: 'demandFte', ...slice });
  const before = reading.without.find({ measure: 'fte', ...slice });
  const after = reading.withPlan.find({ measure: 'fte', ...slice });
  return demand === null || before === null || after === null ? [] : [{ place, demand, before, after }];
}

function PlacePanel({ reading, shown }: { readonly reading: PlanReading; readonly shown: PlaceSeries }) {
  const { place } = shown;
  const indices = drawnMonths(reading);
  const fans: readonly Fan[] = [
    sampled(shown.demand, { tone: 'demand', indices }),
    sampled(shown.before, { tone: 'before', indices }),
    sampled(shown.after, { tone: 'supply', indices }),
  ];
  const domain = domainOf(fans);
  const [before, after] = shortagesAt(reading, { code: place.code, monthIndex: reading.lastIndex });
  return (
    <div>
      <h4>{place.name}</h4>
      <p className="panel-note">
        {shortageInWords(before.mean)} as things go, {shortageInWords(after.mean)} with the plan{axisNote(domain)}
      </p>
      <FanChart
        id={elementId('place', place.code)}
        title={`${place.name}: supply against demand`}
        description="The line above says where it ends; the table below the charts holds every figure drawn."
        months={indices.map((index) => reading.document.months[index] ?? '')}
        fans={fans}
        domain={domain}
        plotHeightPx={170}
      />
    </div>
  );
}

/** Every third month and the last: small charts and their tables need no more. */
function drawnMonths({ lastIndex }: PlanReading): readonly number[] {
  return Array.from({ length: lastIndex + 1 }, (_, index) => index).filter(
    (index) => index % 3 === 0 || index === lastIndex,
  );
}

function sampled(series: PlanSeries, at: { readonly tone: Fan['tone']; readonly indices: readonly number[] }): Fan {
  const pick = (values: readonly number[]) => at.indices.map((index) => values[index] ?? 0);
  return { tone: at.tone, p10: pick(series.p10), middle: pick(series.mean), p90: pick(series.p90) };
}

function shortagesAt({ without, withPlan }: PlanReading, at: { readonly code: string; readonly monthIndex: number }) {
  const key = { measure: 'shortageFte', place: at.code, family: '*' } as const;
  return [estimateAt(without.find(key), at.monthIndex), estimateAt(withPlan.find(key), at.monthIndex)] as const;
}

function placesTitle(reading: PlanReading): string {
  const { comparedPlaces: places, lastIndex } = reading;
  const noun = TIER_NAMES[places[0]?.tier ?? 'region'].toLowerCase();
  const short = places.filter(
    (place) => shortagesAt(reading, { code: place.code, monthIndex: lastIndex })[0].mean >= 0.5,
  );
  if (short.length === 0) return `No ${noun} is short as things go`;
  if (short.length === places.length) return `Every ${noun} is short as things go`;
  return `${short.length} of ${places.length} ${noun}s are short as things go`;
}

function placesCaption(reading: PlanReading): string {
  const { lastIndex, nameOf, comparedPlaces } = reading;
  const ends = comparedPlaces
    .map((place) => ({
      name: place.name,
      shortages: shortagesAt(reading, { code: place.code, monthIndex: lastIndex }),
    }))
    .toSorted((one, other) => other.shortages[0].mean - one.shortages[0].mean);
  const shares = ends
    .slice(0, 3)
    .map(
      (end) =>
        `${end.name} is ${shortageInWords(end.shortages[0].mean)} (${shortageInWords(end.shortages[1].mean)} with the plan)`,
    );
  return `In ${nameOf.month(lastIndex)}, as things go, ${shares.join(', ')}; the table below has every place.`;
}

function PlaceSeriesTable({
  reading,
  shown,
}: {
  readonly reading: PlanReading;
  readonly shown: readonly PlaceSeries[];
}) {
  const { months } = reading.document;
  const groups = shown.map((one) => ({
    key: one.place.code,
    heading: one.place.name,
    rows: drawnMonths(reading).map((index) => ({
      key: String(index),
      header: <MonthHeader month={months[index] ?? ''} monthIndex={index} />,
      cells: [one.demand, one.before, one.after].flatMap((series) => {
        const estimate = estimateAt(series, index);
        return [formatCount(estimate.mean), formatRange(estimate)];
      }),
    })),
  }));
  return (
    <DataTable
      id="places-table"
      caption="Supply and demand by place in digital FTE, mean and range, every third month"
      columns={[
        { key: 'month', label: 'Month', kind: 'text' },
        { key: 'demand', label: 'Demand', kind: 'number' },
        { key: 'demand-range', label: 'Range', kind: 'number' },
        { key: 'before', label: 'Supply as things go', kind: 'number' },
        { key: 'before-range', label: 'Range', kind: 'number' },
        { key: 'after', label: 'Supply with the plan', kind: 'number' },
        { key: 'after-range', label: 'Range', kind: 'number' },
      ]}
      groups={groups}
      total={null}
    />
  );
}

function PlaceTable({ reading }: { readonly reading: PlanReading }) {
  const { lastIndex, comparedPlaces, nation, nameOf, document } = reading;
  const costs = costByPlace(reading);
  const rowOf = (place: PlanPlace, costGbp: number) => {
    const demand = estimateAt(
      reading.without.find({ measure: 'demandFte', place: place.code, family: '*' }),
      lastIndex,
    );
    const [before, after] = shortagesAt(reading, { code: place.code, monthIndex: lastIndex });
    const chance = document.chanceClosed.find((one) => one.place === place.code);
    return {
      key: place.code,
      header: place.name,
      cells: [
        formatCount(demand.mean),
        formatCount(before.mean),
        formatRange(before),
        formatCount(after.mean),
        formatRange(after),
        `${formatChance(chance?.before[lastIndex] ?? 0)} → ${formatChance(chance?.after[lastIndex] ?? 0)}`,
        formatGbp(costGbp),
      ],
    };
  };
  return (
    <DataTable
      id="place-ends"
      caption={`Where each place stands in ${nameOf.month(lastIndex)}, digital FTE. Shortages are means, so that they add up`}
      columns={[
        { key: 'place', label: 'Place', kind: 'text' },
        { key: 'demand', label: 'Demand', kind: 'number' },
        { key: 'before', label: 'Shortage as things go', kind: 'number' },
        { key: 'before-range', label: 'Range', kind: 'number' },
        { key: 'after', label: 'Shortage with the plan', kind: 'number' },
        { key: 'after-range', label: 'Range', kind: 'number' },
        { key: 'chance', label: 'Chance that supply meets need', kind: 'number' },
        { key: 'cost', label: 'Cost of starts there', kind: 'number' },
      ]}
      groups={singleGroup(comparedPlaces.map((place) => rowOf(place, costs.get(place.code) ?? 0)))}
      total={rowOf(nation, document.plan.programmeCostGbp)}
    />
  );
}

function costByPlace({ document, comparedByPlace }: PlanReading): ReadonlyMap<string, number> {
  const costs = new Map<string, number>();
  for (const one of document.interventions) {
    const place = comparedByPlace.get(one.place);
    if (place !== undefined) costs.set(place, (costs.get(place) ?? 0) + one.costGbp);
  }
  return costs;
}
