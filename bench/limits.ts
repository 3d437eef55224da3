// Measures the limits that the engine works against: memory bandwidth and how fast random words can be made.
import { type Benchmark, timed } from './benchmark.ts';
import { refill, rekey, wordStream } from '../src/engine/draws/word-stream.ts';

/** Far above any cache: 256 MB of numbers. */
const CELLS = 32_000_000;
const ROUNDS = 5;
const BLOCKS = 200_000;

/** The best of five is the limit: what others do on the same machine only takes away. */
export async function benchLimits(): Promise<Benchmark> {
  const numbers = new Float64Array(CELLS).fill(1);
  const copy = new Float64Array(CELLS);
  const stream = wordStream();
  rekey(stream, 1, [1]);
  const reading: number[] = [];
  const copying: number[] = [];
  const drawing: number[] = [];
  let total = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const read = await timed(() => sumOf(numbers));
    total += read.result;
    reading.push((CELLS * 8) / read.seconds / 1e9);
    const copied = await timed(() => copy.set(numbers));
    copying.push((CELLS * 16) / copied.seconds / 1e9);
    const drawn = await timed(() => {
      for (let block = 0; block < BLOCKS; block++) refill(stream);
    });
    drawing.push((BLOCKS * stream.block.length) / drawn.seconds / 1e6);
  }
  return {
    id: 'limits',
    title: 'Memory bandwidth and random words on one thread',
    isSound: total === CELLS * ROUNDS,
    figures: [
      { label: 'memory read and added up, best of five', value: Math.max(...reading), unit: 'GB/s', goal: null },
      {
        label: 'memory copied, read and write together, best of five',
        value: Math.max(...copying),
        unit: 'GB/s',
        goal: null,
      },
      { label: 'random words, best of five', value: Math.max(...drawing), unit: 'million/s', goal: null },
    ],
    runs: { readGbPerSecond: reading, copiedGbPerSecond: copying, millionWordsPerSecond: drawing },
  };
}

/** Four sums at once, so that the memory and not the adding is waited for. */
function sumOf(numbers: Float64Array): number {
  let [one, two, three, four] = [0, 0, 0, 0];
  for (let cell = 0; cell < numbers.length; cell += 4) {
    one += numbers[cell] ?? 0;
    two += numbers[cell + 1] ?? 0;
    three += numbers[cell + 2] ?? 0;
    four += numbers[cell + 3] ?? 0;
  }
  return one + two + three + four;
}
