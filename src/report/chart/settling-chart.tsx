// How a figure and the ends of its interval settle as samples are added, each with its error bar.
import { scaleLinear } from 'd3-scale';
import { formatGap, formatNumber } from '../number-format.ts';
import { percent } from './plot-frame.tsx';
import { RowPlot, TRACK_HEIGHT_PX } from './row-plot.tsx';

/** An estimate and how far off it may be to either side. */
export type Barred = { readonly value: number; readonly bar: number };

export type SettlingRow = {
  readonly samples: number;
  /** The tenth percentile, the mean and the ninetieth, in this order. */
  readonly estimates: readonly Barred[];
};

export type SettlingChartProps = {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly rows: readonly SettlingRow[];
};

const MIDDLE_PX = TRACK_HEIGHT_PX / 2;

export function SettlingChart({ id, title, description, rows }: SettlingChartProps) {
  const ends = rows.flatMap(({ estimates }) => estimates.flatMap(({ value, bar }) => [value - bar, value + bar]));
  const x = scaleLinear()
    .domain([Math.min(...ends), Math.max(...ends)])
    .nice(4);
  return (
    <RowPlot
      id={id}
      title={title}
      description={description}
      reference={null}
      ticks={x.ticks(4).map((value) => ({ at: x(value), label: formatGap(value).replace(/\.0$/, '') }))}
      rows={rows.map(({ samples, estimates }) => ({
        key: String(samples),
        label: `${formatNumber(samples)} samples`,
        note: null,
        value: formatGap(estimates[1]?.value ?? 0),
        marks: estimates.map(({ value, bar }, index) => (
          <g key={index}>
            <line
              className="whisker"
              x1={percent(x(value - bar))}
              x2={percent(x(value + bar))}
              y1={MIDDLE_PX}
              y2={MIDDLE_PX}
            />
            <circle className={index === 1 ? 'ours' : 'at-low'} cx={percent(x(value))} cy={MIDDLE_PX} r="4" />
          </g>
        )),
      }))}
    />
  );
}
