// Cadre's own forecaster: the growth of the whole with the risk that its regime breaks, and the parts as shares of it.
import { hashText, streamKey } from '#kernel';
import { filterGrowth, type FilteredSetting, type YearlyGrowth } from './growth-filter.ts';
import { drawGrowthPaths } from './growth-paths.ts';
import { type GrowthPrior, PART_PRIOR, WHOLE_PRIOR } from './growth-prior.ts';

/** What is known at an origin: the stocks so far, a year apart, the last one that of the origin. */
export type KnownStocks = {
  readonly whole: readonly number[];
  /** By name of the part; a part may begin later than the whole, never end earlier. */
  readonly parts: ReadonlyMap<string, readonly number[]>;
};

/** @property draws of each forecast, sorted ascending, shape [year][draw] */
export type DrawnForecasts = {
  readonly whole: readonly Float64Array[];
  readonly parts: ReadonlyMap<string, readonly Float64Array[]>;
};

export type ForecastTerms = {
  readonly years: number;
  readonly draws: number;
  readonly seed: number;
  readonly wholePrior: GrowthPrior;
  readonly partPrior: GrowthPrior;
};

/** Round numbers: 4,000 draws put the error of a tenth percentile near half a percent of its rank. */
export const USUAL_TERMS: ForecastTerms = {
  years: 5,
  draws: 4000,
  seed: 1,
  wholePrior: WHOLE_PRIOR,
  partPrior: PART_PRIOR,
};

/** Forecasts the whole and every part at once. The parts' shares are pooled: each setting of their prior is weighed by
 *  the part's own years and, as much as one more part would, by those of all the others.
 *  @source docs/model/backtest.md, eqs. 1 to 5 */
export function forecastByRegimes(known: KnownStocks, terms: ForecastTerms): DrawnForecasts {
  const wholePaths = pathsOfWhole(known.whole, terms);
  const last = known.whole.at(-1) ?? 0;
  const filtered = [...known.parts].map(([name, stocks]) => ({
    name,
    stocks,
    settings: filterGrowth(growthAgainst(stocks, known.whole), terms.partPrior),
  }));
  const parts = filtered.map(({ name, stocks, settings }, index) => {
    const others = filtered.filter((_, at) => at !== index).map((other) => other.settings);
    const paths = drawGrowthPaths({
      settings,
      weights: pooledWeights(settings, others),
      prior: terms.partPrior,
      people: stocks.at(-1) ?? 1,
      years: terms.years,
      draws: terms.draws,
      key: streamKey(terms.seed, hashText('part'), hashText(name), known.whole.length),
    });
    return [name, sortedStocks(stocks.at(-1) ?? 0, paths, shuffled(wholePaths))] as const;
  });
  return { whole: sortedStocks(last, wholePaths, null), parts: new Map(parts) };
}

function pathsOfWhole(stocks: readonly number[], terms: ForecastTerms): readonly Float64Array[] {
  const settings = filterGrowth(growthOf(stocks), terms.wholePrior);
  return drawGrowthPaths({
    settings,
    weights: pooledWeights(settings, []),
    prior: terms.wholePrior,
    people: stocks.at(-1) ?? 1,
    years: terms.years,
    draws: terms.draws,
    key: streamKey(terms.seed, hashText('whole'), stocks.length),
  });
}

/** Yearly changes of the logarithm of a stock. */
function growthOf(stocks: readonly number[]): readonly YearlyGrowth[] {
  return stocks.slice(1).map((stock, year) => {
    const before = stocks[year] ?? stock;
    return { logChange: Math.log(stock / before), people: before };
  });
}

/** How much faster than the whole a part grew in each of its years. */
function growthAgainst(part: readonly number[], whole: readonly number[]): readonly YearlyGrowth[] {
  const ofWhole = growthOf(whole.slice(whole.length - part.length));
  return growthOf(part).map((year, index) => ({
    ...year,
    logChange: year.logChange - (ofWhole[index]?.logChange ?? 0),
  }));
}

function pooledWeights(
  own: readonly FilteredSetting[],
  others: readonly (readonly FilteredSetting[])[],
): readonly number[] {
  const logs = own.map((setting, index) => {
    const fromOthers = others.reduce((sum, settings) => sum + (settings[index]?.logEvidence ?? 0), 0);
    return setting.logEvidence + (others.length === 0 ? 0 : fromOthers / others.length);
  });
  const highest = Math.max(...logs);
  const raw = logs.map((log) => Math.exp(log - highest));
  const total = raw.reduce((sum, weight) => sum + weight, 0);
  return raw.map((weight) => weight / total);
}

/** The whole's paths in another order: both lists of draws run through their settings in order, and a part must not meet
 *  calm years of the whole in its own calm draws only. A stride without a common factor visits every draw once. */
function shuffled(paths: readonly Float64Array[]): readonly Float64Array[] {
  return paths.map((path) => path.map((_, draw) => path[(draw * STRIDE) % path.length] ?? 0));
}

/** A prime that divides no usual number of draws. */
const STRIDE = 1597;

function sortedStocks(
  last: number,
  paths: readonly Float64Array[],
  added: readonly Float64Array[] | null,
): readonly Float64Array[] {
  return paths.map((path, year) =>
    path.map((change, draw) => last * Math.exp(change + (added?.[year]?.[draw] ?? 0))).sort(),
  );
}
