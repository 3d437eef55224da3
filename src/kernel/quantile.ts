// Quantiles of a list of numbers.
import { assert } from './result.ts';

/** The value that a share p of the numbers stays below, read in a straight line between two neighbours.
 *  @param sorted ascending, not empty   @param p 0..1
 *  @source Hyndman and Fan, "Sample quantiles in statistical packages", Am. Stat. 50, 1996: type 7 */
export function quantileOfSorted(sorted: Float64Array, p: number): number {
  assert(sorted.length > 0, 'a quantile needs at least one number');
  assert(p >= 0 && p <= 1, `a quantile is asked for at a share from 0 to 1, not ${p}`);
  const position = (sorted.length - 1) * p;
  const below = Math.floor(position);
  const low = sorted[below] ?? 0;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? 0;
  return low + (high - low) * (position - below);
}

/** Sorts in place, ascending; refuses numbers that have no place in an order. */
export function sortAscending(values: Float64Array): Float64Array {
  values.sort();
  // Sorting puts NaN last, so one look is enough.
  assert(!Number.isNaN(values[values.length - 1]), 'a list to be sorted holds a NaN');
  return values;
}
