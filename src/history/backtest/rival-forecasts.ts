// The plain methods that a forecaster has to beat, each with the interval that belongs to it.
import { normalQuantile } from '#kernel';

export const RIVALS = ['naive', 'drift', 'damped-trend', 'average-rate'] as const;
export type Rival = (typeof RIVALS)[number];

/** What a plain method looks at. */
export type RivalRequest = {
  readonly method: Rival;
  /** Years that the trend or the rate is averaged over; naive looks at none. */
  readonly baseYears: number;
  /** Stocks so far, a year apart, the last one that of the origin. */
  readonly stocks: readonly number[];
  /** Joiners and leavers of the same years; null where they were not counted. */
  readonly joiners: readonly (number | null)[];
  readonly leavers: readonly (number | null)[];
  readonly horizonYears: number;
};

/** @returns quantiles at even steps of chance, ascending, or null where the history is too short for the method
 *  @source docs/model/backtest.md, eqs. 6 to 9; Hyndman and Athanasopoulos, Forecasting, 3rd ed., ch. 5 */
export function forecastByRival(request: RivalRequest): Float64Array | null {
  const { method, baseYears, stocks, horizonYears } = request;
  const changes = stocks.slice(1).map((stock, year) => stock - (stocks[year] ?? stock));
  if (changes.length < Math.max(2, baseYears)) return null;
  const last = stocks.at(-1) ?? 0;
  const drift = meanOf(changes.slice(-baseYears));
  const wideness = Math.sqrt(horizonYears * (1 + horizonYears / baseYears));
  switch (method) {
    case 'naive':
      return normalPoints(last, Math.sqrt(meanSquare(changes) * horizonYears));
    case 'drift':
      return normalPoints(last + drift * horizonYears, spreadAround(changes, drift) * wideness);
    case 'damped-trend':
      return normalPoints(
        last + drift * dampedYears(horizonYears),
        spreadAround(changes, drift) * Math.sqrt(horizonYears),
      );
    case 'average-rate':
      return averageRatePoints(request, wideness);
  }
}

/** The stock-flow model that planners know: the mean of a year's joiners comes every year, the mean share of leavers goes.
 *  Where the flows were not counted, the mean net rate of change compounds. */
function averageRatePoints(request: RivalRequest, wideness: number): Float64Array {
  const { stocks, baseYears, horizonYears } = request;
  const rates = stocks.slice(1).map((stock, year) => stock / (stocks[year] ?? stock) - 1);
  const flows = countedFlows(request);
  const yearlyJoiners = flows === null ? 0 : meanOf(flows.map(({ joiners }) => joiners));
  const yearlyShare =
    flows === null ? meanOf(rates.slice(-baseYears)) : -meanOf(flows.map(({ leaverShare }) => leaverShare));
  let middle = stocks.at(-1) ?? 0;
  for (let year = 0; year < horizonYears; year++) middle += middle * yearlyShare + yearlyJoiners;
  const spread = spreadAround(rates, meanOf(rates.slice(-baseYears)));
  return normalPoints(middle, (stocks.at(-1) ?? 0) * spread * wideness);
}

type YearlyFlow = { readonly joiners: number; readonly leaverShare: number };

/** The flows of the base period; null where one of its years has none. */
function countedFlows({ stocks, joiners, leavers, baseYears }: RivalRequest): readonly YearlyFlow[] | null {
  const first = stocks.length - baseYears;
  const flows = stocks.slice(first).flatMap((_, year): readonly YearlyFlow[] => {
    const [came, went] = [joiners[first + year] ?? null, leavers[first + year] ?? null];
    const before = stocks[first + year - 1] ?? 0;
    return came === null || went === null || before === 0 ? [] : [{ joiners: came, leaverShare: went / before }];
  });
  return flows.length === baseYears ? flows : null;
}

/** What is left of a trend from one year to the next; in the middle of the 0.8 to 0.98 in common use. */
const DAMPING = 0.9;

/** φ + φ² + … + φ^h. */
function dampedYears(horizonYears: number): number {
  let kept = 1;
  let years = 0;
  for (let year = 0; year < horizonYears; year++) {
    kept *= DAMPING;
    years += kept;
  }
  return years;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function meanSquare(values: readonly number[]): number {
  return meanOf(values.map((value) => value * value));
}

function spreadAround(values: readonly number[], centre: number): number {
  const squares = values.reduce((sum, value) => sum + (value - centre) * (value - centre), 0);
  return Math.sqrt(squares / (values.length - 1));
}

/** Points enough for a score to within a thousandth of the standard deviation. */
const POINTS = 999;

/** A normal distribution by its quantiles, cut off at nobody. */
function normalPoints(mean: number, sd: number): Float64Array {
  return STANDARD_POINTS.map((z) => Math.max(0, mean + sd * z));
}

const STANDARD_POINTS = Float64Array.from({ length: POINTS }, (_, point) => normalQuantile((point + 0.5) / POINTS));
