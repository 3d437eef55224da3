// The verdict of a backtest in plain words, one paragraph per horizon and scope, unflattering where that is due.
import { COVERAGES, type Method } from '#history';
import { percent } from './backtest-goals.ts';
import type { Comparison, MethodSummary, Scope } from './backtest-summary.ts';

export type Verdict = {
  readonly scope: Scope;
  readonly horizonYears: number;
  readonly sentences: readonly string[];
};

export function verdictsOf(
  summaries: readonly MethodSummary[],
  comparisons: readonly Comparison[],
): readonly Verdict[] {
  return summaries
    .filter(({ method }) => method === 'regimes')
    .map((summary) => {
      const rivals = comparisons.filter(
        ({ scope, horizonYears }) => scope === summary.scope && horizonYears === summary.horizonYears,
      );
      const sentences = [rankSentence(summary, rivals), intervalSentence(summary), errorSentence(summary)];
      return { scope: summary.scope, horizonYears: summary.horizonYears, sentences };
    });
}

/** How a method is called where people read. */
export function methodName(method: Method, baseYears: number | null): string {
  const name = METHOD_NAMES[method];
  return baseYears === null ? name : `${name}, ${baseYears} ${baseYears === 1 ? 'year' : 'years'}`;
}

const METHOD_NAMES: Readonly<Record<Method, string>> = {
  regimes: 'Cadre',
  naive: 'Naive',
  drift: 'Drift',
  'damped-trend': 'Damped trend',
  'average-rate': 'Average rates',
};

/** Fewer forecasts than this say little, however they came out. */
const FEW = 10;

function rankSentence({ horizonYears, forecasts }: MethodSummary, rivals: readonly Comparison[]): string {
  const better = rivals.filter(({ ownCrpsShare, rivalCrpsShare }) => rivalCrpsShare <= ownCrpsShare);
  const ahead = `${horizonYears} ${horizonYears === 1 ? 'year' : 'years'} ahead`;
  const caution =
    forecasts < FEW ? ` These are only ${forecasts} forecasts, and they overlap: read them as a hint.` : '';
  if (better.length === 0) {
    const naive = rivals.find(({ rival }) => rival === 'naive');
    const gain =
      naive === undefined ? '' : `, and ${percent(1 - naive.ownCrpsShare / naive.rivalCrpsShare)} below naive`;
    return `${ahead}, Cadre's score was below that of all ${rivals.length} plain methods${gain}.${caution}`;
  }
  const names = better.map(({ rival, baseYears }) => methodName(rival, baseYears));
  const isNaiveBetter = better.some(({ rival }) => rival === 'naive');
  const plainly = isNaiveBetter ? ' Taking the last count as the forecast would have served better.' : '';
  return `${ahead}, Cadre did not beat ${names.join('; ')}.${plainly}${caution}`;
}

function intervalSentence({ held, forecasts }: MethodSummary): string {
  const parts = COVERAGES.map((share, index) => `${Math.round((held[index] ?? 0) * forecasts)} for ${share * 100}%`);
  return `Of ${forecasts} intervals each, those that held what came: ${parts.join(', ')}.`;
}

function errorSentence({ mape, mase }: MethodSummary): string {
  const usual = mase === null ? '' : `, ${mase.toFixed(1)} times the usual yearly change`;
  return `The middle forecast was off by ${percent(mape)} on average${usual}.`;
}
