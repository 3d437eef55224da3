// How far the answer moves when one assumption at a time goes from its low to its high end, widest first.
import { scaleLinear } from 'd3-scale';
import { formatGap } from '../number-format.ts';
import { percent } from './plot-frame.tsx';
import { RowPlot, TRACK_HEIGHT_PX } from './row-plot.tsx';

export type TornadoBar = {
  readonly key: string;
  readonly label: string;
  /** The answer with the assumption at its tenth percentile. */
  readonly low: number;
  /** The same at its ninetieth. */
  readonly high: number;
};

export type TornadoChartProps = {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** The answer with every assumption at its central value. */
  readonly centre: number;
  readonly bars: readonly TornadoBar[];
};

export function TornadoChart({ id, title, description, centre, bars }: TornadoChartProps) {
  const ends = [centre, ...bars.flatMap((bar) => [bar.low, bar.high])];
  const x = scaleLinear()
    .domain([Math.min(...ends), Math.max(...ends)])
    .nice(4);
  return (
    <RowPlot
      id={id}
      title={title}
      description={description}
      reference={x(centre)}
      ticks={x.ticks(4).map((value) => ({ at: x(value), label: formatGap(value).replace(/\.0$/, '') }))}
      rows={bars.map((bar) => ({
        key: bar.key,
        label: bar.label,
        note: null,
        value: `${formatGap(bar.low)} to ${formatGap(bar.high)}`,
        marks: <Swing low={x(bar.low)} high={x(bar.high)} />,
      }))}
    />
  );
}

/** A bar from end to end; the low end is an open dot and the high end a full one, whichever side they fall on. */
function Swing({ low, high }: { readonly low: number; readonly high: number }) {
  return (
    <>
      <rect
        className="swing"
        x={percent(Math.min(low, high))}
        width={percent(Math.abs(high - low))}
        y="9"
        height={TRACK_HEIGHT_PX - 18}
      />
      <circle className="at-low" cx={percent(low)} cy={TRACK_HEIGHT_PX / 2} r="6" />
      <circle className="at-high" cx={percent(high)} cy={TRACK_HEIGHT_PX / 2} r="6" />
    </>
  );
}
