// Partial pooling: small groups lean on what is expected of them, large ones stand on their own counts.
import { normalQuantile } from '#kernel';
import { logGamma } from './log-gamma.ts';

/** What was counted in one group, and what would be expected if it were like the others. */
export type PooledCell = {
  /** People who left or came. */
  readonly count: number;
  /** People at risk of leaving, or on whom joiners are counted. */
  readonly people: number;
  /** Expected share of people, above 0; for leavers below 1. */
  readonly expected: number;
  /** Variance of the logarithm of what is expected, for that too was learned from counts. */
  readonly expectedLogVariance: number;
};

/** What is believed of a group after its count. */
export type Posterior = { readonly mean: number; readonly p10: number; readonly p90: number };

/** Posteriors in the order of the cells, and how much the expectation weighs. */
export type Pooled = {
  readonly posteriors: readonly Posterior[];
  /** For shares, people that the expectation counts for; for rates, expected events that it counts for. */
  readonly strength: number;
};

/** Leavers: each group's share is drawn from a beta distribution around what is expected of it, and the leavers are
 *  binomial. The strength is the one under which all the counts are likeliest (empirical Bayes).
 *  @source docs/model/calibration.md, eqs. 4 and 5 */
export function poolShares(cells: readonly PooledCell[]): Pooled {
  const strength = likeliestStrength((kappa) =>
    cells.reduce((sum, { count, people, expected }) => {
      const [a, b] = [expected * kappa, (1 - expected) * kappa];
      return sum + logBeta(a + count, b + Math.max(people - count, 0)) - logBeta(a, b);
    }, 0),
  );
  const posteriors = cells.map(({ count, people, expected, expectedLogVariance }) => {
    const a = expected * strength + count;
    const b = (1 - expected) * strength + Math.max(people - count, 0);
    // The log-odds of a beta variable are close to normal once a few events are behind it; what is expected leans on the
    // group's posterior by its weight, and brings its own doubt with that weight.
    const centre = Math.log(a / b);
    const lean = strength / (strength + people) / (1 - expected);
    const sd = Math.sqrt(1 / a + 1 / b + lean * lean * expectedLogVariance);
    const at = (z: number) => 1 / (1 + Math.exp(-(centre + z * sd)));
    return { mean: a / (a + b), p10: at(-P90), p90: at(P90) };
  });
  return { posteriors, strength };
}

/** Joiners, and whole places against what is expected of them: each group's factor on its expectation is drawn from a
 *  gamma distribution of mean 1, and the events are Poisson.
 *  @returns posteriors of the rate per person
 *  @source docs/model/calibration.md, eqs. 6 and 7 */
export function poolRates(cells: readonly PooledCell[]): Pooled {
  const strength = likeliestStrength((shape) =>
    cells.reduce((sum, { count, people, expected }) => {
      const events = expected * people;
      return (
        sum +
        logGamma(shape + count) -
        logGamma(shape) +
        shape * Math.log(shape / (shape + events)) +
        count * Math.log(events / (shape + events))
      );
    }, 0),
  );
  const posteriors = cells.map(({ count, people, expected, expectedLogVariance }) => {
    const shape = strength + count;
    const mean = (expected * shape) / (strength + expected * people);
    const lean = strength / (strength + expected * people);
    const doubtful = 1 / (1 / shape + lean * lean * expectedLogVariance);
    return { mean, p10: mean * gammaFactor(doubtful, -P90), p90: mean * gammaFactor(doubtful, P90) };
  });
  return { posteriors, strength };
}

const P90 = normalQuantile(0.9);

/** Quantile of a gamma variable of mean 1 at the chance that a standard normal has at z: its cube root is nearly normal.
 *  @source Wilson and Hilferty, "The distribution of chi-square", Proc. Natl. Acad. Sci. 17, 1931 */
function gammaFactor(shape: number, z: number): number {
  const ninth = 1 / (9 * shape);
  const root = Math.max(0, 1 - ninth + z * Math.sqrt(ninth));
  return root * root * root;
}

function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}

/** Strengths looked through: from one person to as many as make every group the same. */
const LOG_STRENGTHS = { from: 0, to: Math.log(1e6) };
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** A coarse look finds the hill, golden sections its top. */
function likeliestStrength(logLikelihood: (strength: number) => number): number {
  const at = (logStrength: number) => logLikelihood(Math.exp(logStrength));
  const step = (LOG_STRENGTHS.to - LOG_STRENGTHS.from) / 28;
  let best = LOG_STRENGTHS.from;
  for (let look = 1; look <= 28; look++) {
    const here = LOG_STRENGTHS.from + look * step;
    if (at(here) > at(best)) best = here;
  }
  let [low, high] = [best - step, best + step];
  for (let section = 0; section < 30; section++) {
    const [left, right] = [high - GOLDEN * (high - low), low + GOLDEN * (high - low)];
    if (at(left) > at(right)) high = right;
    else low = left;
  }
  return Math.exp((low + high) / 2);
}
