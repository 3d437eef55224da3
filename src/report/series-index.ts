// Finds the series of a plan by what they measure and whom they are about.
import type { PlanDocument } from '#planning';

export type PlanSeries = PlanDocument['series'][number];

/** A figure with its interval: eight times in ten it lies between p10 and p90. */
export type Estimate = { readonly mean: number; readonly p10: number; readonly p50: number; readonly p90: number };

/** Series by measure, place and family, over all roles and bands. */
export type SeriesIndex = {
  /** @returns the series, or null where the plan does not hold it */
  readonly find: (key: SeriesKey) => PlanSeries | null;
};

/** @property family a family's id, or `*` for all */
export type SeriesKey = { readonly measure: PlanSeries['measure']; readonly place: string; readonly family: string };

export function indexSeries(series: readonly PlanSeries[]): SeriesIndex {
  const byKey = new Map<string, PlanSeries>();
  for (const one of series) {
    if (one.role === '*' && one.band === '*') byKey.set(textOf(one), one);
  }
  return { find: (key) => byKey.get(textOf(key)) ?? null };
}

/** The estimate at one month; zeros where there is no series, for then nobody is asked for and nobody is there. */
export function estimateAt(series: PlanSeries | null, monthIndex: number): Estimate {
  return {
    mean: series?.mean[monthIndex] ?? 0,
    p10: series?.p10[monthIndex] ?? 0,
    p50: series?.p50[monthIndex] ?? 0,
    p90: series?.p90[monthIndex] ?? 0,
  };
}

function textOf(key: SeriesKey): string {
  return JSON.stringify([key.measure, key.place, key.family]);
}
