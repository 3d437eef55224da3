// What moved a figure from one value to another: each step begins where the one before it ended.
import { scaleLinear } from 'd3-scale';
import { formatGap } from '../number-format.ts';
import { percent } from './plot-frame.tsx';
import { RowPlot, TRACK_HEIGHT_PX, type PlotRow } from './row-plot.tsx';

export type WaterfallStep = { readonly key: string; readonly label: string; readonly change: number };

export type WaterfallChartProps = {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly before: { readonly label: string; readonly value: number };
  readonly after: { readonly label: string; readonly value: number };
  readonly steps: readonly WaterfallStep[];
};

export function WaterfallChart({ id, title, description, before, after, steps }: WaterfallChartProps) {
  const levels = steps.reduce<readonly number[]>(
    (known, { change }) => [...known, (known.at(-1) ?? 0) + change],
    [before.value],
  );
  const x = scaleLinear()
    .domain([Math.min(...levels, after.value), Math.max(...levels, after.value)])
    .nice(4);
  const end = (key: string, { label, value }: { readonly label: string; readonly value: number }): PlotRow => ({
    key,
    label,
    note: null,
    value: formatGap(value),
    marks: <circle className="ours" cx={percent(x(value))} cy={TRACK_HEIGHT_PX / 2} r="7" />,
  });
  const rows = steps.map(({ key, label, change }, index): PlotRow => {
    const from = levels[index] ?? 0;
    return {
      key,
      label,
      note: null,
      value: change === 0 ? 'nothing' : formatGap(change),
      marks: <Step from={x(from)} to={x(from + change)} tone={change < 0 ? 'demand' : 'supply'} />,
    };
  });
  return (
    <RowPlot
      id={id}
      title={title}
      description={description}
      reference={x(before.value)}
      ticks={x.ticks(4).map((value) => ({ at: x(value), label: formatGap(value).replace(/\.0$/, '') }))}
      rows={[end('before', before), ...rows, end('after', after)]}
    />
  );
}

type StepProps = { readonly from: number; readonly to: number; readonly tone: 'supply' | 'demand' };

/** A bar from where the step before ended; a dot says which end it leads to, so that no colour is needed to see it. */
function Step({ from, to, tone }: StepProps) {
  return (
    <>
      <rect
        className={`band ${tone} step`}
        x={percent(Math.min(from, to))}
        width={percent(Math.abs(to - from))}
        y="7"
        height={TRACK_HEIGHT_PX - 14}
      />
      <circle className={`step-end ${tone}`} cx={percent(to)} cy={TRACK_HEIGHT_PX / 2} r="4" />
    </>
  );
}
