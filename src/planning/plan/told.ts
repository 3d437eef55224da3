// What every sentence about a plan needs: its nation, its last month, and its intervals where it has any.
import { monthInWords, parseMonth } from '#kernel';
import type { SeriesRow } from './figures.ts';
import type { PlanDocument } from './plan-document.ts';
import { fteInWords } from './words.ts';

/** A plan written down, all but the words about it. */
export type Told = Omit<PlanDocument, 'summary'>;

/** Fewer samples than this say nothing of intervals and chances. */
const FEWEST_SAMPLES_FOR_CHANCE = 16;

/** Whether the plan's samples say how sure its figures are. */
export function saysHowSure({ engine }: Told): boolean {
  return engine.mode !== 'expected' && engine.samples >= FEWEST_SAMPLES_FOR_CHANCE;
}

/** The last month's interval in brackets; nothing where the plan does not know one. */
export function intervalInWords(plan: Told, series: SeriesRow): string {
  if (!saysHowSure(plan)) return '';
  const last = plan.months.length - 1;
  return ` (${fteInWords(series.p10[last] ?? 0)} to ${fteInWords(series.p90[last] ?? 0)} in 8 of 10 futures)`;
}

export function nationIn(plan: Told): Told['places'][number] {
  const nation = plan.places.find(({ parent }) => parent === null);
  return nation ?? { code: '*', name: 'The nation', tier: 'national', parent: null };
}

export function lastMonthInWords(plan: Told): string {
  return monthNamed(plan.months.at(-1) ?? '');
}

/** @param text `YYYY-MM` */
export function monthNamed(text: string): string {
  const month = parseMonth(text);
  return month === null ? text : monthInWords(month);
}
