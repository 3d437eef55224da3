// The regimes of the past: which years were growth, freeze or reorganisation, and how high joining and leaving ran in each.
import { fail, ok, type Month, type Result } from '#kernel';
import type { YearlyFlow } from './yearly-flows.ts';

/** One year of the whole workforce, with the regime it belongs to. */
export type RegimeYear = {
  readonly period: Month;
  readonly regime: string;
  readonly opening: number;
  readonly closing: number;
  readonly joiners: number;
  readonly leavers: number;
  /** Leavers over the people at risk, and joiners over the opening stock. */
  readonly leaverShare: number;
  readonly joinerShare: number;
};

/** How high a flow runs in the chosen years. */
export type Level = {
  readonly share: number;
  /** Standard deviation of the logarithm of the mean level of the years to be planned. */
  readonly logSd: number;
  readonly years: number;
};

/** Net change of stock in a year from which a year is growth, and below which it is a reorganisation; between them it
 *  is a freeze. A file's own column `regime` overrules this. */
const GROWTH_FROM = 0.01;
const REORGANISATION_BELOW = -0.03;

export function regimeYears(whole: readonly YearlyFlow[]): readonly RegimeYear[] {
  return whole.map(({ period, opening, closing, joiners, leavers, regime }) => ({
    period,
    regime: regime ?? regimeOf(closing / Math.max(opening, 1) - 1),
    opening,
    closing,
    joiners,
    leavers,
    leaverShare: leavers / atRisk(opening, { joiners, leavers }),
    joinerShare: joiners / Math.max(opening, 1),
  }));
}

function regimeOf(netChange: number): string {
  if (netChange >= GROWTH_FROM) return 'growth';
  return netChange < REORGANISATION_BELOW ? 'reorganisation' : 'freeze';
}

/** People who could have left in the year: those of the opening and, for half the year each, those who came. */
export function atRisk(opening: number, flows: { readonly joiners: number; readonly leavers: number }): number {
  return Math.max(opening + flows.joiners / 2, flows.leavers, 1);
}

/** Years that do not overlap: those of the calendar month that most years end in, the later one where two tie. */
export function separateYears<T extends { readonly period: Month }>(years: readonly T[]): readonly T[] {
  const months = [...new Set(years.map(({ period }) => ((period % 12) + 12) % 12))];
  const chains = months.map((month) => years.filter(({ period }) => ((period % 12) + 12) % 12 === month));
  const [best] = chains.toSorted(
    (one, other) =>
      other.length - one.length ||
      Math.max(...other.map(({ period }) => period)) - Math.max(...one.map(({ period }) => period)),
  );
  return (best ?? []).toSorted((one, other) => one.period - other.period);
}

/** @param regime null for every year */
export function yearsOf(years: readonly RegimeYear[], regime: string | null): Result<readonly RegimeYear[]> {
  const chosen = regime === null ? years : years.filter((year) => year.regime === regime);
  if (chosen.length > 0) return ok(chosen);
  const known = [...new Set(years.map((year) => year.regime))].toSorted();
  return fail({
    code: 'unknown-reference',
    message: `no year of the history is of the regime '${regime ?? ''}'; its years are of: ${known.join(', ')}`,
    path: 'regime',
    hint: 'Choose one of these with --regime, or leave it out to take every year.',
  });
}

/** Years that a prior of 10% from year to year counts for, beside those of the history: with one year or two nothing
 *  could be said about it otherwise. */
const PRIOR_YEARS = 2;
const PRIOR_YEARLY_SD = 0.1;

/** @param horizonYears years to be planned, whose mean level is wanted */
export function levelOf(
  chosen: readonly RegimeYear[],
  all: readonly RegimeYear[],
  asked: { readonly flow: 'joiners' | 'leavers'; readonly horizonYears: number },
): Level {
  const base = (year: RegimeYear) =>
    asked.flow === 'leavers' ? atRisk(year.opening, year) : Math.max(year.opening, 1);
  const events = chosen.reduce((sum, year) => sum + year[asked.flow], 0);
  const people = chosen.reduce((sum, year) => sum + base(year), 0);
  const yearlyVariance = varianceWithinRegimes(all, (year) => Math.log(Math.max(year[asked.flow], 0.5) / base(year)));
  const logSd = Math.sqrt(yearlyVariance * (1 / chosen.length + 1 / asked.horizonYears) + 1 / Math.max(events, 1));
  return { share: events / people, logSd, years: chosen.length };
}

function varianceWithinRegimes(years: readonly RegimeYear[], logLevel: (year: RegimeYear) => number): number {
  let squares = PRIOR_YEARS * PRIOR_YEARLY_SD * PRIOR_YEARLY_SD;
  let freedom = PRIOR_YEARS;
  for (const regime of new Set(years.map((year) => year.regime))) {
    const levels = years.filter((year) => year.regime === regime).map(logLevel);
    const mean = levels.reduce((sum, level) => sum + level, 0) / levels.length;
    for (const level of levels) squares += (level - mean) * (level - mean);
    freedom += levels.length - 1;
  }
  return squares / freedom;
}
