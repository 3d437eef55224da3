// What a forecaster is held to, and whether it got there; a goal that is missed is told like one that is met.
import { COVERAGES } from '#history';
import type { Comparison, MethodSummary, Scope } from './backtest-summary.ts';

export type Goal = {
  readonly scope: Scope;
  readonly horizonYears: number;
  readonly kind: 'beats-naive' | 'beats-drift' | 'coverage' | 'accuracy';
  readonly isMet: boolean;
  /** What was asked and what came out, in one sentence. */
  readonly sentence: string;
};

/** Horizons at which the score is to be below that of the plain methods, and 80% intervals are to hold. */
const GOAL_HORIZONS: readonly number[] = [1, 2, 3];
const COVERAGE_RANGE = { low: 0.7, high: 0.9 };
/** Errors of a national planner's own model on its own past, in percent of what came.
 *  @source Human Resources for Health 11:31, 2013: general practitioners, 1998 to 2011 */
const PUBLISHED_MAPE = { horizonYears: 3, low: 0.019, high: 0.149 };

export function judgeGoals(summaries: readonly MethodSummary[], comparisons: readonly Comparison[]): readonly Goal[] {
  const own = summaries.filter(({ method }) => method === 'regimes');
  return own.flatMap((summary) => {
    const rivals = comparisons.filter(
      ({ scope, horizonYears }) => scope === summary.scope && horizonYears === summary.horizonYears,
    );
    const isGoalHorizon = GOAL_HORIZONS.includes(summary.horizonYears);
    return [
      ...(isGoalHorizon ? scoreGoals(rivals) : []),
      ...(isGoalHorizon ? [coverageGoal(summary)] : []),
      ...(summary.horizonYears === PUBLISHED_MAPE.horizonYears ? [accuracyGoal(summary)] : []),
    ];
  });
}

function scoreGoals(rivals: readonly Comparison[]): readonly Goal[] {
  return (['naive', 'drift'] as const).flatMap((name) => {
    // A trend may be taken over any base period; the one that scored best is the one to beat.
    const [hardest] = rivals
      .filter(({ rival }) => rival === name)
      .toSorted((one, other) => one.rivalCrpsShare / one.ownCrpsShare - other.rivalCrpsShare / other.ownCrpsShare);
    if (hardest === undefined) return [];
    const { scope, horizonYears, ownCrpsShare, rivalCrpsShare, baseYears, forecasts } = hardest;
    const isMet = ownCrpsShare < rivalCrpsShare;
    const base = baseYears === null ? '' : ` (base of ${baseYears} years, its best)`;
    return [
      {
        scope,
        horizonYears,
        kind: name === 'naive' ? ('beats-naive' as const) : ('beats-drift' as const),
        isMet,
        sentence: `The score is to be below that of ${name}${base}: ${percent(ownCrpsShare)} of stock against ${percent(rivalCrpsShare)} over ${forecasts} forecasts.`,
      },
    ];
  });
}

function coverageGoal({ scope, horizonYears, held, forecasts }: MethodSummary): Goal {
  const share = held[COVERAGES.indexOf(0.8)] ?? 0;
  // A share of few forecasts is a fraction such as 9/10, which rounding must not push over the edge.
  const isMet = share >= COVERAGE_RANGE.low - 1e-9 && share <= COVERAGE_RANGE.high + 1e-9;
  const verdict = isMet ? '' : share > COVERAGE_RANGE.high ? ' They are too wide.' : ' They are too narrow.';
  return {
    scope,
    horizonYears,
    kind: 'coverage',
    isMet,
    sentence: `The 80% intervals are to hold what came in 70% to 90% of forecasts: they held it in ${Math.round(share * forecasts)} of ${forecasts} (${percent(share)}).${verdict}`,
  };
}

function accuracyGoal({ scope, horizonYears, mape }: MethodSummary): Goal {
  return {
    scope,
    horizonYears,
    kind: 'accuracy',
    isMet: mape <= PUBLISHED_MAPE.high,
    sentence: `The mean error of the middle forecast is to be within the 1.9% to 14.9% that national planners published of their own model: it is ${percent(mape)}.`,
  };
}

/** A share of 1 as a percentage with one decimal. */
export function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}
