// Starts over time: a dot for each start, as large as the people it stands for, and a line on to when they are in post.
import { percent, type Tick } from './plot-frame.tsx';
import { RowPlot, TRACK_HEIGHT_PX } from './row-plot.tsx';

export type TimelineRow = {
  readonly key: string;
  readonly label: string;
  readonly note: string | null;
  readonly value: string;
  readonly starts: readonly TimelineStart[];
  /** Share of the time drawn at which the last of them are in post, 0..1. */
  readonly inPostAt: number;
};

/** @property at share of the time drawn, 0..1   @property people above 0 */
export type TimelineStart = { readonly at: number; readonly people: number };

export type TimelineChartProps = {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly ticks: readonly Tick[];
  readonly rows: readonly TimelineRow[];
};

const MIDDLE_PX = TRACK_HEIGHT_PX / 2;
const LARGEST_RADIUS_PX = 12;
const SMALLEST_RADIUS_PX = 3;

export function TimelineChart({ id, title, description, ticks, rows }: TimelineChartProps) {
  const most = Math.max(1, ...rows.flatMap((row) => row.starts.map((start) => start.people)));
  return (
    <RowPlot
      id={id}
      title={title}
      description={description}
      ticks={ticks}
      reference={null}
      rows={rows.map((row) => ({
        key: row.key,
        label: row.label,
        note: row.note,
        value: row.value,
        marks: (
          <>
            <line
              className="whisker"
              x1={percent(Math.min(row.inPostAt, ...row.starts.map((start) => start.at)))}
              x2={percent(row.inPostAt)}
              y1={MIDDLE_PX}
              y2={MIDDLE_PX}
            />
            <line className="in-post" x1={percent(row.inPostAt)} x2={percent(row.inPostAt)} y1="8" y2="22" />
            {row.starts.map((start) => (
              <circle
                key={start.at}
                className="ours"
                cx={percent(start.at)}
                cy={MIDDLE_PX}
                r={Math.max(SMALLEST_RADIUS_PX, LARGEST_RADIUS_PX * Math.sqrt(start.people / most)).toFixed(1)}
              />
            ))}
          </>
        ),
      }))}
    />
  );
}
