// What the levers do in a place: the gap with its interval, supply against need, the cost, and the places below.
import { formatMonth } from '#kernel';
import type { Moved, MovedMeasure, WorkbenchData } from '#planning';
import {
  DataTable,
  domainOf,
  FanChart,
  formatGap,
  formatGbp,
  formatMonthName,
  formatRange,
  singleGroup,
  type Fan,
} from '#report';
import { Headline } from '../figures/headline.tsx';

export type WorkbenchResultsProps = {
  readonly data: Pick<WorkbenchData, 'months' | 'places'>;
  /** With the levers as they are set, and with all of them at rest. */
  readonly moved: Moved;
  readonly still: Moved;
  readonly place: string;
  readonly nameOf: Readonly<Record<string, string>>;
};

export function WorkbenchResults({ data, moved, still, place, nameOf }: WorkbenchResultsProps) {
  const { months, places } = data;
  const index = places.findIndex(({ code }) => code === place);
  const last = months.length - 1;
  const at = (measure: MovedMeasure, row: number, month: number) => estimateAt(measure, row * months.length + month);
  if (index < 0) return <p>There are no figures for this place.</p>;
  const [now, before] = [at(moved.gapFte, index, last), at(still.gapFte, index, last)];
  const fan = (measure: MovedMeasure, tone: Fan['tone']): Fan => ({ tone, ...rowOf(measure, index, months.length) });
  const fans = [fan(moved.demandFte, 'demand'), fan(moved.fte, 'supply'), fan(still.fte, 'before')];
  const labels = months.map(formatMonth);
  const end = formatMonthName(labels[last] ?? '');
  return (
    <div aria-live="polite">
      <Effect {...{ now, before, end }} startsGbpPerYear={moved.startsGbpPerYear} />
      <div className="figures">
        <h2 className="nhsuk-heading-m">Supply against need</h2>
        <ul className="legend">
          <li>Teal, solid: supply with the levers</li>
          <li>Rust, dashed: need</li>
          <li>Grey, dotted: supply with all levers at rest</li>
        </ul>
        <FanChart
          id="workbench"
          title={`Supply against need in ${nameOf[place] ?? place}`}
          description="The tables below hold the figures."
          months={labels}
          fans={fans}
          domain={domainOf(fans)}
          plotHeightPx={280}
        />
        <GapTable
          id="by-year"
          caption="Gap by year in digital FTE, mean and the range that holds eight times in ten"
          first="Month"
          lines={labels.map((month, step) => ({
            name: formatMonthName(month),
            moved: at(moved.gapFte, index, step),
            still: at(still.gapFte, index, step),
          }))}
        />
        <GapTable
          id="by-place"
          caption={`Gap in ${end}, place by place`}
          first="Place"
          lines={places.map(({ code }, row) => ({
            name: nameOf[code] ?? code,
            moved: at(moved.gapFte, row, last),
            still: at(still.gapFte, row, last),
          }))}
        />
      </div>
    </div>
  );
}

type EffectProps = {
  readonly now: Estimate;
  readonly before: Estimate;
  /** Month that both are of, in words. */
  readonly end: string;
  readonly startsGbpPerYear: number;
};

function Effect({ now, before, end, startsGbpPerYear }: EffectProps) {
  return (
    <Headline
      figures={[
        {
          label: `Gap in ${end}`,
          amount: `${formatGap(now.mean)} FTE`,
          note: `eight in ten: ${formatRange(now)}`,
          href: null,
        },
        {
          label: 'Change by the levers',
          amount: `${formatGap(now.mean - before.mean)} FTE`,
          note: `from ${formatGap(before.mean)} with all at rest`,
          href: null,
        },
        {
          label: 'Starts cost',
          amount: `${formatGbp(startsGbpPerYear)} a year`,
          note: 'fees, recruitment and time off the job; pay in post is not in it',
          href: null,
        },
      ]}
    />
  );
}

type Estimate = ReturnType<typeof estimateAt>;

type GapTableProps = {
  readonly id: string;
  readonly caption: string;
  /** What the lines are about. */
  readonly first: string;
  readonly lines: readonly { readonly name: string; readonly moved: Estimate; readonly still: Estimate }[];
};

function GapTable({ id, caption, first, lines }: GapTableProps) {
  return (
    <DataTable
      id={id}
      caption={caption}
      columns={[
        { key: 'name', label: first, kind: 'text' },
        { key: 'moved', label: 'With the levers', kind: 'number' },
        { key: 'range', label: 'Range', kind: 'number' },
        { key: 'still', label: 'All at rest', kind: 'number' },
      ]}
      groups={singleGroup(
        lines.map(({ name, moved, still }) => ({
          key: name,
          header: name,
          cells: [formatGap(moved.mean), formatRange(moved), formatGap(still.mean)],
        })),
      )}
      total={null}
    />
  );
}

function estimateAt(measure: MovedMeasure, cell: number) {
  const { mean, p10, p50, p90 } = measure;
  return { mean: mean[cell] ?? 0, p10: p10[cell] ?? 0, p50: p50[cell] ?? 0, p90: p90[cell] ?? 0 };
}

function rowOf({ p10, p50, p90 }: MovedMeasure, row: number, months: number) {
  const slice = (values: Float64Array) => [...values.subarray(row * months, (row + 1) * months)];
  return { p10: slice(p10), p50: slice(p50), p90: slice(p90) };
}
