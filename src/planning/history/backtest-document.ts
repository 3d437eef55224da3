// What a backtest found, as a document: for the page, for machines, and for a plan's report to quote.
import {
  COVERAGES,
  type ForecastRecord,
  runBacktest,
  scaledPrior,
  type StockHistory,
  stockHistoryOf,
  USUAL_TERMS,
} from '#history';
import { formatMonth, ok, type Result } from '#kernel';
import type { HistoryRow } from '#workforce';
import { type Goal, judgeGoals } from './backtest-goals.ts';
import { type Comparison, compareWithRivals, type MethodSummary, summariseRecords } from './backtest-summary.ts';
import { type Verdict, verdictsOf } from './backtest-verdict.ts';

export type BacktestDocument = {
  readonly format: 'cadre-backtest/1';
  readonly engineVersion: string;
  readonly file: { readonly name: string; readonly sha256: string };
  readonly seed: number;
  readonly draws: number;
  /** `YYYY-MM`, a year apart. */
  readonly months: readonly string[];
  /** The whole first; null where nobody was counted. */
  readonly series: readonly { readonly name: string; readonly stock: readonly (number | null)[] }[];
  readonly notes: readonly string[];
  readonly coverages: readonly number[];
  readonly goals: readonly Goal[];
  readonly verdicts: readonly Verdict[];
  readonly summaries: readonly MethodSummary[];
  readonly comparisons: readonly Comparison[];
  /** Cadre's summaries with every spread of its prior halved and doubled. */
  readonly priors: readonly { readonly factor: number; readonly summaries: readonly MethodSummary[] }[];
  /** Every forecast, with `origin` as `YYYY-MM`. */
  readonly forecasts: readonly TimedRecord[];
};

export type TimedRecord = Omit<ForecastRecord, 'origin'> & { readonly origin: string };

export type BacktestRequest = {
  readonly rows: readonly HistoryRow[];
  readonly file: BacktestDocument['file'];
  readonly engineVersion: string;
  readonly seed: number;
};

export function backtest(request: BacktestRequest): Result<BacktestDocument> {
  const history = stockHistoryOf(request.rows);
  if (!history.ok) return history;
  const terms = { ...USUAL_TERMS, seed: request.seed };
  const records = runBacktest(history.value, terms);
  const summaries = summariseRecords(records);
  const comparisons = compareWithRivals(records);
  return ok({
    format: 'cadre-backtest/1',
    engineVersion: request.engineVersion,
    file: request.file,
    seed: request.seed,
    draws: terms.draws,
    months: history.value.months.map(formatMonth),
    series: [history.value.whole, ...history.value.parts].map(({ name, stock }) => ({ name, stock })),
    notes: history.value.notes,
    coverages: COVERAGES,
    goals: judgeGoals(summaries, comparisons),
    verdicts: verdictsOf(summaries, comparisons),
    summaries,
    comparisons,
    priors: OTHER_PRIORS.map((factor) => ({ factor, summaries: withOtherPrior(history.value, factor, request.seed) })),
    forecasts: records.map((record) => ({ ...record, origin: formatMonth(record.origin) })),
  });
}

/** Factors on every spread of the prior, to show what is the prior's doing. */
const OTHER_PRIORS = [0.5, 2] as const;

function withOtherPrior(history: StockHistory, factor: number, seed: number): readonly MethodSummary[] {
  const records = runBacktest(
    { ...history, parts: [] },
    {
      ...USUAL_TERMS,
      seed,
      wholePrior: scaledPrior(USUAL_TERMS.wholePrior, factor),
      partPrior: scaledPrior(USUAL_TERMS.partPrior, factor),
    },
  );
  return summariseRecords(records).filter(({ method }) => method === 'regimes');
}
