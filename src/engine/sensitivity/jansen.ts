// Jansen's estimator: which share of a figure's variance goes with one of the things that it depends on.

/** Values of a figure at pairs of points: all numbers drawn once, and again with one factor drawn afresh. */
export type FactorValues = {
  /** Shape [sample]. */
  readonly base: Float64Array;
  /** The same with the factor's numbers from the second draw, shape [factor][sample]. */
  readonly redrawn: readonly Float64Array[];
};

/** A share of variance, and its standard error over independent scrambles. */
export type TotalIndex = { readonly share: number; readonly error: number };

/** Total index of each factor: the share of the variance that is left when all else is known, so all that it does by
 *  itself and together with others. T = mean of (f(A) − f(A with the factor of B))² / 2V. The error is that of a ratio: both
 *  its parts vary from one scramble to the next.
 *  @param scrambles how many independent scrambles of equal size the samples are made of, one after the other
 *  @source Jansen, "Analysis of variance designs for model output", Computer Physics Communications 117, 1999 */
export function totalIndices(values: FactorValues, scrambles: number): readonly TotalIndex[] {
  const size = values.base.length / scrambles;
  const mean = meanOf(values.base);
  const blocks = Array.from({ length: scrambles }, (_, scramble) => [scramble * size, (scramble + 1) * size] as const);
  const variances = blocks.map(([from, to]) => meanSquare(values.base.subarray(from, to), mean));
  const variance = meanOf(variances);
  return values.redrawn.map((redrawn) => {
    const parts = blocks.map(([from, to]) =>
      halfMeanSquare(values.base.subarray(from, to), redrawn.subarray(from, to)),
    );
    if (variance === 0) return { share: 0, error: 0 };
    const share = meanOf(parts) / variance;
    return {
      share,
      error: standardError(parts.map((part, index) => (part - share * (variances[index] ?? 0)) / variance)),
    };
  });
}

function meanSquare(values: Float64Array, centre: number): number {
  let sum = 0;
  for (const value of values) sum += (value - centre) * (value - centre);
  return sum / values.length;
}

function halfMeanSquare(base: Float64Array, redrawn: Float64Array): number {
  let sum = 0;
  base.forEach((value, sample) => {
    const change = value - (redrawn[sample] ?? 0);
    sum += change * change;
  });
  return sum / (2 * base.length);
}

/** Standard error of a mean of independent parts; not known of one part. */
export function standardError(parts: readonly number[]): number {
  if (parts.length < 2) return Number.NaN;
  return Math.sqrt(varianceOf(parts) / parts.length);
}

/** Unbiased: squares over one less than their number. */
function varianceOf(values: Float64Array | readonly number[]): number {
  const mean = meanOf(values);
  let sum = 0;
  for (const value of values) sum += (value - mean) * (value - mean);
  return sum / Math.max(values.length - 1, 1);
}

function meanOf(values: Float64Array | readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}
