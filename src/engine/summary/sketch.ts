// Sketches: how many samples lie in each of a few hundred equal bins, from which quantiles are read within a known error.
import { assert, LIMITS } from '#kernel';
import type { Quantiles } from './quantiles.ts';

/** What is kept of any number of samples, each array by step. The order in which samples and sketches are added makes no
 *  difference to the bit: widths follow from the lowest and the highest value alone, and counts are whole.
 *  @source docs/model/samples.md, eq. 8–9 */
export type Sketch = {
  samples: number;
  readonly lowest: Float64Array;
  readonly highest: Float64Array;
  /** Samples that are exactly 0 stand outside the bins: no shortage is no shortage, however wide the bins. */
  readonly zeros: Uint32Array;
  /** 1 where some value is not whole. */
  readonly hasParts: Uint8Array;
  /** Which of the widths the bins have. */
  readonly level: Uint8Array;
  /** The first bin starts at so many widths. */
  readonly firstBin: Float64Array;
  /** Shape [step][bin]; empty while every value is 0. Two bytes do, see `isOneBin`. */
  counts: Uint16Array;
};

const BINS = 256;

/** Widths double from 1/65,536 on, so that two bins are one of the next width; the last is past any figure. */
const WIDTHS = Float64Array.from({ length: 128 });
for (let level = 0, width = 1 / 65_536; level < WIDTHS.length; level++, width *= 2) WIDTHS[level] = width;

/** The most that a quantile of a sketch may be off, where values lie so far apart: the widest that a bin may then be. */
export function mostSketchError(range: number): number {
  return Math.max((2 * range) / (BINS - 1), WIDTHS[0] ?? 0);
}

/** The error as a share of the distance between the lowest and the highest sample: one part in so many. */
export const SKETCH_PARTS = Math.floor((BINS - 1) / 2);

export function emptySketch(steps: number): Sketch {
  return {
    samples: 0,
    lowest: new Float64Array(steps).fill(Number.POSITIVE_INFINITY),
    highest: new Float64Array(steps).fill(Number.NEGATIVE_INFINITY),
    zeros: new Uint32Array(steps),
    hasParts: new Uint8Array(steps),
    level: new Uint8Array(steps),
    firstBin: new Float64Array(steps),
    counts: new Uint16Array(0),
  };
}

/** @param values shape [sample][step] */
export function sketchOf(values: Float64Array, samples: number): Sketch {
  const steps = values.length / samples;
  const sketch = emptySketch(steps);
  sketch.samples = samples;
  const { lowest, highest, zeros, hasParts } = sketch;
  for (let cell = 0, step = 0; cell < values.length; cell++, step = step + 1 === steps ? 0 : step + 1) {
    const value = orNothing(values[cell] ?? 0);
    if (value < (lowest[step] ?? 0)) lowest[step] = value;
    if (value > (highest[step] ?? 0)) highest[step] = value;
    if (value === 0) zeros[step] = (zeros[step] ?? 0) + 1;
    else if (value !== Math.floor(value)) hasParts[step] = 1;
  }
  if (zeros.every((count) => count === samples)) return sketch;
  for (let step = 0; step < steps; step++) settleBins(sketch, step, 0);
  sketch.counts = new Uint16Array(steps * BINS);
  countInto(sketch, values);
  return sketch;
}

