// Means over the forecasts of a backtest: by method, horizon and scope, and Cadre's beside each rival's on equal terms.
import { COVERAGES, type ForecastRecord, type Method } from '#history';
import { groupBy } from '#kernel';

/** The whole workforce, or all the parts that it is made of. */
export type Scope = 'whole' | 'parts';

export type MethodSummary = {
  readonly scope: Scope;
  readonly horizonYears: number;
  readonly method: Method;
  readonly baseYears: number | null;
  readonly forecasts: number;
  /** Mean of the score over the stock at the origin, 0.02 for two people in a hundred. */
  readonly crpsShareOfStock: number;
  /** Mean absolute error of the median as a share of what came. */
  readonly mape: number;
  /** Mean absolute error of the median over the usual yearly change before the origin; null where nothing ever changed. */
  readonly mase: number | null;
  /** Share of forecasts whose interval held what came, one for each of the chances of `coverages`. */
  readonly held: readonly number[];
  /** How many forecasts had what came in each tenth of their distribution, lowest first (PIT). */
  readonly pitTenths: readonly number[];
};

/** Cadre's score and a rival's over the same origins and series. */
export type Comparison = {
  readonly scope: Scope;
  readonly horizonYears: number;
  readonly rival: Method;
  readonly baseYears: number | null;
  readonly forecasts: number;
  readonly ownCrpsShare: number;
  readonly rivalCrpsShare: number;
};

export function summariseRecords(records: readonly ForecastRecord[]): readonly MethodSummary[] {
  return [...groupBy(records, cellOf).values()].flatMap((cell) => {
    const [first] = cell;
    if (first === undefined) return [];
    const scaled = cell.filter(({ usualChange }) => usualChange > 0);
    return [
      {
        scope: scopeOf(first),
        horizonYears: first.horizonYears,
        method: first.method,
        baseYears: first.baseYears,
        forecasts: cell.length,
        crpsShareOfStock: meanOf(cell.map(crpsShare)),
        mape: meanOf(cell.map(({ median, actual }) => Math.abs(median - actual) / actual)),
        mase:
          scaled.length === 0
            ? null
            : meanOf(scaled.map(({ median, actual, usualChange }) => Math.abs(median - actual) / usualChange)),
        held: COVERAGES.map((_, index) => meanOf(cell.map(({ isHeld }) => (isHeld[index] === true ? 1 : 0)))),
        pitTenths: tenthsOf(cell),
      },
    ];
  });
}

export function compareWithRivals(records: readonly ForecastRecord[]): readonly Comparison[] {
  const own = new Map(
    records.filter(({ method }) => method === 'regimes').map((record) => [trialOf(record), record] as const),
  );
  const rivals = records.filter(({ method }) => method !== 'regimes');
  return [...groupBy(rivals, cellOf).values()].flatMap((cell) => {
    const pairs = cell.flatMap((rival) => {
      const ours = own.get(trialOf(rival));
      return ours === undefined ? [] : [{ rival, ours }];
    });
    const [first] = cell;
    if (first === undefined || pairs.length === 0) return [];
    return [
      {
        scope: scopeOf(first),
        horizonYears: first.horizonYears,
        rival: first.method,
        baseYears: first.baseYears,
        forecasts: pairs.length,
        ownCrpsShare: meanOf(pairs.map(({ ours }) => crpsShare(ours))),
        rivalCrpsShare: meanOf(pairs.map(({ rival }) => crpsShare(rival))),
      },
    ];
  });
}

function cellOf(record: ForecastRecord): string {
  return `${scopeOf(record)} ${record.horizonYears} ${record.method} ${record.baseYears ?? ''}`;
}

/** What is forecast, from when and how far: the same for every method. */
function trialOf({ series, origin, horizonYears }: ForecastRecord): string {
  return JSON.stringify([series, origin, horizonYears]);
}

function scopeOf({ isWhole }: ForecastRecord): Scope {
  return isWhole ? 'whole' : 'parts';
}

function crpsShare({ crps, originStock }: ForecastRecord): number {
  return crps / originStock;
}

function tenthsOf(records: readonly ForecastRecord[]): readonly number[] {
  const tenths = Array.from({ length: 10 }, () => 0);
  for (const { pit } of records) {
    const tenth = Math.min(9, Math.floor(pit * 10));
    tenths[tenth] = (tenths[tenth] ?? 0) + 1;
  }
  return tenths;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
