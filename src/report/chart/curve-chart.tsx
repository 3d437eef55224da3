// A curve through points that are numbered, with one of them marked and a plan beside it.
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { labelPlaces, type LabelPlace } from './label-places.ts';
import { PlotFrame, percent, STRETCHED_WIDTH, StretchedPaths } from './plot-frame.tsx';

export type CurvePoint = { readonly x: number; readonly y: number };

export type CurveChartProps = {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** In the order of x. */
  readonly points: readonly CurvePoint[];
  /** A point that is not of the curve; null where there is none. */
  readonly beside: CurvePoint | null;
  readonly formatX: (value: number) => string;
  readonly formatY: (value: number) => string;
  readonly plotHeightPx: number;
};

/** Both axes start at nothing, for the curve is about how much of something is left. */
export function CurveChart(props: CurveChartProps) {
  const { id, title, description, points, beside, formatX, formatY, plotHeightPx } = props;
  const all = beside === null ? points : [...points, beside];
  const x = scaleLinear()
    .domain([0, Math.max(1, ...all.map((point) => point.x))])
    .nice(5)
    .range([0, 1]);
  const y = scaleLinear()
    .domain([0, Math.max(1, ...all.map((point) => point.y))])
    .nice(5)
    .range([plotHeightPx, 0]);
  const path = line<CurvePoint>()
    .x((point) => x(point.x) * STRETCHED_WIDTH)
    .y((point) => y(point.y))
    .digits(1);
  const numbers = points.map((_, index) => String(index + 1));
  const places = labelPlaces(
    // The plan beside the curve has no number, and takes up room all the same.
    all.map((point) => ({ across: x(point.x), downPx: y(point.y) })),
    numbers,
  );
  return (
    <PlotFrame
      id={id}
      title={title}
      description={description}
      plotHeightPx={plotHeightPx}
      yTicks={y.ticks(5).map((value) => ({ at: y(value), label: formatY(value) }))}
      xTicks={x.ticks(5).map((value) => ({ at: x(value), label: formatX(value) }))}
    >
      <StretchedPaths heightPx={plotHeightPx}>
        <path className="line supply" d={path([...points]) ?? ''} />
      </StretchedPaths>
      {points.map((point, index) => (
        <g key={index}>
          <circle className="ours" cx={percent(x(point.x))} cy={fixed(y(point.y))} r="5" />
          <PointNumber
            text={numbers[index] ?? ''}
            place={places[index] ?? null}
            at={{ x: x(point.x), y: y(point.y) }}
          />
        </g>
      ))}
      {beside === null ? null : <circle className="at-low" cx={percent(x(beside.x))} cy={fixed(y(beside.y))} r="7" />}
    </PlotFrame>
  );
}

type PointNumberProps = { readonly text: string; readonly place: LabelPlace | null; readonly at: CurvePoint };

/** Left out where it has no room: the points stand in order, and the table holds them all. */
function PointNumber({ text, place, at }: PointNumberProps) {
  if (place === null) return null;
  return (
    <text className="value" x={percent(at.x)} y={fixed(at.y)} dx={place.dx} dy={place.dy} textAnchor={place.anchor}>
      {text}
    </text>
  );
}

function fixed(value: number): number {
  return Number(value.toFixed(1));
}
