// Lines over months, each with the band in which it lies eight times in ten.
import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import { formatCount } from '../number-format.ts';
import type { Tone } from './chart-figure.tsx';
import { PlotFrame, STRETCHED_WIDTH, StretchedPaths, type Tick } from './plot-frame.tsx';

/** A line and its band, one value for each month of the chart. */
export type Fan = {
  readonly tone: Tone;
  readonly p10: readonly number[];
  /** The line: the mean where means are told beside it, so that what is drawn subtracts and adds up as the tables do. */
  readonly middle: readonly number[];
  readonly p90: readonly number[];
};

export type FanChartProps = {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** `YYYY-MM`, evenly spaced, one for each value of a fan. */
  readonly months: readonly string[];
  readonly fans: readonly Fan[];
  /** Lowest and highest value drawn; charts to be compared share it. */
  readonly domain: readonly [number, number];
  readonly plotHeightPx: number;
};

export function FanChart({ id, title, description, months, fans, domain, plotHeightPx }: FanChartProps) {
  const y = scaleLinear().domain(domain).range([plotHeightPx, 0]);
  const yTicks = y
    .ticks(Math.max(3, Math.round(plotHeightPx / 60)))
    .map((value) => ({ at: y(value), label: formatCount(value).replace(/\.0$/, '') }));
  return (
    <PlotFrame
      id={id}
      title={title}
      description={description}
      plotHeightPx={plotHeightPx}
      yTicks={yTicks}
      xTicks={yearTicks(months)}
    >
      <StretchedPaths heightPx={plotHeightPx}>
        {fans.map((fan) => (
          <path key={fan.tone} className={`band ${fan.tone}`} d={bandPath(fan, y)} />
        ))}
        {fans.map((fan) => (
          <path key={fan.tone} className={`line ${fan.tone}`} d={linePath(fan, y)} />
        ))}
      </StretchedPaths>
      {endLabels(fans, y).map((label) => (
        <text key={label.tone} className={`end ${label.tone}`} x="100%" y={label.atPx} dy={label.dyPx} textAnchor="end">
          {label.text}
        </text>
      ))}
    </PlotFrame>
  );
}

/** The lowest and highest value that charts of these fans need, from 0 where the fans fill at least half of it.
 *  Rounded outwards to steps a reader can count in. */
export function domainOf(fans: readonly Fan[]): readonly [number, number] {
  const highest = Math.max(1, ...fans.flatMap((fan) => fan.p90));
  const lowest = Math.min(highest, ...fans.flatMap((fan) => fan.p10));
  const low = lowest > highest / 2 ? lowest - (highest - lowest) : Math.min(0, lowest);
  const [from = 0, to = highest] = scaleLinear()
    .domain([Math.max(Math.min(0, lowest), low), highest])
    .nice(5)
    .domain();
  return [from, to];
}

/** Says so where an axis is cut, for a cut axis makes differences look larger. */
export function axisNote(domain: readonly [number, number]): string {
  return domain[0] > 0 ? `; the axis starts at ${formatCount(domain[0])}, not at 0` : '';
}

/** Each January, every other one where there are more than six, as shares of the width. */
function yearTicks(months: readonly string[]): readonly Tick[] {
  const span = Math.max(1, months.length - 1);
  const years = months.flatMap((month, index) =>
    isYearStart(months, index) ? [{ at: index / span, label: month.slice(0, 4) }] : [],
  );
  return years.length <= 6 ? years : years.filter((_, index) => index % 2 === 1);
}

function isYearStart(months: readonly string[], index: number): boolean {
  const before = months[index - 1];
  return before !== undefined && before.slice(0, 4) !== months[index]?.slice(0, 4);
}

type Scale = (value: number) => number;

function bandPath(fan: Fan, y: Scale): string {
  const span = Math.max(1, fan.middle.length - 1);
  const path = area<number>()
    .x((_, index) => (index / span) * STRETCHED_WIDTH)
    .y0((value) => y(value))
    .y1((_, index) => y(fan.p90[index] ?? 0))
    .digits(1);
  return path(fan.p10) ?? '';
}

function linePath(fan: Fan, y: Scale): string {
  const span = Math.max(1, fan.middle.length - 1);
  const path = line<number>()
    .x((_, index) => (index / span) * STRETCHED_WIDTH)
    .y((value) => y(value))
    .digits(1);
  return path(fan.middle) ?? '';
}

type EndLabel = { readonly tone: Tone; readonly atPx: number; readonly dyPx: number; readonly text: string };

/** The last values at the edges: the highest above its line, the lowest below its own, so that they never meet. */
function endLabels(fans: readonly Fan[], y: Scale): readonly EndLabel[] {
  const ends = fans
    .map((fan) => ({ tone: fan.tone, value: fan.middle.at(-1) ?? 0 }))
    .toSorted((one, other) => other.value - one.value);
  return [
    ...ends.slice(0, 1).map((end) => ({ ...end, dyPx: -9 })),
    ...ends
      .slice(1)
      .slice(-1)
      .map((end) => ({ ...end, dyPx: 19 })),
  ].map(({ tone, value, dyPx }) => ({ tone, dyPx, atPx: Number(y(value).toFixed(1)), text: formatCount(value) }));
}
