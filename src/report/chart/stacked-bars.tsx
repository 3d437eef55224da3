// Upright bars made of parts, one bar for each year, with the total above each.
import { scaleLinear } from 'd3-scale';
import { PlotFrame, percent } from './plot-frame.tsx';

export type StackedBar = { readonly label: string; readonly parts: readonly BarPart[]; readonly totalLabel: string };

/** @property tone class that the style sheet colours   @property value at least 0 */
export type BarPart = { readonly tone: string; readonly value: number };

export type StackedBarsProps = {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly bars: readonly StackedBar[];
  readonly formatTick: (value: number) => string;
  readonly plotHeightPx: number;
};

/** Share of each bar's room that the bar fills. */
const FILLED = 0.66;

export function StackedBars({ id, title, description, bars, formatTick, plotHeightPx }: StackedBarsProps) {
  const highest = Math.max(...bars.map(totalOf), 0);
  const y = scaleLinear()
    .domain([0, highest === 0 ? 1 : highest])
    .nice(4)
    .range([plotHeightPx, 0]);
  const room = 1 / Math.max(1, bars.length);
  return (
    <PlotFrame
      id={id}
      title={title}
      description={description}
      plotHeightPx={plotHeightPx}
      yTicks={y.ticks(4).map((value) => ({ at: y(value), label: formatTick(value) }))}
      xTicks={bars.map((bar, index) => ({ at: (index + 0.5) * room, label: bar.label }))}
    >
      {bars.map((bar, index) => (
        <g key={bar.label}>
          {stack(bar.parts).map((part) => (
            <rect
              key={part.tone}
              className={part.tone}
              x={percent((index + (1 - FILLED) / 2) * room)}
              width={percent(FILLED * room)}
              y={fixed(y(part.to))}
              height={fixed(y(part.from) - y(part.to))}
            />
          ))}
          <text
            className="value"
            x={percent((index + 0.5) * room)}
            y={fixed(y(totalOf(bar)))}
            dy="-6"
            textAnchor="middle"
          >
            {bar.totalLabel}
          </text>
        </g>
      ))}
    </PlotFrame>
  );
}

function totalOf(bar: StackedBar): number {
  return bar.parts.reduce((sum, part) => sum + part.value, 0);
}

/** Each part with where it begins and ends when the parts stand on each other. */
function stack(parts: readonly BarPart[]) {
  let from = 0;
  return parts
    .filter((part) => part.value > 0)
    .map((part) => {
      const placed = { tone: part.tone, from, to: from + part.value };
      from = placed.to;
      return placed;
    });
}

function fixed(px: number): number {
  return Number(px.toFixed(1));
}
