// The ground of a chart over time: as wide as the page allows, with text that keeps its size at every width.
import type { ReactNode } from 'react';

/** A mark on an axis: where it stands and what is written there. */
export type Tick = { readonly at: number; readonly label: string };

export type PlotFrameProps = {
  readonly id: string;
  readonly title: string;
  /** What a reader who cannot see the chart should know. */
  readonly description: string;
  /** Height of the plot itself, without the room for the labels of the x axis. */
  readonly plotHeightPx: number;
  /** `at` in pixels from the top of the plot. */
  readonly yTicks: readonly Tick[];
  /** `at` as a share of the plot's width, 0..1. */
  readonly xTicks: readonly Tick[];
  /** Drawn in the plot: x in percent, y in pixels. */
  readonly children: ReactNode;
};

export function PlotFrame(props: PlotFrameProps) {
  const { id, title, description, plotHeightPx, yTicks, xTicks, children } = props;
  return (
    <svg className="plot" role="img" aria-labelledby={`${id}-svg-title ${id}-svg-desc`} height={plotHeightPx}>
      <title id={`${id}-svg-title`}>{title}</title>
      <desc id={`${id}-svg-desc`}>{description}</desc>
      {yTicks.map((tick) => (
        <g key={tick.at}>
          <line className="grid" x1="0" x2="100%" y1={tick.at} y2={tick.at} />
          <text className="axis" x="-8" y={tick.at} dy="0.32em" textAnchor="end">
            {tick.label}
          </text>
        </g>
      ))}
      {xTicks.map((tick, index) => (
        <g key={tick.at} className={isSpare(index, xTicks) ? 'spare' : undefined}>
          <line className="tick" x1={percent(tick.at)} x2={percent(tick.at)} y1={plotHeightPx} y2={plotHeightPx + 5} />
          <text className="axis" x={percent(tick.at)} y={plotHeightPx + 19} textAnchor="middle">
            {tick.label}
          </text>
        </g>
      ))}
      {children}
    </svg>
  );
}

/** Where labels stand close, every other one gives way on a narrow screen. */
function isSpare(index: number, ticks: readonly Tick[]): boolean {
  return ticks.length > 6 && index % 2 === 1;
}

/** Stretches paths to the plot's width; strokes keep their thickness. Inside, x runs from 0 to 1000, y is in pixels. */
export function StretchedPaths({ heightPx, children }: { readonly heightPx: number; readonly children: ReactNode }) {
  return (
    <svg viewBox={`0 0 ${STRETCHED_WIDTH} ${heightPx}`} preserveAspectRatio="none" width="100%" height={heightPx}>
      {children}
    </svg>
  );
}

export const STRETCHED_WIDTH = 1000;

/** @param share 0..1 */
export function percent(share: number): string {
  return `${Number((share * 100).toFixed(2))}%`;
}