function countInto({ lowest, level, firstBin, counts }: Sketch, values: Float64Array): void {
  const steps = lowest.length;
  const perWidth = Float64Array.from(level, (each) => 1 / widthAt(each));
  for (let cell = 0, step = 0; cell < values.length; cell++, step = step + 1 === steps ? 0 : step + 1) {
    const value = orNothing(values[cell] ?? 0);
    if (value === 0) continue;
    const bin = step * BINS + Math.floor(value * (perWidth[step] ?? 0)) - (firstBin[step] ?? 0);
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
}

/** What is so small that it would vanish in the division by a width counts as 0, and so does a 0 below nothing. */
function orNothing(value: number): number {
  return Math.abs(value) < SMALLEST ? 0 : value;
}

const SMALLEST = 1e-200;

/** Adds what another sketch counted. */
export function addSketch(into: Sketch, from: Sketch): void {
  into.samples += from.samples;
  assert(into.samples <= LIMITS.samples, `a sketch counts ${LIMITS.samples} samples at most`);
  if (into.counts.length < from.counts.length) into.counts = new Uint16Array(from.counts.length);
  for (let step = 0; step < into.lowest.length; step++) {
    into.zeros[step] = (into.zeros[step] ?? 0) + (from.zeros[step] ?? 0);
    into.hasParts[step] = (into.hasParts[step] ?? 0) | (from.hasParts[step] ?? 0);
    widen(into, from, step);
    addCounts(into, step, {
      counts: from.counts.subarray(step * BINS, (step + 1) * BINS),
      firstBin: from.firstBin[step] ?? 0,
      level: from.level[step] ?? 0,
    });
  }
}

/** Makes room for the values of another sketch, and puts what was counted before into the bins as they are then. */
function widen(into: Sketch, from: Sketch, step: number): void {
  const before = { firstBin: into.firstBin[step] ?? 0, level: into.level[step] ?? 0 };
  into.lowest[step] = Math.min(into.lowest[step] ?? 0, from.lowest[step] ?? 0);
  into.highest[step] = Math.max(into.highest[step] ?? 0, from.highest[step] ?? 0);
  settleBins(into, step, Math.max(before.level, from.level[step] ?? 0));
  if (into.level[step] === before.level && into.firstBin[step] === before.firstBin) return;
  const own = into.counts.subarray(step * BINS, (step + 1) * BINS);
  const counts = own.slice();
  own.fill(0);
  addCounts(into, step, { ...before, counts });
}

/** The narrowest bins, from a level on, in which everything has room. */
function settleBins(sketch: Sketch, step: number, from: number): void {
  const lowest = sketch.lowest[step] ?? 0;
  const highest = sketch.highest[step] ?? 0;
  assert(Number.isFinite(lowest) && Number.isFinite(highest), 'samples that are counted are finite');
  let level = from;
  while (Math.floor(highest / widthAt(level)) - Math.floor(lowest / widthAt(level)) >= BINS) level += 1;
  sketch.level[step] = level;
  sketch.firstBin[step] = Math.floor(lowest / widthAt(level));
}

type Counted = { readonly counts: Uint16Array; readonly firstBin: number; readonly level: number };

function addCounts({ counts, firstBin, level }: Sketch, step: number, from: Counted): void {
  const perWidth = widthAt(from.level) / widthAt(level[step] ?? 0);
  const first = firstBin[step] ?? 0;
  for (let bin = 0; bin < from.counts.length; bin++) {
    const count = from.counts[bin] ?? 0;
    if (count === 0) continue;
    const into = step * BINS + Math.floor((from.firstBin + bin) * perWidth) - first;
    counts[into] = (counts[into] ?? 0) + count;
  }
}

function widthAt(level: number): number {
  const width = WIDTHS[level];
  assert(width !== undefined, 'a figure is too large to be counted');
  return width;
}

export function quantilesOfSketch(sketch: Sketch): Quantiles {
  const at = (p: number): Float64Array => sketch.lowest.map((_, step) => quantileAt(sketch, step, p));
  return { p10: at(0.1), p50: at(0.5), p90: at(0.9) };
}

/** As `quantileOfSorted` reads it, from two neighbours that are each within a bin of the true ones. */
function quantileAt(sketch: Sketch, step: number, p: number): number {
  const position = (sketch.samples - 1) * p;
  const below = Math.floor(position);
  const low = valueOfRank(sketch, step, below);
  const high = valueOfRank(sketch, step, Math.min(below + 1, sketch.samples - 1));
  return low + (high - low) * (position - below);
}

/** The sample that so many are lower than: one of a bin's own values, taken to be even within it. */
function valueOfRank(sketch: Sketch, step: number, rank: number): number {
  const { lowest, highest, firstBin, counts, level } = sketch;
  const [low, high, first] = [lowest[step] ?? 0, highest[step] ?? 0, firstBin[step] ?? 0];
  if (counts.length === 0) return 0;
  const width = widthAt(level[step] ?? 0);
  if (isOneBin(sketch, step)) return low + (high - low) / 2;
  let before = 0;
  for (let bin = 0; bin < BINS; bin++) {
    const zeros = first + bin === 0 ? (sketch.zeros[step] ?? 0) : 0;
    if (zeros > 0 && rank < before + zeros) return 0;
    before += zeros;
    const count = counts[step * BINS + bin] ?? 0;
    if (rank < before + count) {
      const value = (first + bin + (rank - before + 0.5) / count) * width;
      // Whole people stay whole: no wider than 1, a bin holds one whole number at most, and that is where it starts.
      const told = sketch.hasParts[step] === 1 ? value : width <= 1 ? (first + bin) * width : Math.floor(value);
      return Math.min(high, Math.max(low, told));
    }
    before += count;
  }
  return high;
}

/** Its count might be past two bytes, but there is nothing to look for. Of two bins none can be: there are 65,536 samples at
 *  most. */
function isOneBin({ lowest, highest, level }: Sketch, step: number): boolean {
  const width = widthAt(level[step] ?? 0);
  return Math.floor((lowest[step] ?? 0) / width) === Math.floor((highest[step] ?? 0) / width);
}
