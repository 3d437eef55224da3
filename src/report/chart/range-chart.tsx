// Our estimate with its range beside a published figure, each as a share of the published one.
import { scaleLinear } from 'd3-scale';
import { formatShare } from '../number-format.ts';
import { percent } from './plot-frame.tsx';
import { RowPlot, TRACK_HEIGHT_PX } from './row-plot.tsx';

/** Shares of the published figure: 1 is equal to it. */
export type RangeRow = {
  readonly key: string;
  readonly label: string;
  readonly note: string | null;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
};

export type RangeChartProps = {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly rows: readonly RangeRow[];
};

const MIDDLE_PX = TRACK_HEIGHT_PX / 2;

export function RangeChart({ id, title, description, rows }: RangeChartProps) {
  const ends = [0.9, 1.1, ...rows.flatMap((row) => [row.p10, row.p90])];
  const x = scaleLinear()
    .domain([Math.min(...ends), Math.max(...ends)])
    .nice(4);
  return (
    <RowPlot
      id={id}
      title={title}
      description={description}
      reference={x(1)}
      ticks={x.ticks(4).map((value) => ({ at: x(value), label: formatShare(value) }))}
      rows={rows.map((row) => ({
        key: row.key,
        label: row.label,
        note: row.note,
        value: formatShare(row.p50),
        marks: (
          <>
            <line className="whisker" x1={percent(x(row.p10))} x2={percent(x(row.p90))} y1={MIDDLE_PX} y2={MIDDLE_PX} />
            <circle className="ours" cx={percent(x(row.p50))} cy={MIDDLE_PX} r="6" />
          </>
        ),
      }))}
    />
  );
}
