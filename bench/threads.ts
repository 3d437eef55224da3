// Measures the pool of threads on the England pack, and how memory grows with the number of draws.
import { createThreadSimulator } from '#workers';
import { type Benchmark, median, timed } from './benchmark.ts';
import { measureApart } from './measure-apart.ts';
import { modelOf, packNamed } from './pack-model.ts';

const ROUNDS = 3;
/** Few enough for the whole to take 75 s of processor time: less than two minutes on two cores that are free. */
const SAMPLES = 32;
const DRAWS = [64, 512, 4096] as const;
const SMALL = { organisations: 10, roles: 12, months: 120, mode: 'draws' } as const;

export async function benchThreads(): Promise<Benchmark> {
  const { model, sample } = modelOf(await packNamed('england'), 'as-things-stand');
  const request = { mode: 'exact', seed: 1, samples: sample(SAMPLES, 1), starts: [] } as const;
  const seconds = new Map<number, number[]>([
    [1, []],
    [2, []],
  ]);
  const calm = { onProgress: () => undefined, signal: { aborted: false } };
  let isSound = true;
  const pools = [1, 2].map((threads) => ({ threads, pool: createThreadSimulator({ threads }) }));
  // The first round starts the threads and compiles their code, and is not counted.
  for (let round = 0; round <= ROUNDS; round++) {
    for (const { threads, pool } of pools) {
      const { result, ...run } = await timed(() => pool.project(model, request, calm));
      isSound &&= result.ok;
      if (round > 0) seconds.get(threads)?.push(run.seconds);
    }
  }
  for (const { pool } of pools) await pool.close();
  const [one, two] = [1, 2].map((threads) => median(seconds.get(threads) ?? []));
  const memory = DRAWS.map((draws) => ({ draws, ...measureApart({ ...SMALL, samples: draws }) }));
  return {
    id: 'threads',
    title: `Threads and memory: ${SAMPLES} samples of the England pack, and draws of ten organisations`,
    isSound,
    figures: [
      { label: 'one thread, median of three', value: one ?? Number.NaN, unit: 's', goal: null },
      { label: 'two threads, median of three', value: two ?? Number.NaN, unit: 's', goal: null },
      {
        label: 'efficiency of two threads',
        value: (one ?? Number.NaN) / (two ?? Number.NaN) / 2,
        unit: '',
        goal: '0.9 or better',
      },
      ...memory.map(({ draws, peakMb }) => ({
        label: `ten organisations of 12 roles, most memory with ${draws} draws`,
        value: peakMb,
        unit: 'MB',
        goal: null,
      })),
    ],
    runs: { seconds: Object.fromEntries(seconds), memory },
  };
}
