// How good one forecast was, once what it spoke of had come.
import { quantileOfSorted } from '#kernel';

/** The shares of chance whose intervals are tried. */
export const COVERAGES = [0.5, 0.8, 0.95] as const;

export type Score = {
  readonly median: number;
  readonly p10: number;
  readonly p90: number;
  /** Continuous ranked probability score, in people; for a forecast without spread it is the absolute error. */
  readonly crps: number;
  /** Whether each interval of COVERAGES held what came. */
  readonly isHeld: readonly boolean[];
  /** Share of the forecast that lies below what came (probability integral transform), 0..1. */
  readonly pit: number;
};

/** @param sorted equally likely values, ascending   @param actual what came */
export function scoreForecast(sorted: Float64Array, actual: number): Score {
  return {
    median: quantileOfSorted(sorted, 0.5),
    p10: quantileOfSorted(sorted, 0.1),
    p90: quantileOfSorted(sorted, 0.9),
    crps: crpsOf(sorted, actual),
    isHeld: COVERAGES.map((share) => {
      const tail = (1 - share) / 2;
      return actual >= quantileOfSorted(sorted, tail) && actual <= quantileOfSorted(sorted, 1 - tail);
    }),
    pit: shareBelow(sorted, actual),
  };
}

/** Values equal to what came count by half. */
function shareBelow(sorted: Float64Array, actual: number): number {
  let below = 0;
  for (const value of sorted) below += value < actual ? 1 : value === actual ? 0.5 : 0;
  return below / sorted.length;
}

/** Mean distance to what came, less half the mean distance between two values of the forecast.
 *  @source Gneiting and Raftery, "Strictly proper scoring rules", J. Am. Stat. Assoc. 102, 2007, eq. 21 */
export function crpsOf(sorted: Float64Array, actual: number): number {
  const count = sorted.length;
  let distance = 0;
  let weighted = 0;
  for (let rank = 0; rank < count; rank++) {
    const value = sorted[rank] ?? 0;
    distance += Math.abs(value - actual);
    weighted += (2 * rank + 1 - count) * value;
  }
  return distance / count - weighted / (count * count);
}
