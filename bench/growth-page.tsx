// The page of the benchmark of growth: for each thing made larger, a chart of time and one of memory, on doubled scales.
import { renderToStaticMarkup } from 'react-dom/server';
import { scaleLog } from 'd3-scale';
import { line } from 'd3-shape';
import { ChartFigure, DataTable } from '#report';
import { PageFrame } from '../src/report/page-frame.tsx';
import { PlotFrame, percent, STRETCHED_WIDTH, StretchedPaths, type Tick } from '../src/report/chart/plot-frame.tsx';
import type { Sweep } from './sweep.ts';

const HEIGHT_PX = 220;

export function growthPage(sweeps: readonly Sweep[]): string {
  const page = (
    <PageFrame
      title="How time and memory grow"
      skipsTo="the charts"
      masthead={
        <header className="masthead">
          <h1>How time and memory grow</h1>
        </header>
      }
      contents={sweeps.map(({ id }) => ({ id: `${id}-time`, entry: id }))}
      head={null}
      footer={<p>Written by ./cadre bench growth.</p>}
    >
      {sweeps.map((sweep) => (
        <section key={sweep.id}>
          <GrowthFigure sweep={sweep} of="time" />
          <GrowthFigure sweep={sweep} of="memory" />
        </section>
      ))}
    </PageFrame>
  );
  // A tracked file has no blanks at the ends of its lines, which the style sheet has.
  return `<!doctype html>${renderToStaticMarkup(page).replace(/[ \t]+$/gm, '')}\n`;
}

type GrowthFigureProps = { readonly sweep: Sweep; readonly of: 'time' | 'memory' };

function GrowthFigure({ sweep, of }: GrowthFigureProps) {
  const id = `${sweep.id}-${of}`;
  const isTime = of === 'time';
  const exponent = (isTime ? sweep.timeExponent : sweep.memoryExponent).toFixed(2);
  const points = sweep.points.map((point) => ({ x: point.size, y: isTime ? point.cpuSeconds : point.peakMb }));
  return (
    <ChartFigure
      id={id}
      title={`${isTime ? 'Time' : 'Memory'} grows with ${sweep.id} to the power of ${exponent}`}
      subtitle={`${isTime ? 'Seconds of processor time' : 'Most memory of the process, MB'}, by ${sweep.what}; both axes grow by multiples`}
      legend={[
        { mark: { kind: 'line', tone: 'supply' }, label: 'measured' },
        { mark: { kind: 'line', tone: 'demand' }, label: 'as if in proportion from the first point' },
      ]}
      caption="Each point is one projection in a process of its own; starting it is not counted in the time, but is in the memory."
      table={
        <DataTable
          id={`${id}-table`}
          caption={sweep.what}
          columns={[
            { key: 'size', label: sweep.id, kind: 'number' },
            { key: 'cells', label: 'cells', kind: 'number' },
            { key: 'value', label: isTime ? 'seconds' : 'MB', kind: 'number' },
          ]}
          groups={[
            {
              key: 'all',
              heading: null,
              rows: sweep.points.map((point) => ({
                key: String(point.size),
                header: point.size,
                cells: [point.cells, isTime ? point.cpuSeconds.toFixed(2) : Math.round(point.peakMb)],
              })),
            },
          ]}
          total={null}
        />
      }
    >
      <GrowthPlot id={id} points={points} unit={isTime ? 's' : 'MB'} />
    </ChartFigure>
  );
}

type Point = { readonly x: number; readonly y: number };

function GrowthPlot({
  id,
  points,
  unit,
}: {
  readonly id: string;
  readonly points: readonly Point[];
  readonly unit: string;
}) {
  const [first = { x: 1, y: 1 }] = points;
  const linear = points.map(({ x }) => ({ x, y: (first.y * x) / first.x }));
  const x = scaleLog()
    .domain([first.x, points.at(-1)?.x ?? first.x])
    .range([0.03, 0.97]);
  const values = [...points, ...linear].map((point) => point.y);
  const y = scaleLog()
    .domain([Math.min(...values), Math.max(...values)])
    .range([HEIGHT_PX - 10, 10]);
  const path = line<Point>()
    .x((point) => x(point.x) * STRETCHED_WIDTH)
    .y((point) => y(point.y))
    .digits(1);
  const shown = (value: number): string => `${Number(value.toPrecision(2))} ${unit}`;
  return (
    <PlotFrame
      id={id}
      title="Growth"
      description={points.map((point) => `${point.x}: ${shown(point.y)}`).join('; ')}
      plotHeightPx={HEIGHT_PX}
      yTicks={apart(points.map((point) => ({ at: Number(y(point.y).toFixed(1)), label: shown(point.y) })))}
      xTicks={points.map((point) => ({ at: x(point.x), label: String(point.x) }))}
    >
      <StretchedPaths heightPx={HEIGHT_PX}>
        <path className="line demand" d={path([...linear]) ?? ''} />
        <path className="line supply" d={path([...points]) ?? ''} />
      </StretchedPaths>
      {points.map((point) => (
        <circle key={point.x} className="ours" cx={percent(x(point.x))} cy={y(point.y).toFixed(1)} r="4" />
      ))}
    </PlotFrame>
  );
}

const LEAST_APART_PX = 16;

/** Leaves out ticks whose labels would lie on that of the one before. */
function apart(ticks: readonly Tick[]): readonly Tick[] {
  return ticks.reduce<readonly Tick[]>((kept, tick) => {
    const last = kept.at(-1);
    return last === undefined || Math.abs(tick.at - last.at) >= LEAST_APART_PX ? [...kept, tick] : kept;
  }, []);
}
