// The door of history/: what the past says, as forecasts tried on it and as rates learned from it.
export * from './backtest/backtest.ts';
export { scaledPrior, PART_PRIOR, WHOLE_PRIOR } from './backtest/growth-prior.ts';
export { USUAL_TERMS, type ForecastTerms } from './backtest/regime-forecast.ts';
export { COVERAGES } from './backtest/score.ts';
export { stockHistoryOf, type StockHistory } from './backtest/stock-series.ts';
export { poolRates, type PooledCell, type Posterior } from './calibration/pooling.ts';
export { calibrate, type CalibratedFlow, type Calibration, type CalibrationTerms } from './calibration/calibrate.ts';
export type { PooledGroup } from './calibration/structure.ts';
