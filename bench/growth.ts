// Measures how time and memory grow with organisations, roles, months and draws, up to millions of cells.
import type { Benchmark } from './benchmark.ts';
import { growthPage } from './growth-page.tsx';
import { measureApart, type ApartRun } from './measure-apart.ts';
import type { Sweep } from './sweep.ts';

type SweepPlan = {
  readonly id: string;
  readonly what: string;
  readonly sizes: readonly number[];
  readonly run: (size: number) => ApartRun;
};

const SWEEPS: readonly SweepPlan[] = [
  {
    id: 'organisations',
    what: 'organisations, of 40 roles each',
    sizes: [30, 100, 300, 1000],
    run: (organisations) => ({ organisations, roles: 40, months: 120, samples: 16, mode: 'exact' }),
  },
  {
    id: 'roles',
    what: 'roles, in 200 organisations',
    sizes: [5, 10, 20, 40],
    run: (roles) => ({ organisations: 200, roles, months: 120, samples: 16, mode: 'exact' }),
  },
  {
    id: 'months',
    what: 'months, of 200 organisations of 12 roles',
    sizes: [60, 120, 240, 480],
    run: (months) => ({ organisations: 200, roles: 12, months, samples: 16, mode: 'exact' }),
  },
  {
    id: 'draws',
    what: 'draws of whole people, in 10 organisations of 12 roles',
    sizes: [64, 256, 1024, 4096, 16_384],
    run: (samples) => ({ organisations: 10, roles: 12, months: 120, samples, mode: 'draws' }),
  },
];

/** Linear, with room for what a fit over four points of a shared machine scatters. */
const MOST_EXPONENT = 1.1;

export async function benchGrowth(): Promise<Benchmark> {
  const sweeps = SWEEPS.map(({ id, what, sizes, run }): Sweep => {
    const points = sizes.map((size) => ({ size, ...measureApart(run(size)) }));
    return {
      id,
      what,
      points,
      timeExponent: exponentOf(points.map(({ size, cpuSeconds }) => [size, cpuSeconds])),
      memoryExponent: exponentOf(points.map(({ size, peakMb }) => [size, peakMb])),
    };
  });
  const all = sweeps.flatMap(({ points }) => points);
  return {
    id: 'growth',
    title: 'How time and memory grow',
    isSound: all.every(({ series }) => series > 0) && sweeps.every(({ timeExponent }) => timeExponent < MOST_EXPONENT),
    figures: [
      { label: 'most cells', value: Math.max(...all.map(({ cells }) => cells)), unit: '', goal: '2,000,000 or more' },
      ...sweeps.flatMap(({ id, points, timeExponent, memoryExponent }) => [
        { label: `${id}: exponent of processor time`, value: timeExponent, unit: '', goal: 'at most 1' },
        { label: `${id}: exponent of memory`, value: memoryExponent, unit: '', goal: 'at most 1' },
        { label: `${id}: most processor time`, value: points.at(-1)?.cpuSeconds ?? Number.NaN, unit: 's', goal: null },
        { label: `${id}: most memory`, value: points.at(-1)?.peakMb ?? Number.NaN, unit: 'MB', goal: null },
      ]),
    ],
    runs: sweeps,
    page: growthPage(sweeps),
  };
}

/** Slope of the logarithms. */
function exponentOf(points: readonly (readonly [size: number, value: number])[]): number {
  const logs = points.map(([size, value]) => [Math.log(size), Math.log(value)] as const);
  const mean = [0, 1].map((axis) => logs.reduce((sum, log) => sum + (log[axis] ?? 0), 0) / logs.length);
  const [x = 0, y = 0] = mean;
  const covariance = logs.reduce((sum, log) => sum + (log[0] - x) * (log[1] - y), 0);
  const variance = logs.reduce((sum, log) => sum + (log[0] - x) * (log[0] - x), 0);
  return covariance / variance;
}
