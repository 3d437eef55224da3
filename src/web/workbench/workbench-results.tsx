// What the levers do in a place: the gap with its interval, supply against need, the cost, and the places below.
import { formatMonth } from '#kernel';
import type { Moved, MovedMeasure, WorkbenchData } from '#planning';
import {
  axisNote,
  ChartFigure,
  DataTable,
  domainOf,
  FanChart,
  formatGap,
  formatGbp,
  formatMonthName,
  formatRange,
  formatShare,
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
  if (index < 0) return <p>There are no figures for this place.</p>;
  const lineAt = (name: string, row: number, month: number): Line => {
    const cell = row * months.length + month;
    const [gap, rest] = [estimateAt(moved.gapFte, cell), estimateAt(still.gapFte, cell)];
    return { name, moved: gap, still: rest, change: estimateAt(moved.changeFte, cell) };
  };
  const labels = months.map(formatMonth);
  const end = formatMonthName(labels[last] ?? '');
  const name = nameOf[place] ?? place;
  const fan = (measure: MovedMeasure, tone: Fan['tone']): Fan => ({ tone, ...rowOf(measure, index, months.length) });
  return (
    <div className="bench-results">
      <h2 className="nhsuk-heading-m">What the levers do</h2>
      <Effect line={lineAt(name, index, last)} end={end} moved={moved} />
      <div className="figures">
        <Course
          fans={[fan(moved.demandFte, 'demand'), fan(moved.fte, 'supply'), fan(still.fte, 'before')]}
          labels={labels}
          line={lineAt(name, index, last)}
          lines={labels.map((month, step) => lineAt(formatMonthName(month), index, step))}
        />
        <GapTable
          id="by-place"
          caption={`Digital FTE in ${end}, place by place: gap, and what the levers change of it, with ranges of eight in ten`}
          first="Place"
          lines={places.map(({ code }, row) => lineAt(nameOf[code] ?? code, row, last))}
        />
      </div>
    </div>
  );
}

type CourseProps = {
  readonly fans: readonly Fan[];
  /** YYYY-MM, one for each value of a fan. */
  readonly labels: readonly string[];
  /** The place in the last month. */
  readonly line: Line;
  /** The place in each month. */
  readonly lines: readonly Line[];
};

function Course({ fans, labels, line, lines }: CourseProps) {
  const domain = domainOf(fans);
  const { name, moved, still, change } = line;
  return (
    <ChartFigure
      id="workbench-figure"
      title={`${name}: supply and demand with the levers as they are set`}
      subtitle={`Digital FTE${axisNote(domain)}; a line is the middle of all futures, its band holds eight in ten`}
      legend={[
        { mark: { kind: 'line', tone: 'demand' }, label: 'Demand' },
        { mark: { kind: 'line', tone: 'supply' }, label: 'Supply with the levers' },
        { mark: { kind: 'line', tone: 'before' }, label: 'Supply with all at rest' },
      ]}
      caption={
        `In ${formatMonthName(labels.at(-1) ?? '')} the gap is ${formatGap(moved.mean)} FTE (${formatRange(moved)}), ` +
        `against ${formatGap(still.mean)} with all at rest: the levers change it by ${formatGap(change.mean)} (${formatRange(change)}).`
      }
      table={
        <GapTable
          id="by-year"
          caption="Gap by year in digital FTE, and what the levers change of it, with ranges of eight in ten"
          first="Month"
          lines={lines}
        />
      }
    >
      <FanChart
        id="workbench"
        title={`Supply and demand in ${name}`}
        description="The caption below says what is seen; the table below holds the figures."
        months={labels}
        fans={fans}
        domain={domain}
        plotHeightPx={280}
      />
    </ChartFigure>
  );
}

type EffectProps = {
  readonly line: Line;
  /** Month that it is of, in words. */
  readonly end: string;
  readonly moved: Moved;
};

function Effect({ line: { moved: gap, still, change }, end, moved }: EffectProps) {
  const cut =
    moved.shareWithinBudget < 1 ? `; the budget leaves ${formatShare(moved.shareWithinBudget)} of the starts` : '';
  return (
    <Headline
      figures={[
        {
          label: `Gap in ${end}`,
          amount: `${formatGap(gap.mean)} FTE`,
          note: `eight in ten: ${formatRange(gap)}`,
          href: null,
        },
        {
          label: 'Change by the levers',
          amount: `${formatGap(change.mean)} FTE`,
          note: `eight in ten: ${formatRange(change)}; from ${formatGap(still.mean)} with all at rest`,
          href: null,
        },
        {
          label: 'Starts cost',
          amount: `${formatGbp(moved.startsGbpPerYear)} a year`,
          note: `fees, recruitment and time off the job; pay in post is not in it${cut}`,
          href: null,
        },
      ]}
    />
  );
}

type Estimate = ReturnType<typeof estimateAt>;

/** A place in a month: its gap with the levers, with all of them at rest, and the one less the other. */
type Line = { readonly name: string; readonly moved: Estimate; readonly still: Estimate; readonly change: Estimate };

type GapTableProps = {
  readonly id: string;
  readonly caption: string;
  /** What the lines are about. */
  readonly first: string;
  readonly lines: readonly Line[];
};

function GapTable({ id, caption, first, lines }: GapTableProps) {
  return (
    <DataTable
      id={id}
      caption={caption}
      columns={[
        { key: 'name', label: first, kind: 'text' },
        { key: 'still', label: 'All at rest', kind: 'number' },
        { key: 'moved', label: 'With the levers', kind: 'number' },
        { key: 'range', label: 'Eight in ten', kind: 'number' },
        { key: 'change', label: 'Change', kind: 'number' },
        { key: 'change-range', label: 'Eight in ten', kind: 'number' },
      ]}
      groups={singleGroup(
        lines.map(({ name, moved, still, change }) => ({
          key: name,
          header: name,
          cells: [
            formatGap(still.mean),
            formatGap(moved.mean),
            formatRange(moved),
            formatGap(change.mean),
            formatRange(change),
          ],
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

function rowOf({ mean, p10, p90 }: MovedMeasure, row: number, months: number) {
  const slice = (values: Float64Array) => [...values.subarray(row * months, (row + 1) * months)];
  return { p10: slice(p10), middle: slice(mean), p90: slice(p90) };
}
