// The mean over samples, step by step.

/** @param values shape [sample][step] @returns shape [step] */
export function meanByStep(values: Float64Array, samples: number): Float64Array {
  const width = values.length / samples;
  const mean = new Float64Array(width);
  for (let sample = 0; sample < samples; sample++) {
    for (let step = 0; step < width; step++) mean[step] = (mean[step] ?? 0) + (values[sample * width + step] ?? 0);
  }
  return mean.map((sum) => sum / samples);
}
