// The backtest: stands at every year of the past in turn, forecasts from what was known then, and scores what came.
import type { Month } from '#kernel';
import { forecastByRegimes, type ForecastTerms, type KnownStocks } from './regime-forecast.ts';
import { forecastByRival, RIVALS, type Rival } from './rival-forecasts.ts';
import { scoreForecast, type Score } from './score.ts';
import type { StockHistory, StockSeries } from './stock-series.ts';

/** How far ahead each forecast looks, years. */
export const HORIZONS_YEARS = [1, 2, 3, 4, 5] as const;
/** How many past years the plain methods may learn from. */
export const BASE_YEARS = [1, 2, 3, 5] as const;

export type Method = 'regimes' | Rival;

/** One forecast and what became of it. */
export type ForecastRecord = Score & {
  readonly method: Method;
  /** Years that a trend or rate was averaged over; null for methods that have no such choice. */
  readonly baseYears: number | null;
  readonly series: string;
  readonly isWhole: boolean;
  readonly origin: Month;
  readonly horizonYears: number;
  readonly originStock: number;
  readonly actual: number;
  /** Mean absolute yearly change up to the origin: what errors are measured in by MASE. */
  readonly usualChange: number;
};

/** Years of change that must be known before the first forecast: with fewer no plain method has an interval. */
const FEWEST_CHANGES = 2;

/** Every method from every origin to every horizon. A forecast sees nothing later than its origin. */
export function runBacktest(history: StockHistory, terms: ForecastTerms): readonly ForecastRecord[] {
  return history.months.flatMap((_, origin) => {
    const whole = knownRun(history.whole, origin);
    if (whole.stocks.length <= FEWEST_CHANGES) return [];
    const parts = history.parts
      .map((series) => ({ series, run: lastOf(knownRun(series, origin), whole.stocks.length) }))
      .filter(({ run }) => run.stocks.length > FEWEST_CHANGES);
    const known: KnownStocks = {
      whole: whole.stocks,
      parts: new Map(parts.map(({ series, run }) => [series.name, run.stocks])),
    };
    const drawn = forecastByRegimes(known, terms);
    return [
      ...recordsOf({ history, series: history.whole, run: whole, origin, drawn: drawn.whole }),
      ...parts.flatMap(({ series, run }) =>
        recordsOf({ history, series, run, origin, drawn: drawn.parts.get(series.name) ?? [] }),
      ),
    ];
  });
}

type Run = {
  readonly stocks: readonly number[];
  readonly joiners: readonly (number | null)[];
  readonly leavers: readonly (number | null)[];
};

/** The unbroken years of a series that end at the origin. */
function knownRun(series: StockSeries, origin: number): Run {
  const gap = series.stock.slice(0, origin + 1).lastIndexOf(null);
  const from = gap + 1;
  return {
    stocks: series.stock.slice(from, origin + 1).filter((stock) => stock !== null),
    joiners: series.joiners.slice(from, origin + 1),
    leavers: series.leavers.slice(from, origin + 1),
  };
}

function lastOf(run: Run, years: number): Run {
  return {
    stocks: run.stocks.slice(-years),
    joiners: run.joiners.slice(-years),
    leavers: run.leavers.slice(-years),
  };
}

type Trial = {
  readonly history: StockHistory;
  readonly series: StockSeries;
  readonly run: Run;
  readonly origin: number;
  /** Cadre's draws, shape [year][draw]. */
  readonly drawn: readonly Float64Array[];
};

function recordsOf({ history, series, run, origin, drawn }: Trial): readonly ForecastRecord[] {
  const changes = run.stocks.slice(1).map((stock, year) => Math.abs(stock - (run.stocks[year] ?? stock)));
  return HORIZONS_YEARS.flatMap((horizonYears) => {
    const actual = series.stock[origin + horizonYears] ?? null;
    if (actual === null) return [];
    const told = {
      series: series.name,
      isWhole: series === history.whole,
      origin: history.months[origin] ?? 0,
      horizonYears,
      originStock: run.stocks.at(-1) ?? 0,
      actual,
      usualChange: changes.reduce((sum, change) => sum + change, 0) / changes.length,
    };
    const own = drawn[horizonYears - 1];
    const ours =
      own === undefined
        ? []
        : [{ ...told, ...scoreForecast(own, actual), method: 'regimes' as const, baseYears: null }];
    return [...ours, ...rivalRecords(run, told)];
  });
}

type Told = Omit<ForecastRecord, keyof Score | 'method' | 'baseYears'>;

function rivalRecords(run: Run, told: Told): readonly ForecastRecord[] {
  return RIVALS.flatMap((method) => {
    const bases = method === 'naive' ? [null] : BASE_YEARS;
    return bases.flatMap((baseYears) => {
      const points = forecastByRival({ ...run, method, baseYears: baseYears ?? 1, horizonYears: told.horizonYears });
      return points === null ? [] : [{ ...told, ...scoreForecast(points, told.actual), method, baseYears }];
    });
  });
}
