// What Cadre's forecaster believes of a workforce's growth before it has seen any of it; each value with its reason.

/** A belief about yearly growth, in changes of the logarithm of stock. Lists are possibilities held equally likely. */
export type GrowthPrior = {
  /** Standard deviation of the growth that a new regime brings; its mean is no growth. */
  readonly regimeSd: number;
  /** Chance per year that a regime ends. */
  readonly breakChancesPerYear: readonly number[];
  /** Standard deviation by which growth wanders in a year within a regime. */
  readonly wanderSds: readonly number[];
  /** Scale of what a single year adds to or takes from the growth of its regime (Student's t, 4 degrees of freedom). */
  readonly yearSds: readonly number[];
  /** Variance of a year's change for one person in post: people who come and go by chance, so c / N for N people. */
  readonly variancePerPerson: number;
};

/** A whole workforce. Judgement, in round numbers, before any series: public employers seldom grow or shrink by more
 *  than a tenth in a year, so a regime's growth has a standard deviation of 5%; a regime lasts from about three years
 *  (a reorganisation) to about twenty (a settled service); within it growth moves by a fraction of a percent to one
 *  percent a year; a single year strays by 1 to 4%. About one in eight people leaves and one in eight comes in a
 *  year, which is a variance of a quarter for each. */
export const WHOLE_PRIOR: GrowthPrior = {
  regimeSd: 0.05,
  breakChancesPerYear: [0.05, 0.15, 0.3],
  wanderSds: [0.003, 0.01],
  yearSds: [0.01, 0.02, 0.04],
  variancePerPerson: 0.25,
};

/** A part against its whole: how fast its share grows. Regradings and recodings move parts more than budgets do, so
 *  single years may stray by up to 8%; a lasting drift of a share is smaller than that of a whole. */
export const PART_PRIOR: GrowthPrior = {
  regimeSd: 0.04,
  breakChancesPerYear: [0.05, 0.15, 0.3],
  wanderSds: [0.003, 0.01],
  yearSds: [0.01, 0.02, 0.04, 0.08],
  variancePerPerson: 0.25,
};

/** Both priors with every spread multiplied, to show how much of a result is the prior's. */
export function scaledPrior(prior: GrowthPrior, factor: number): GrowthPrior {
  return {
    ...prior,
    regimeSd: prior.regimeSd * factor,
    wanderSds: prior.wanderSds.map((sd) => sd * factor),
    yearSds: prior.yearSds.map((sd) => sd * factor),
  };
}
