// Measures the pool of threads on the England pack, and how memory grows with the number of draws.
import { createThreadSimulator } from '#workers';
import { type Benchmark, median, timed, type Timing } from './benchmark.ts';
import { measureApart } from './measure-apart.ts';
import { modelOf, packNamed } from './pack-model.ts';

/** So many samples tell what one thread does alone, as many as a plan runs by itself tell what a plan gains. */
const SIZES = [
  { samples: 32, rounds: 3 },
  { samples: 256, rounds: 1 },
] as const;
const DRAWS = [64, 512, 4096] as const;
const SMALL = { organisations: 10, roles: 12, months: 120, mode: 'draws' } as const;

export async function benchThreads(): Promise<Benchmark> {
  const { model, sample } = modelOf(await packNamed('england'), 'as-things-stand');
  const calm = { onProgress: () => undefined, signal: { aborted: false } };
  const pools = [1, 2].map((threads) => ({ threads, pool: createThreadSimulator({ threads }) }));
  const runs: Run[] = [];
  let isSound = true;
  for (const { samples, rounds } of SIZES) {
    const request = { mode: 'exact', seed: 1, samples: sample(samples, 1), starts: [] } as const;
    for (let round = 0; round <= rounds; round++) {
      for (const { threads, pool } of pools) {
        // The first round of the first size starts the threads and compiles their code, and is not counted.
        if (round === 0 && samples !== SIZES[0].samples) continue;
        const { result, ...run } = await timed(() => pool.project(model, request, calm));
        isSound &&= result.ok;
        if (round > 0) runs.push({ samples, threads, ...run });
      }
    }
  }
  for (const { pool } of pools) await pool.close();
  const memory = DRAWS.map((draws) => ({ draws, ...measureApart({ ...SMALL, samples: draws }) }));
  return {
    id: 'threads',
    title: 'Threads and memory: samples of the England pack, and draws of ten organisations',
    isSound,
    figures: [
      ...SIZES.flatMap(({ samples }) => figuresOf(runs, samples)),
      ...memory.map(({ draws, peakMb }) => ({
        label: `ten organisations of 12 roles, most memory with ${draws} draws`,
        value: peakMb,
        unit: 'MB',
        goal: null,
      })),
    ],
    runs: { runs, memory },
  };
}

type Run = Timing & { readonly samples: number; readonly threads: number };

function figuresOf(runs: readonly Run[], samples: number): Benchmark['figures'] {
  const of = (threads: number): readonly Run[] =>
    runs.filter((run) => run.samples === samples && run.threads === threads);
  const [one = Number.NaN, two = Number.NaN] = [1, 2].map((threads) => median(of(threads).map((run) => run.seconds)));
  const [cpuOfOne = Number.NaN, cpuOfTwo = Number.NaN] = [1, 2].map((threads) =>
    median(of(threads).map((run) => run.cpuSeconds)),
  );
  return [
    { label: `${samples} samples on one thread, median`, value: one, unit: 's', goal: null },
    { label: `${samples} samples on two threads, median`, value: two, unit: 's', goal: null },
    { label: `${samples} samples: efficiency of two threads`, value: one / two / 2, unit: '', goal: '0.9 or better' },
    // What others take of the machine changes times on the clock, and hardly these.
    {
      label: `${samples} samples: processor time of one thread over two`,
      value: cpuOfOne / cpuOfTwo,
      unit: '',
      goal: null,
    },
  ];
}
