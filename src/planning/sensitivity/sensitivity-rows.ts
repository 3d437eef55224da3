// What matters most, as rows: each assumption that moves the gap, strongest first, with a sentence each.
import type { TotalShare } from '#engine';
import { monthInWords } from '#kernel';
import type { Assumption, HealthSystem } from '#workforce';
import { roundFte } from '../plan/figures.ts';
import type { PlanDocument } from '../plan/plan-document.ts';
import { ERRORS_IN_95 } from '../plan/precision.ts';
import { fteInWords, listInWords, percentInWords } from '../plan/words.ts';
import type { SensitivityStudy } from './study-sensitivity.ts';

export type SensitivityRow = PlanDocument['elasticities'][number];

/** @returns a row for each assumption that moves the gap, the widest swing first, then the steepest */
export function sensitivityRows(
  study: SensitivityStudy,
  register: readonly Assumption[],
  system: HealthSystem,
): SensitivityRow[] {
  const descriptions = new Map(register.map(({ id, description }) => [id, description]));
  const by = monthInWords(system.baseMonth + system.horizonMonths);
  return study.assumptions
    .filter(({ low, high, gapFtePerPercent }) => low !== high || Math.abs(gapFtePerPercent) >= LEAST_TOLD_FTE)
    .toSorted(
      (one, other) =>
        swing(other) - swing(one) ||
        Math.abs(other.gapFtePerPercent) - Math.abs(one.gapFtePerPercent) ||
        (one.assumption < other.assumption ? -1 : 1),
    )
    .map(({ assumption, low, high, elasticity, gapFtePerPercent }) => {
      const total = study.shares.find(({ assumptions }) => assumptions.includes(assumption)) ?? null;
      const row = {
        assumption,
        low: roundFte(low),
        high: roundFte(high),
        elasticity: Math.round(elasticity * 1000) / 1000,
        gapFtePerPercent: roundFte(gapFtePerPercent),
        shareOfDoubt: total === null ? null : shareOf(total),
      };
      return {
        ...row,
        sentence: sentenceOf(row, { name: descriptions.get(assumption) ?? assumption, by, descriptions }),
      };
    });
}

/** Below a hundredth of a post for one percent more there is nothing to tell. */
const LEAST_TOLD_FTE = 0.005;

function swing({ low, high }: { readonly low: number; readonly high: number }): number {
  return Math.abs(high - low);
}

function shareOf({ assumptions, share, error }: TotalShare): NonNullable<SensitivityRow['shareOfDoubt']> {
  const rounded = (value: number): number => Math.round(value * 1000) / 1000;
  return {
    share: rounded(share),
    error: Number.isNaN(error) ? null : rounded(error),
    together: assumptions.length > 1 ? [...assumptions] : [],
  };
}

type Telling = {
  readonly name: string;
  /** The month of the gap, in words. */
  readonly by: string;
  readonly descriptions: ReadonlyMap<string, string>;
};

function sentenceOf(row: Omit<SensitivityRow, 'sentence'>, telling: Telling): string {
  const { name, by } = telling;
  if (row.low === row.high) {
    const effect = `one percent more of it ${row.gapFtePerPercent > 0 ? 'narrows' : 'widens'} the gap of ${by} by`;
    return `${name}: taken as certain; ${effect} ${littleInWords(Math.abs(row.gapFtePerPercent))} posts.`;
  }
  return (
    `${name}: from its low to its high end it moves the gap of ${by} by ${fteInWords(swing(row))} posts; ` +
    `the higher it is, the ${row.high > row.low ? 'smaller' : 'wider'} the shortfall.${doubtInWords(row, telling)}`
  );
}

/** What is told moves the gap, so it is never told as none at all. */
function littleInWords(posts: number): string {
  return posts < LEAST_IN_WORDS ? 'less than 0.1' : fteInWords(posts);
}

/** Less is rounded to nothing. */
const LEAST_IN_WORDS = 0.05;

/** A tenth of a percent: no margin is told as none at all. */
const LEAST_MARGIN = 0.001;

function doubtInWords(
  { assumption, shareOfDoubt }: Omit<SensitivityRow, 'sentence'>,
  { descriptions }: Telling,
): string {
  if (shareOfDoubt === null) return '';
  const { share, error, together } = shareOfDoubt;
  const others = together.filter((id) => id !== assumption).map((id) => descriptions.get(id)?.toLowerCase() ?? id);
  const who = others.length === 0 ? 'It' : `Together with ${listInWords(others)} it`;
  if (error === null) return ` ${who} is behind ${percentInWords(share)} of the doubt about that gap.`;
  const margin = percentInWords(Math.max(error * ERRORS_IN_95, LEAST_MARGIN));
  const told = ` ${who} is behind ${percentInWords(share)} of the doubt about that gap, give or take ${margin}`;
  if (!isRoughShare({ share, error })) return `${told}.`;
  return `${told}: too rough to build on, for samples are few. Run ./cadre sensitivity with more --samples to be surer.`;
}

/** Whether a share of doubt says little: its margin is more than half of it. */
export function isRoughShare({ share, error }: { readonly share: number; readonly error: number | null }): boolean {
  return error !== null && error * ERRORS_IN_95 > share / 2;
}
