// What the years so far say of a workforce's growth: an exact Bayesian filter on a grid, over every setting of the prior.
import type { GrowthPrior } from './growth-prior.ts';

/** One possible setting of the prior, with what the data say of it. */
export type FilteredSetting = {
  readonly breakChance: number;
  readonly wanderSd: number;
  readonly yearSd: number;
  /** Logarithm of the chance of the data under this setting, up to a constant that all settings share. */
  readonly logEvidence: number;
  /** Chance of each growth of GROWTHS as that of the present regime; adds up to 1. */
  readonly regime: Float64Array;
};

/** One year's change of the logarithm of stock, and how many people it was counted on. */
export type YearlyGrowth = { readonly logChange: number; readonly people: number };

/** Growths per year that a regime may have: −32% to +32% in steps of 0.4%. */
export const GROWTHS: Float64Array = Float64Array.from({ length: 161 }, (_, index) => (index - 80) * 0.004);

/** @param years in their order; may be empty, and then the prior is all there is
 *  @source docs/model/backtest.md, eqs. 1 to 3 */
export function filterGrowth(years: readonly YearlyGrowth[], prior: GrowthPrior): readonly FilteredSetting[] {
  const fresh = normalised(GROWTHS.map((growth) => bell(growth, prior.regimeSd)));
  return prior.yearSds.flatMap((yearSd) => {
    const chances = years.map((year) =>
      chancesOf(year, Math.sqrt(yearSd * yearSd + prior.variancePerPerson / year.people)),
    );
    return prior.wanderSds.flatMap((wanderSd) => {
      const wander = wanderKernel(wanderSd);
      return prior.breakChancesPerYear.map((breakChance) => ({
        breakChance,
        wanderSd,
        yearSd,
        ...filterSetting(chances, { fresh, wander, breakChance }),
      }));
    });
  });
}

/** Chance of a year's change under each growth of GROWTHS. */
function chancesOf({ logChange }: YearlyGrowth, scale: number): Float64Array {
  return GROWTHS.map((growth) => studentDensity(logChange - growth, scale));
}

type Setting = {
  /** Chances of the growth that a new regime brings. */
  readonly fresh: Float64Array;
  readonly wander: Float64Array;
  readonly breakChance: number;
};

function filterSetting(
  chances: readonly Float64Array[],
  setting: Setting,
): Pick<FilteredSetting, 'logEvidence' | 'regime'> {
  let regime = setting.fresh;
  let logEvidence = 0;
  for (const [index, chance] of chances.entries()) {
    const joint = index === 0 ? regime.slice() : afterAYear(regime, setting);
    let total = 0;
    for (let at = 0; at < joint.length; at++) {
      const value = (joint[at] ?? 0) * (chance[at] ?? 0);
      joint[at] = value;
      total += value;
    }
    for (let at = 0; at < joint.length; at++) joint[at] = (joint[at] ?? 0) / total;
    logEvidence += Math.log(total);
    regime = joint;
  }
  return { logEvidence, regime };
}

/** A year on: the regime breaks and a fresh one comes, or it wanders a little. */
function afterAYear(regime: Float64Array, { fresh, wander, breakChance }: Setting): Float64Array {
  const reach = (wander.length - 1) / 2;
  const last = regime.length - 1;
  const after = new Float64Array(regime.length);
  for (let from = 0; from <= last; from++) {
    const chance = (1 - breakChance) * (regime[from] ?? 0);
    // What has a chance below one in 10^15 changes no digit that is shown.
    if (chance < 1e-15) continue;
    for (let step = -reach; step <= reach; step++) {
      const to = Math.min(Math.max(from + step, 0), last);
      after[to] = (after[to] ?? 0) + chance * (wander[step + reach] ?? 0);
    }
  }
  for (let at = 0; at <= last; at++) after[at] = (after[at] ?? 0) + breakChance * (fresh[at] ?? 0);
  return after;
}

/** Chances of moving by so many steps of the grid in a year: the shares of a normal distribution at the steps. */
function wanderKernel(sd: number): Float64Array {
  const reach = Math.max(1, Math.ceil((4 * sd) / GROWTH_STEP));
  return normalised(Float64Array.from({ length: 2 * reach + 1 }, (_, at) => bell((at - reach) * GROWTH_STEP, sd)));
}

const GROWTH_STEP = 0.004;

/** Half the distance between two growths of the grid. */
export const GROWTH_HALF_STEP = GROWTH_STEP / 2;

function bell(x: number, sd: number): number {
  return Math.exp((-x * x) / (2 * sd * sd));
}

/** Density of Student's t with 4 degrees of freedom, scaled: 3/8 (1 + x²/4)^(−5/2). */
function studentDensity(x: number, scale: number): number {
  const inner = 1 + (x * x) / (4 * scale * scale);
  return 0.375 / (scale * inner * inner * Math.sqrt(inner));
}

function sum(values: Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

function normalised(values: Float64Array): Float64Array {
  const total = sum(values);
  return values.map((value) => value / total);
}
