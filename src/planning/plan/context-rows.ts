// What stands beside the plan: published figures, hybrid roles taken apart, and the ambition of the scenario.
import { formatMonth, monthInWords } from '#kernel';
import { driverReader, type HealthSystem, type Role, type Scenario } from '#workforce';
import { estimateAt, findSeries, roundFte, type SeriesRow } from './figures.ts';
import type { PlanDocument } from './plan-document.ts';
import { fteInWords, percentInWords } from './words.ts';

/** Ours beside each published figure of the pack, read from the nation's series. */
export function comparisonRows(system: HealthSystem, rows: readonly SeriesRow[]): PlanDocument['comparisons'] {
  const nation = nationOf(system);
  return system.comparisons.flatMap(({ id, description, measure, month, value, source, note }) => {
    const series = findSeries(rows, { measure, place: nation });
    const index = month - system.baseMonth;
    if (series === undefined || index < 0 || index > system.horizonMonths) return [];
    return [
      { id, description, month: formatMonth(month), published: value, ours: estimateAt(series, index), source, note },
    ];
  });
}

/** Hybrid roles of the nation at the base month: whole posts, and what each profession has of them. */
export function hybridRows(system: HealthSystem): PlanDocument['hybrids'] {
  const names = new Map(system.professions.map(({ id, name }) => [id, name]));
  return system.roles.filter(isHybrid).map((role) => {
    const rows = system.stock.filter((row) => row.role === role.id);
    const postFte = rows.reduce((sum, row) => sum + row.fte, 0);
    return {
      role: role.id,
      headcount: rows.reduce((sum, row) => sum + row.headcount, 0),
      postFte: roundFte(postFte),
      shares: role.composition.map(({ profession, shareOfFte }) => ({
        profession,
        name: names.get(profession) ?? profession,
        fte: roundFte(postFte * shareOfFte),
      })),
    };
  });
}

/** Our share of all staff beside the scenario's ambition; null where the scenario has none. */
export function ambitionRow(
  system: HealthSystem,
  scenario: Scenario,
  rows: readonly SeriesRow[],
): PlanDocument['ambition'] {
  const { ambition } = scenario;
  if (ambition === null) return null;
  const nation = nationOf(system);
  const allStaffFte = driverReader(system)(nation, ambition.driver) ?? 0;
  const series = findSeries(rows, { measure: 'fte', place: nation });
  const index = Math.min(Math.max(ambition.by - system.baseMonth, 0), system.horizonMonths);
  if (series === undefined || allStaffFte <= 0) return null;
  const ours = estimateAt(series, index);
  const shareOf = (fte: number): number => Math.round((fte / allStaffFte) * 10_000) / 10_000;
  const lacking = ambition.share * allStaffFte - ours.mean;
  return {
    share: ambition.share,
    by: formatMonth(ambition.by),
    allStaffFte: roundFte(allStaffFte),
    ourShare: { mean: shareOf(ours.mean), p10: shareOf(ours.p10), p50: shareOf(ours.p50), p90: shareOf(ours.p90) },
    sentence:
      `${percentInWords(ambition.share)} of all staff by ${monthInWords(ambition.by)} would be ` +
      `${fteInWords(ambition.share * allStaffFte)} full-time posts; as things go it is ${percentInWords(shareOf(ours.mean))}, ` +
      (lacking > 0 ? `${fteInWords(lacking)} posts short of that.` : 'which meets it.'),
  };
}

export function isHybrid(role: Role): boolean {
  return role.composition.length > 1;
}

/** Share of the post's FTE that goes to digital professions, 0..1. */
export function digitalShareOfFte(system: HealthSystem, role: Role): number {
  const digital = new Set(system.professions.filter((profession) => profession.isDigital).map(({ id }) => id));
  return role.composition.reduce(
    (sum, { profession, shareOfFte }) => sum + (digital.has(profession) ? shareOfFte : 0),
    0,
  );
}

export function nationOf(system: HealthSystem): string {
  return system.places.find(({ parent }) => parent === null)?.code ?? '';
}
