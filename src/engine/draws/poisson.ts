// Counts by chance: Poisson numbers of any mean at a cost that does not grow with it, and binomials of few people.
import { exp, log } from '#kernel';
import { nextUnit, TO_UNIT, type WordStream } from './word-stream.ts';

/** A Poisson number: small means by multiplying uniforms until the product falls below e^−mean, larger ones by
 *  transformed rejection, which is exact too.
 *  @source Knuth, "The Art of Computer Programming", vol. 2, section 3.4.1, algorithm Q; Hörmann, "The transformed
 *  rejection method for generating Poisson random variables", Insurance: Mathematics and Economics 12, 1993 */
export function drawPoisson(mean: number, stream: WordStream): number {
  if (!(mean > 0)) return 0;
  return mean < LEAST_REJECTED ? multiply(mean, stream) : reject(mean, stream);
}

/** A Poisson number that rises with its mean, whatever the chance: of two means on streams of one key, the larger has at
 *  least as many. It is a sum of parts whose means do not depend on the whole, each read off its distribution from below.
 *  Costs a step a person, where `drawPoisson` costs the same for any mean. */
export function drawRisingPoisson(mean: number, stream: WordStream): number {
  let count = 0;
  for (let left = mean; left > 0; left -= MEAN_OF_PART) count += readOff(Math.min(left, MEAN_OF_PART), stream);
  return count;
}

/** Small enough for e^−mean to be a number with all its digits. */
const MEAN_OF_PART = 64;

/** 2^−64, far below what 64 bits of chance tell apart. */
const LEAST_TOLD = 5.421_010_862_427_522e-20;

function readOff(mean: number, stream: WordStream): number {
  const high = nextUnit(stream);
  let left = high + (nextUnit(stream) - 0.5) * TO_UNIT;
  let chance = exp(-mean);
  let count = 0;
  // So far out in the tail nothing but rounding is left over.
  for (; left >= chance && (count < mean || chance > LEAST_TOLD); count++) {
    left -= chance;
    chance *= mean / (count + 1);
  }
  return count;
}

/** The mean from which Hörmann's constants hold. */
const LEAST_REJECTED = 10;

function multiply(mean: number, stream: WordStream): number {
  const floor = exp(-mean);
  let count = 0;
  for (let product = nextUnit(stream); product > floor; product *= nextUnit(stream)) count++;
  return count;
}

/** Algorithm PTRS: a hat over a uniform, and a look at the logarithm of the chance in one case of ten. */
function reject(mean: number, stream: WordStream): number {
  const width = 0.931 + 2.53 * Math.sqrt(mean);
  const slope = -0.059 + 0.024_83 * width;
  const hat = 1.1239 + 1.1328 / (width - 3.4);
  const sure = 0.9277 - 3.6224 / (width - 2);
  for (;;) {
    const side = nextUnit(stream) - 0.5;
    const height = nextUnit(stream);
    const edge = 0.5 - Math.abs(side);
    const count = Math.floor(((2 * slope) / edge + width) * side + mean + 0.43);
    if (edge >= 0.07 && height <= sure) return count;
    if (count < 0 || (edge < 0.013 && height > edge)) continue;
    const reached = log((height * hat) / (slope / (edge * edge) + width));
    if (reached <= count * log(mean) - mean - logFactorial(count)) return count;
  }
}

/** Natural logarithm of n!, to 1e-13 of itself or better: by sum below 10, by Stirling's series from there. */
function logFactorial(count: number): number {
  if (count < 10) {
    let product = 1;
    for (let factor = 2; factor <= count; factor++) product *= factor;
    return log(product);
  }
  const n = count + 1;
  const square = n * n;
  const series = (1 / 12 - (1 / 360 - (1 / 1260 - 1 / 1680 / square) / square) / square) / n;
  return (n - 0.5) * log(n) - n + HALF_LOG_TWO_PI + series;
}

/** ln(2π) / 2. */
const HALF_LOG_TWO_PI = 0.918_938_533_204_672_7;

/** Binomial by one trial for each person: cohorts are small. */
export function drawBinomial(people: number, chance: number, stream: WordStream): number {
  let count = 0;
  for (let person = 0; person < people; person++) if (nextUnit(stream) < chance) count++;
  return count;
}
