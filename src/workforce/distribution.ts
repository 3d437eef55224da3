// How sure we are of a value, as a distribution that samples are drawn from.
import { assert, exp, log, normalCdf, normalQuantile } from '#kernel';
import type { Distribution } from './assumption.ts';

/** The value that the distribution stays below with chance p. Nothing is clamped: a normal distribution with bounds is
 *  the truncated one, so its samples crowd at no bound.
 *  @param p strictly between 0 and 1 */
export function quantileOfDistribution(distribution: Distribution, p: number): number {
  assert(p > 0 && p < 1, `a distribution is read at a chance strictly between 0 and 1, not ${p}`);
  switch (distribution.kind) {
    case 'uniform':
      return distribution.low + (distribution.high - distribution.low) * p;
    case 'triangular':
      return triangularQuantile(distribution, p);
    case 'normal':
      return normalBetween(distribution, p);
    case 'lognormal':
      return lognormalQuantile(distribution, p);
  }
}

type Of<Kind extends Distribution['kind']> = Extract<Distribution, { readonly kind: Kind }>;

function triangularQuantile({ low, mode, high }: Of<'triangular'>, p: number): number {
  const width = high - low;
  const shareBelowMode = (mode - low) / width;
  return p < shareBelowMode
    ? low + Math.sqrt(p * width * (mode - low))
    : high - Math.sqrt((1 - p) * width * (high - mode));
}

function normalBetween({ mean, sd, low, high }: Of<'normal'>, p: number): number {
  if (low === null && high === null) return mean + sd * normalQuantile(p);
  const below = low === null ? 0 : normalCdf((low - mean) / sd);
  const above = high === null ? 1 : normalCdf((high - mean) / sd);
  const chance = below + p * (above - below);
  // Bounds so far out that rounding reaches 0 or 1 are the value itself.
  if (chance <= 0 && low !== null) return low;
  if (chance >= 1 && high !== null) return high;
  const value = mean + sd * normalQuantile(chance);
  return Math.min(Math.max(value, low ?? value), high ?? value);
}

function lognormalQuantile({ p10, p90 }: Of<'lognormal'>, p: number): number {
  const centre = (log(p10) + log(p90)) / 2;
  const sd = (log(p90) - log(p10)) / (2 * NORMAL_P90);
  return exp(centre + sd * normalQuantile(p));
}

/** The ninetieth percentile of the standard normal distribution. */
const NORMAL_P90 = normalQuantile(0.9);
