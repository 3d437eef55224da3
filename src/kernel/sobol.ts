// Scrambled Sobol points: samples that cover many uncertain values at once far more evenly than chance does.
import { hashText, streamKey } from './keyed-random.ts';
import { LIMITS } from './limits.ts';
import { assert } from './result.ts';
import { SOBOL_DIRECTIONS } from './sobol-directions.ts';

/** Points with Owen's nested uniform scrambling: each is uniform by itself, and of a power of two of points every
 *  interval 1/n of every dimension holds exactly one. The first point is kept. Dimension d is the same for any number of
 *  dimensions asked for.
 *  @param request.count a power of two, so that the points stay balanced   @param request.seed names the scrambling
 *  @returns shape [point][dimension], strictly between 0 and 1
 *  @source Owen, "Scrambling Sobol' and Niederreiter–Xing points", J. Complexity 14, 1998 */
export function sobolPoints(request: {
  readonly count: number;
  readonly dimensions: number;
  readonly seed: number;
  /** Which of the scramblings of a seed: each is independent of the others. */
  readonly scramble: number;
}): Float64Array {
  const { count, dimensions, seed } = request;
  assertShape(count, dimensions);
  const points = new Float64Array(count * dimensions);
  const family = hashText('sobol');
  for (let dimension = 0; dimension < dimensions; dimension++) {
    const key = streamKey(seed, family, dimension, ...(request.scramble === 0 ? [] : [request.scramble]));
    const digits = sobolDigits(count, dimension);
    for (let point = 0; point < count; point++) {
      const scrambled = reverseBits(scrambleDigits(reverseBits(digits[point] ?? 0), key));
      points[point * dimensions + dimension] = ((scrambled >>> 0) + 0.5) * 2.328_306_436_538_696_3e-10;
    }
  }
  return points;
}

/** The plain Sobol sequence in one dimension, in Gray-code order: 32 binary digits of each point, the first digit
 *  highest. */
export function sobolDigits(count: number, dimension: number): Int32Array {
  assertShape(count, dimension + 1);
  const directions = directionsOf(dimension);
  const digits = new Int32Array(count);
  for (let point = 1; point < count; point++) {
    const lowestSetBit = 31 - Math.clz32(point & -point);
    digits[point] = (digits[point - 1] ?? 0) ^ (directions[lowestSetBit] ?? 0);
  }
  return digits;
}

function assertShape(count: number, dimensions: number): void {
  assert(
    count >= 1 && count <= LIMITS.samples && (count & (count - 1)) === 0,
    `the number of Sobol points is a power of two up to ${LIMITS.samples}, not ${count}`,
  );
  assert(
    Number.isInteger(dimensions) && dimensions >= 0 && dimensions <= LIMITS.uncertainAssumptions,
    `Sobol points have at most ${LIMITS.uncertainAssumptions} dimensions, not ${dimensions}`,
  );
}

/** The 32 direction numbers of a dimension as 32-bit words. The first dimension is van der Corput's. Each further one
 *  follows from its first numbers by the recurrence of its polynomial xˢ + a₁xˢ⁻¹ + … + 1. */
function directionsOf(dimension: number): Int32Array {
  const directions = new Int32Array(32);
  if (dimension === 0) return directions.map((_, bit) => 1 << (31 - bit));
  const [inner = 0, ...first] = (ENTRIES[dimension - 1] ?? '').split(' ').map(Number);
  const degree = first.length;
  for (let bit = 0; bit < 32; bit++) {
    if (bit < degree) {
      directions[bit] = (first[bit] ?? 0) << (31 - bit);
      continue;
    }
    const back = directions[bit - degree] ?? 0;
    let next = back ^ (back >>> degree);
    for (let step = 1; step < degree; step++) {
      if (((inner >> (degree - 1 - step)) & 1) === 1) next ^= directions[bit - step] ?? 0;
    }
    directions[bit] = next;
  }
  return directions;
}

const ENTRIES = SOBOL_DIRECTIONS.trim()
  .split(';')
  .map((entry) => entry.trim());

/** Owen's scrambling as a hash of the reversed digits: each step lets a digit change only by the digits before it, which
 *  is all that a nested permutation may do. Four words of key, twice through, leave no pattern between dimensions.
 *  @source Burley, "Practical hash-based Owen scrambling", JCGT 9(4), 2020, after Laine and Karras, 2011 */
function scrambleDigits(reversed: number, key: Int32Array): number {
  let x = reversed;
  for (let lane = 0; lane < 4; lane += 2) {
    x = (x + (key[lane] ?? 0)) | 0;
    x ^= Math.imul(x, 0x6c50b47c);
    x ^= Math.imul(x, 0xb82f1e52);
    x = Math.imul(x, (key[lane + 1] ?? 0) | 1);
    x ^= Math.imul(x, 0xc7afe638);
    x ^= Math.imul(x, 0x8d22f6e6);
  }
  return x;
}

function reverseBits(word: number): number {
  let x = word;
  x = ((x >>> 1) & 0x55555555) | ((x & 0x55555555) << 1);
  x = ((x >>> 2) & 0x33333333) | ((x & 0x33333333) << 2);
  x = ((x >>> 4) & 0x0f0f0f0f) | ((x & 0x0f0f0f0f) << 4);
  x = ((x >>> 8) & 0x00ff00ff) | ((x & 0x00ff00ff) << 8);
  return (x >>> 16) | (x << 16);
}
