// Series of a place by role and by band: a table of each at the end, and one of them drawn month by month.
import {
  DataTable,
  estimateAt,
  formatCount,
  formatGap,
  formatMonthName,
  formatRange,
  singleGroup,
  SupplyDemandFigure,
  type PlanSeries,
  type SeriesIndex,
} from '#report';
import type { DetailPart, PlanHead } from '#service';
import { figureAddress } from './projection-page.tsx';

export type ProjectionDetailProps = {
  readonly head: PlanHead;
  readonly detail: DetailPart;
  readonly place: { readonly code: string; readonly name: string };
  readonly scenario: string;
  /** `role:ID` or `band:ID`; anything else for the role that is shortest of people. */
  readonly chosen: string;
};

/** A slice of the place's people: one role over all bands, or one band over all roles. */
type Slice = { readonly key: string; readonly name: string; readonly isOf: (series: PlanSeries) => boolean };

export function ProjectionDetail(props: ProjectionDetailProps) {
  const { head, detail, place, chosen } = props;
  const roles = slicesOf(head.roles, 'role', detail);
  const bands = slicesOf(head.bands, 'band', detail);
  const last = Math.max(0, head.months.length - 1);
  const gapOf = (slice: Slice) => estimateAt(indexOf(slice, detail.series).find(at('gapFte', place.code)), last).mean;
  const shortest = roles.toSorted((one, other) => gapOf(one) - gapOf(other))[0];
  const shown = [...roles, ...bands].find(({ key }) => key === chosen) ?? shortest;
  if (shown === undefined) {
    return (
      <p className="nhsuk-u-reading-width">
        A plan keeps series of single roles and bands for the nation and its regions, and of bands for systems: of
        smaller places it keeps <a href={`/projections/${place.code}`}>families of roles</a>.
      </p>
    );
  }
  const planned = detail.seriesWithPlan.length === 0 ? detail.series : detail.seriesWithPlan;
  return (
    <>
      <p className="nhsuk-u-reading-width">
        Digital FTE: of a hybrid role its digital share alone. Each row leads to its course month by month.
      </p>
      <h2>
        {shown.name} in {place.name}
      </h2>
      <div className="figures">
        <SupplyDemandFigure
          id="course"
          title={`${shown.name}: demand and supply month by month`}
          place={{ code: place.code, name: `${shown.name}, ${place.name}` }}
          months={head.months}
          without={indexOf(shown, detail.series)}
          withPlan={indexOf(shown, planned)}
        />
      </div>
      <SliceTable {...props} slices={roles} what="Role" shown={shown.key} />
      <SliceTable {...props} slices={bands} what="Pay band" shown={shown.key} />
      <nav aria-label="More of this place" className="cluster no-print">
        <a href={`/projections/${place.code}`}>The whole of {place.name}</a>
        <a href={`/plan/${place.code}`}>Its plan</a>
      </nav>
    </>
  );
}

type SliceTableProps = ProjectionDetailProps & {
  readonly slices: readonly Slice[];
  readonly what: string;
  readonly shown: string;
};

function SliceTable(props: SliceTableProps) {
  const { head, place, slices, what } = props;
  if (slices.length === 0) return null;
  const last = Math.max(0, head.months.length - 1);
  const id = what.toLowerCase().replaceAll(' ', '-');
  return (
    <section aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>By {what.toLowerCase()}</h2>
      <div className="figures">
        <DataTable
          id={id}
          caption={`${what}: digital FTE in ${place.name} in ${formatMonthName(head.months[last] ?? '')}; with the plan, its gap`}
          columns={[
            { key: 'name', label: what, kind: 'text' },
            { key: 'now', label: 'Supply now', kind: 'number' },
            { key: 'need', label: 'Demand', kind: 'number' },
            { key: 'supply', label: 'Supply', kind: 'number' },
            { key: 'gap', label: 'Gap', kind: 'number' },
            { key: 'range', label: 'Eight in ten', kind: 'number' },
            { key: 'planned', label: 'With the plan', kind: 'number' },
          ]}
          groups={singleGroup(slices.map((slice) => sliceRow(props, slice)))}
          total={null}
        />
      </div>
    </section>
  );
}

function sliceRow({ head, detail, place, scenario, shown }: SliceTableProps, slice: Slice) {
  const last = Math.max(0, head.months.length - 1);
  const planned = detail.seriesWithPlan.length === 0 ? detail.series : detail.seriesWithPlan;
  const without = indexOf(slice, detail.series);
  const withPlan = indexOf(slice, planned);
  const gap = estimateAt(without.find(at('gapFte', place.code)), last);
  const figure = (measure: string, month: number) =>
    figureAddress(head, `${measure}:${place.code}:${slice.key.replace(':', '=')}:${head.months[month] ?? ''}`);
  return {
    key: slice.key,
    header: (
      <a
        href={`?scenario=${encodeURIComponent(scenario)}&show=${encodeURIComponent(slice.key)}#course`}
        aria-current={slice.key === shown ? 'true' : undefined}
      >
        {slice.name}
      </a>
    ),
    cells: [
      <a href={figure('fte', 0)}>{formatCount(estimateAt(without.find(at('fte', place.code)), 0).mean)}</a>,
      <a href={figure('demandFte', last)}>
        {formatCount(estimateAt(without.find(at('demandFte', place.code)), last).mean)}
      </a>,
      <a href={figure('fte', last)}>{formatCount(estimateAt(without.find(at('fte', place.code)), last).mean)}</a>,
      <a href={figure('gapFte', last)}>{formatGap(gap.mean)}</a>,
      formatRange(gap),
      <a href={figure('with-plan/gapFte', last)}>
        {formatGap(estimateAt(withPlan.find(at('gapFte', place.code)), last).mean)}
      </a>,
    ],
  };
}

/** Those of whom the plan holds a series here. */
function slicesOf(
  named: readonly { readonly id: string; readonly name: string }[],
  axis: 'role' | 'band',
  { series }: DetailPart,
): readonly Slice[] {
  const other = axis === 'role' ? 'band' : 'role';
  return named
    .map(({ id, name }) => ({
      key: `${axis}:${id}`,
      name,
      isOf: (one: PlanSeries) => one[axis] === id && one[other] === '*',
    }))
    .filter(({ isOf }) => series.some(isOf));
}

/** The slice's series as if it were all of the place's people. */
function indexOf({ isOf }: Slice, series: readonly PlanSeries[]): SeriesIndex {
  const byMeasure = new Map(series.filter(isOf).map((one) => [one.measure, one]));
  return { find: ({ measure }) => byMeasure.get(measure) ?? null };
}

function at(measure: PlanSeries['measure'], place: string) {
  return { measure, place, family: '*' } as const;
}
