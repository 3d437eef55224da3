// Paths that growth may take from here: regimes that last or break, and single years that stray with heavy tails.
import { nextUniform, normalQuantile, openStream, type RandomStream } from '#kernel';
import { type FilteredSetting, GROWTHS, GROWTH_HALF_STEP } from './growth-filter.ts';
import type { GrowthPrior } from './growth-prior.ts';

export type PathRequest = {
  readonly settings: readonly FilteredSetting[];
  /** Weight of each setting; adds up to 1. */
  readonly weights: readonly number[];
  readonly prior: GrowthPrior;
  /** People at the origin: chance weighs more on few. */
  readonly people: number;
  readonly years: number;
  readonly draws: number;
  /** Key of the chance, from streamKey. */
  readonly key: Int32Array;
};

/** @returns change of the logarithm of stock since the origin, shape [year][draw] */
export function drawGrowthPaths(request: PathRequest): readonly Float64Array[] {
  const { settings, weights, prior, people, years, draws, key } = request;
  const stream = openStream(key);
  const paths = Array.from({ length: years }, () => new Float64Array(draws));
  const cumulative = settings.map((setting) => runningSum(setting.regime));
  const upTo = runningSum(Float64Array.from(weights));
  for (let draw = 0; draw < draws; draw++) {
    // Settings are taken in even steps, so that each has its share of the draws.
    const chosen = indexAt(upTo, (draw + 0.5) / draws);
    const setting = settings[chosen];
    const regimes = cumulative[chosen];
    if (setting === undefined || regimes === undefined) continue;
    const scale = Math.sqrt(setting.yearSd * setting.yearSd + prior.variancePerPerson / people);
    let growth = (GROWTHS[indexAt(regimes, nextUniform(stream))] ?? 0) + withinStep(stream);
    let change = 0;
    for (const path of paths) {
      const breaks = nextUniform(stream) < setting.breakChance;
      const turn = normalQuantile(nextUniform(stream));
      growth = breaks ? prior.regimeSd * turn : growth + setting.wanderSd * turn;
      change += growth + scale * studentDraw(stream);
      path[draw] = change;
    }
  }
  return paths;
}

/** A regime's growth lies anywhere in its step of the grid. */
function withinStep(stream: RandomStream): number {
  return (nextUniform(stream) * 2 - 1) * GROWTH_HALF_STEP;
}

/** Student's t with 4 degrees of freedom: a normal over the root of a quarter of a chi-square, which with 4 degrees is
 *  −2 log of a product of two uniforms. */
function studentDraw(stream: RandomStream): number {
  const normal = normalQuantile(nextUniform(stream));
  const chiSquare = -2 * Math.log(nextUniform(stream) * nextUniform(stream));
  return normal / Math.sqrt(chiSquare / 4);
}

function runningSum(values: Float64Array): Float64Array {
  let total = 0;
  return values.map((value) => (total += value));
}

/** First place at which the running sum reaches the chance. */
function indexAt(runningSums: Float64Array, chance: number): number {
  let low = 0;
  let high = runningSums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runningSums[middle] ?? 1) < chance) low = middle + 1;
    else high = middle;
  }
  return low;
}
