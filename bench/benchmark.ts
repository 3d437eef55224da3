// What every benchmark gives back, and how a time is taken of work that others may disturb.

export type Benchmark = {
  readonly id: string;
  readonly title: string;
  /** Whether the results are right, not whether they came fast. */
  readonly isSound: boolean;
  readonly figures: readonly Figure[];
  /** Everything that was measured, run by run. */
  readonly runs: unknown;
  /** A page with the charts of the benchmark, as HTML. */
  readonly page?: string;
};

export type Figure = {
  readonly label: string;
  readonly value: number;
  readonly unit: string;
  /** What it is to be; null where nobody set a goal. */
  readonly goal: string | null;
};

/** Seconds on the clock and seconds of processor time, of this process with its threads. */
export type Timing = { readonly seconds: number; readonly cpuSeconds: number };

export async function timed<T>(work: () => T | Promise<T>): Promise<{ readonly result: T } & Timing> {
  const cpu = process.cpuUsage();
  const started = performance.now();
  const result = await work();
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  return { result, seconds, cpuSeconds: (user + system) / 1e6 };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

export function varianceOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / (values.length - 1);
}
