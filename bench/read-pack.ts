// Measures the reading of a pack: seconds to read and check the England pack, which is to take at most one.
import { fileURLToPath } from 'node:url';
import { readPack } from '#pack';
import { assert } from '#kernel';

const RUNS = 5;
const LIMIT_SECONDS = 1;

/** Seconds of the first run, in which everything is loaded, and of the median of five. */
export async function benchReadPack(directory: string) {
  const seconds: number[] = [];
  let stockRows = 0;
  for (let run = 0; run < RUNS; run += 1) {
    const started = performance.now();
    const pack = await readPack(directory);
    seconds.push((performance.now() - started) / 1000);
    assert(pack.ok, `the pack ${directory} is sound`);
    stockRows = pack.value.system.stock.length;
  }
  const sorted = seconds.toSorted((a, b) => a - b);
  return { firstSeconds: seconds[0], medianSeconds: sorted[(RUNS - 1) / 2], limitSeconds: LIMIT_SECONDS, stockRows };
}

if (import.meta.main) {
  const england = fileURLToPath(new URL('../packs/england', import.meta.url));
  process.stdout.write(`${JSON.stringify(await benchReadPack(england))}\n`);
}
