// Figures as the document holds them: rounded once, here, so that every face shows the same.
import type { Series } from '#engine';
import { quantileOfSorted } from '#kernel';
import type { PlanDocument } from './plan-document.ts';

export type Estimate = PlanDocument['requirements'][number]['demandFteAtMaturity'];
export type SeriesRow = PlanDocument['series'][number];

/** Hundredths of a post, whole pounds: finer than anybody plans, coarse enough that no rounding error of a sum shows. */
export function seriesRow(series: Series): SeriesRow {
  const round = series.measure === 'costGbp' ? Math.round : roundFte;
  const rounded = (values: Float64Array): number[] => Array.from(values, (value) => round(value) + 0);
  return {
    measure: series.measure,
    place: series.place,
    role: series.role,
    family: series.family,
    band: series.band,
    mean: rounded(series.mean),
    p10: rounded(series.p10),
    p50: rounded(series.p50),
    p90: rounded(series.p90),
  };
}

/** @param samples FTE, shape [sample] */
export function estimateOf(samples: Float64Array): Estimate {
  const sorted = samples.toSorted();
  return {
    mean: roundFte(samples.reduce((sum, value) => sum + value, 0) / samples.length),
    p10: roundFte(quantileOfSorted(sorted, 0.1)),
    p50: roundFte(quantileOfSorted(sorted, 0.5)),
    p90: roundFte(quantileOfSorted(sorted, 0.9)),
  };
}

/** A cell of a series as an estimate. */
export function estimateAt(row: SeriesRow, index: number): Estimate {
  return { mean: row.mean[index] ?? 0, p10: row.p10[index] ?? 0, p50: row.p50[index] ?? 0, p90: row.p90[index] ?? 0 };
}

/** Finds the series of a measure in a place: of all roles, or of the one family, role or band that is named. */
export function findSeries(rows: readonly SeriesRow[], wanted: WantedSeries): SeriesRow | undefined {
  const { measure, place, family = '*', role = '*', band = '*' } = wanted;
  return rows.find(
    (row) =>
      row.measure === measure && row.place === place && row.family === family && row.role === role && row.band === band,
  );
}

export type WantedSeries = {
  readonly measure: SeriesRow['measure'];
  readonly place: string;
  readonly family?: string;
  readonly role?: string;
  readonly band?: string;
};

export function roundFte(fte: number): number {
  return Math.round(fte * 100) / 100 + 0;
}

/** Chances to four places: more than any number of samples can tell. */
export function roundChance(chance: number): number {
  return Math.round(chance * 10_000) / 10_000;
}
