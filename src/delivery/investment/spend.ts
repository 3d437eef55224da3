// Money of business cases: spent against planned by year and place, what serves a standard, and what ends.
import { financialYearOf } from '#kernel';
import { monthOf } from '../record-fields.ts';
import type { BusinessCaseRecord } from './business-case-record.ts';

export type SpendLine = {
  readonly place: string;
  /** Financial year from April. */
  readonly year: number;
  readonly plannedGbp: number;
  readonly spentGbp: number;
  /** Of what was planned, for a requirement and a standard of it. */
  readonly alignedGbp: number;
};

/** By place that holds the money and year, in that order; cases that were refused or withdrawn plan nothing. */
export function spendAgainstPlan(cases: readonly BusinessCaseRecord[], knows: StandardsOf): readonly SpendLine[] {
  const lines = new Map<string, SpendLine>();
  const add = (place: string, year: number, more: Partial<SpendLine>) => {
    const key = `${place}\n${year}`;
    const line = lines.get(key) ?? { place, year, plannedGbp: 0, spentGbp: 0, alignedGbp: 0 };
    lines.set(key, {
      ...line,
      plannedGbp: line.plannedGbp + (more.plannedGbp ?? 0),
      spentGbp: line.spentGbp + (more.spentGbp ?? 0),
      alignedGbp: line.alignedGbp + (more.alignedGbp ?? 0),
    });
  };
  for (const each of cases) {
    const isAligned = flawOfCase(each, knows) === null;
    const isPlanned = each.state !== 'refused' && each.state !== 'withdrawn';
    for (const { year, amountGbp } of isPlanned ? each.planned : []) {
      add(each.place, year, { plannedGbp: amountGbp, alignedGbp: isAligned ? amountGbp : 0 });
    }
    for (const { month, amountGbp } of each.spent) {
      add(each.place, financialYearOf(monthOf(month)), { spentGbp: amountGbp });
    }
  }
  return [...lines.values()].toSorted((one, other) =>
    one.place === other.place ? one.year - other.year : one.place < other.place ? -1 : 1,
  );
}

/** Standards of each requirement that applies. */
export type StandardsOf = ReadonlyMap<string, readonly string[]>;

/** @returns why a case does not serve the blueprint, in words; null where it does */
export function flawOfCase(record: BusinessCaseRecord, knows: StandardsOf): string | null {
  if (record.requirement === null) return `'${record.title}' names no requirement`;
  const standards = knows.get(record.requirement);
  if (standards === undefined) return `'${record.title}' names '${record.requirement}', which applies nowhere`;
  if (!record.standards.some((each) => standards.includes(each))) {
    return `'${record.title}' names no standard that '${record.requirement}' is to meet`;
  }
  if (record.outcomes.length === 0) return `'${record.title}' names no outcome`;
  return null;
}

export type Disinvestment = {
  readonly title: string;
  readonly place: string;
  readonly what: string;
  readonly fromMonth: string;
  readonly savesGbpPerYear: number;
};

/** What ends, the earliest first. */
export function disinvestments(cases: readonly BusinessCaseRecord[]): readonly Disinvestment[] {
  return cases
    .flatMap(({ title, place, disinvests }) => disinvests.map((each) => ({ title, place, ...each })))
    .toSorted((one, other) => monthOf(one.fromMonth) - monthOf(other.fromMonth));
}
