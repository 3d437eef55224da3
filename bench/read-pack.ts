// Measures the reading of a pack: seconds to read and check the England pack, which is to take at most one.
import { fileURLToPath } from 'node:url';
import { readPack } from '#pack';
import { type Benchmark, median } from './benchmark.ts';

const RUNS = 5;

/** The first run, in which everything is loaded, and the median of five. */
export async function benchReadPack(): Promise<Benchmark> {
  const directory = fileURLToPath(new URL('../packs/england', import.meta.url));
  const seconds: number[] = [];
  let isSound = true;
  for (let run = 0; run < RUNS; run += 1) {
    const started = performance.now();
    const pack = await readPack(directory);
    seconds.push((performance.now() - started) / 1000);
    isSound &&= pack.ok;
  }
  return {
    id: 'read-pack',
    title: 'The England pack read and checked',
    isSound,
    figures: [
      { label: 'first run', value: seconds[0] ?? Number.NaN, unit: 's', goal: null },
      { label: 'median of five', value: median(seconds), unit: 's', goal: 'at most 1' },
    ],
    runs: seconds,
  };
}
