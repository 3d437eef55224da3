// Where the gaps are: a table of places by role family, without the plan and with it, shaded by how much of the need is missing.
import { ScrollRegion } from '../chart/data-table.tsx';
import { heatOf } from '../gap-shade.ts';
import { formatCount, formatShortGap } from '../number-format.ts';
import type { PlanPlace, PlanReading } from '../plan-reading.ts';
import { estimateAt, type SeriesIndex } from '../series-index.ts';
import { ReportSection } from './report-section.tsx';

export function Gaps({ reading }: { readonly reading: PlanReading }) {
  const { middleIndex, lastIndex } = reading;
  const indices = middleIndex === lastIndex ? [lastIndex] : [middleIndex, lastIndex];
  return (
    <ReportSection
      id="gaps"
      heading="Where the gaps are"
      introduction={
        <>
          <p>
            A minus sign is a shortage: the mean number of digital posts (FTE) that are wanting, each role counted by
            itself so that no surplus hides it. A plus sign is a surplus where no role is short; k stands for a
            thousand.
          </p>
          <HeatKey />
        </>
      }
    >
      {indices.map((monthIndex) => (
        <HeatTable key={monthIndex} reading={reading} monthIndex={monthIndex} />
      ))}
    </ReportSection>
  );
}

function HeatKey() {
  return (
    <ul className="heat-key" aria-label="Shading">
      <li>
        <span className="heat short-4">−14</span> over 40% of the need is missing
      </li>
      <li>
        <span className="heat short-3">−9</span> 25 to 40%
      </li>
      <li>
        <span className="heat short-2">−5</span> 15 to 25%
      </li>
      <li>
        <span className="heat short-1">−2</span> 5 to 15%
      </li>
      <li>
        <span className="heat even">−1</span> within 5%
      </li>
      <li>
        <span className="heat over">+4</span> over 5% more than is needed
      </li>
    </ul>
  );
}

function HeatTable({ reading, monthIndex }: { readonly reading: PlanReading; readonly monthIndex: number }) {
  const { nameOf, document } = reading;
  const id = `gaps-${document.months[monthIndex] ?? monthIndex}`;
  const families = [...document.families, { id: '*', name: 'All families' }];
  return (
    <>
      <h3>{heatTitle(reading, monthIndex)}</h3>
      <ScrollRegion labelledBy={`${id}-caption`}>
        <table id={id} className="heat-table">
          <caption id={`${id}-caption`}>
            <span>
              Gap in digital FTE by place and role family, {nameOf.month(monthIndex)}: as things go, and with the plan
            </span>
          </caption>
          <colgroup />
          <colgroup span={families.length} />
          <colgroup span={families.length} />
          <HeatHead families={families} />
          {heatGroups(reading).map((group) => (
            <tbody key={group.key}>
              {group.heading === null ? null : (
                <tr className="group">
                  <th scope="rowgroup" colSpan={1 + 2 * families.length}>
                    {group.heading}
                  </th>
                </tr>
              )}
              {group.places.map((place) => (
                <tr key={place.code} className={place.tier}>
                  <th scope="row">{place.name}</th>
                  <HeatCells index={reading.without} at={{ place, monthIndex, families, side: 'before' }} />
                  <HeatCells index={reading.withPlan} at={{ place, monthIndex, families, side: 'after' }} />
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </ScrollRegion>
    </>
  );
}

type Family = { readonly id: string; readonly name: string };

function HeatHead({ families }: { readonly families: readonly Family[] }) {
  return (
    <thead>
      <tr>
        <td />
        <th scope="colgroup" colSpan={families.length}>
          As things go
        </th>
        <th scope="colgroup" colSpan={families.length} className="second">
          With the plan
        </th>
      </tr>
      <tr>
        <th scope="col">Place</th>
        {['before', 'after'].flatMap((side) =>
          families.map((family) => (
            <th key={`${side}-${family.id}`} scope="col" className={`upright ${firstOf(side, family.id, families)}`}>
              <span>{family.name}</span>
            </th>
          )),
        )}
      </tr>
    </thead>
  );
}

type HeatCellsProps = {
  readonly index: SeriesIndex;
  readonly at: {
    readonly place: PlanPlace;
    readonly monthIndex: number;
    readonly families: readonly Family[];
    readonly side: string;
  };
};

function HeatCells({ index, at }: HeatCellsProps) {
  return at.families.map((family) => {
    const slice = { place: at.place.code, family: family.id };
    const gap = heatGap(index, { ...slice, monthIndex: at.monthIndex });
    const demand = estimateAt(index.find({ measure: 'demandFte', ...slice }), at.monthIndex).mean;
    return (
      <td key={family.id} className={`heat ${heatOf(gap, demand)} ${firstOf(at.side, family.id, at.families)}`}>
        {formatShortGap(gap)}
      </td>
    );
  });
}

type HeatCell = { readonly place: string; readonly family: string; readonly monthIndex: number };

/** Below 0 the mean shortage; above 0 the mean surplus of a slice in which no role is short. */
function heatGap(index: SeriesIndex, { place, family, monthIndex }: HeatCell): number {
  const shortage = estimateAt(index.find({ measure: 'shortageFte', place, family }), monthIndex).mean;
  if (shortage >= 0.5) return -shortage;
  return Math.max(0, estimateAt(index.find({ measure: 'gapFte', place, family }), monthIndex).mean);
}

function firstOf(side: string, family: string, families: readonly Family[]): string {
  if (family === '*') return 'sum';
  return side === 'after' && family === families[0]?.id ? 'second' : '';
}

type HeatGroup = { readonly key: string; readonly heading: string | null; readonly places: readonly PlanPlace[] };

/** The nation first, then each region with its own places beneath it, then what lies in no region. */
function heatGroups({ nation, regions, localPlaces, regionByPlace }: PlanReading): readonly HeatGroup[] {
  const inRegions = regions.map((region) => ({
    key: region.code,
    heading: region.name,
    places: [
      ...localPlaces.filter((place) => regionByPlace.get(place.code) === region.code),
      { ...region, name: 'Whole region' },
    ],
  }));
  const elsewhere = localPlaces.filter((place) => !regionByPlace.has(place.code));
  return [
    { key: nation.code, heading: null, places: [nation] },
    ...inRegions,
    ...(elsewhere.length === 0 ? [] : [{ key: 'elsewhere', heading: 'Outside the regions', places: elsewhere }]),
  ];
}

function heatTitle({ without, localPlaces, document, nameOf }: PlanReading, monthIndex: number): string {
  const cells = localPlaces.flatMap((place) =>
    document.families.map((family) => ({
      name: `${family.name} in ${place.name}`,
      gap: heatGap(without, { place: place.code, family: family.id, monthIndex }),
    })),
  );
  const worst = cells.toSorted((one, other) => one.gap - other.gap)[0];
  const month = nameOf.month(monthIndex);
  if (worst === undefined || worst.gap > -0.5) return `${month}: no family is short anywhere`;
  return `${month}: the largest shortage as things go is in ${worst.name}, ${formatCount(-worst.gap)} FTE`;
}
