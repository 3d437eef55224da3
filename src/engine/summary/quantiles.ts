// Exact quantiles over samples, step by step, where the samples hardly change places from one step to the next.
import { quantileOfSorted } from '#kernel';

/** Each of shape [step]. */
export type Quantiles = { readonly p10: Float64Array; readonly p50: Float64Array; readonly p90: Float64Array };

/** @param values shape [sample][step] */
export function quantilesByStep(values: Float64Array, samples: number): Quantiles {
  const width = values.length / samples;
  const quantiles = { p10: new Float64Array(width), p50: new Float64Array(width), p90: new Float64Array(width) };
  const order = Int32Array.from({ length: samples }, (_, sample) => sample);
  const sorted = new Float64Array(samples);
  for (let step = 0; step < width; step++) {
    for (let rank = 0; rank < samples; rank++) sorted[rank] = values[(order[rank] ?? 0) * width + step] ?? 0;
    if (samples <= MOST_INSERTED) settle(sorted, order);
    else sorted.sort();
    quantiles.p10[step] = quantileOfSorted(sorted, 0.1);
    quantiles.p50[step] = quantileOfSorted(sorted, 0.5);
    quantiles.p90[step] = quantileOfSorted(sorted, 0.9);
  }
  return quantiles;
}

/** Insertion costs as many moves as samples change places; past this many samples sorting afresh costs less. */
const MOST_INSERTED = 1024;

/** Sorts by insertion and keeps which sample stands where, so that the next step starts from nearly sorted. */
function settle(sorted: Float64Array, order: Int32Array): void {
  for (let rank = 1; rank < sorted.length; rank++) {
    const value = sorted[rank] ?? 0;
    const sample = order[rank] ?? 0;
    let place = rank;
    while (place > 0 && (sorted[place - 1] ?? 0) > value) {
      sorted[place] = sorted[place - 1] ?? 0;
      order[place] = order[place - 1] ?? 0;
      place--;
    }
    sorted[place] = value;
    order[place] = sample;
  }
}
