// Rows on one common scale, each with a name that may wrap and a track of marks: tornadoes, ranges, timelines.
import type { ReactNode } from 'react';
import { percent, type Tick } from './plot-frame.tsx';

export type PlotRow = {
  readonly key: string;
  readonly label: string;
  /** What the label needs to be understood; null where it needs nothing. */
  readonly note: string | null;
  /** A short figure beside the label. */
  readonly value: string;
  /** Drawn in the track: x in percent, y in pixels from 0 to TRACK_HEIGHT_PX. */
  readonly marks: ReactNode;
};

export type RowPlotProps = {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** `at` as a share of the track's width, 0..1. */
  readonly ticks: readonly Tick[];
  /** Where a line runs through all rows, 0..1; null where none does. */
  readonly reference: number | null;
  readonly rows: readonly PlotRow[];
};

export const TRACK_HEIGHT_PX = 30;

export function RowPlot({ id, title, description, ticks, reference, rows }: RowPlotProps) {
  return (
    <div className="rows" role="img" aria-labelledby={`${id}-label`} aria-describedby={`${id}-description`}>
      <span className="hidden" id={`${id}-label`}>
        {title}
      </span>
      <span className="hidden" id={`${id}-description`}>
        {description}
      </span>
      {rows.map((row) => (
        <div className="row" key={row.key}>
          <span className="row-label">
            {row.label}
            {row.note === null ? null : <span className="note">{row.note}</span>}
          </span>
          <span className="row-value">{row.value}</span>
          <svg className="track" width="100%" height={TRACK_HEIGHT_PX} aria-hidden="true">
            {ticks.map((tick) => (
              <line key={tick.at} className="grid" x1={percent(tick.at)} x2={percent(tick.at)} y1="0" y2="100%" />
            ))}
            {reference === null ? null : (
              <line className="reference" x1={percent(reference)} x2={percent(reference)} y1="0" y2="100%" />
            )}
            {row.marks}
          </svg>
        </div>
      ))}
      <div className="row row-axis">
        <svg className="track" width="100%" height="20" aria-hidden="true">
          {ticks.map((tick) => (
            <text key={tick.at} className="axis" x={percent(tick.at)} y="14" textAnchor={anchorAt(tick.at)}>
              {tick.label}
            </text>
          ))}
        </svg>
      </div>
    </div>
  );
}

/** Labels at the very edges lean inwards, so that none is cut off. */
function anchorAt(share: number): 'start' | 'middle' | 'end' {
  if (share < 0.04) return 'start';
  return share > 0.96 ? 'end' : 'middle';
}
