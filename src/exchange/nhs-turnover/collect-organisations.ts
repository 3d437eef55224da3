// From single rows to organisations: what the file says of each, once and without contradiction.
import type { Month } from '#kernel';
import { type Complaints, quoted } from './complaints.ts';
import { type Column, type RowType, TYPES } from './layout.ts';
import type { Row } from './parse-rows.ts';

/** People counted in one row. */
export type Count = { readonly headcount: number; readonly fte: number; readonly line: number };

export type CollectedOrganisation = {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly cluster: string;
  readonly system: Row['system'];
  readonly region: Row['region'];
  /** Line of its first row. */
  readonly line: number;
  /** Staff group → people, for each of the four counts. */
  readonly counts: { readonly [type in RowType]: ReadonlyMap<string, Count> };
};

export type Collected = { readonly month: Month; readonly organisations: readonly CollectedOrganisation[] };

/** @returns organisations in the order of their codes; null where the file has no row */
export function collectOrganisations(rows: readonly Row[], complaints: Complaints): Collected | null {
  const [first] = rows;
  if (first === undefined) return null;
  const facts = new Map<string, { readonly value: string; readonly line: number }>();
  const organisations = new Map<string, Draft>();
  for (const row of rows) {
    for (const fact of factsOf(row)) checkFact(facts, { ...fact, line: row.line }, complaints);
    const draft = organisations.get(row.organisation.code) ?? newDraft(row);
    organisations.set(row.organisation.code, draft);
    addCount(draft, row, complaints);
  }
  const ordered = [...organisations.values()].toSorted((one, other) => (one.code < other.code ? -1 : 1));
  return { month: first.month, organisations: ordered };
}

type Draft = CollectedOrganisation & { readonly counts: { readonly [type in RowType]: Map<string, Count> } };

function newDraft({ organisation, kind, cluster, system, region, line }: Row): Draft {
  const counts = { start: new Map(), end: new Map(), joiners: new Map(), leavers: new Map() };
  return { ...organisation, kind, cluster, system, region, line, counts };
}

type Fact = { readonly about: string; readonly column: Column; readonly value: string };

/** What is true of a thing wherever the file names it. */
function factsOf({ organisation, system, region, kind, cluster, month }: Row): readonly Fact[] {
  const body = `organisation ${organisation.code}`;
  return [
    { about: 'the file', column: 'PERIOD', value: String(month) },
    { about: `region ${region.code}`, column: 'NHSE_REGION_NAME', value: region.name },
    { about: `system ${system.code}`, column: 'ICS_NAME', value: system.name },
    { about: `system ${system.code}`, column: 'NHSE_REGION_CODE', value: region.code },
    { about: body, column: 'ICS_CODE', value: system.code },
    { about: body, column: 'REPORTING_ORG_NAME', value: organisation.name },
    { about: body, column: 'CLUSTER_GROUP', value: cluster },
    { about: body, column: 'BENCHMARK_GROUP', value: kind },
  ];
}

function checkFact(
  facts: Map<string, { readonly value: string; readonly line: number }>,
  fact: Fact & { readonly line: number },
  complaints: Complaints,
): void {
  const key = `${fact.about}\n${fact.column}`;
  const known = facts.get(key);
  if (known === undefined) facts.set(key, fact);
  if (known === undefined || known.value === fact.value) return;
  const isPeriod = fact.column === 'PERIOD';
  complaints.add({
    code: isPeriod ? 'inconsistent' : 'overlap',
    line: fact.line,
    column: 1,
    message: isPeriod
      ? `PERIOD is another month than on line ${known.line}; a file is of one month`
      : `${fact.column} of ${fact.about} is ${quoted(fact.value)} here and ${quoted(known.value)} on line ${known.line}; it has one`,
    hint: isPeriod
      ? 'Import one month at a time.'
      : 'Import the file as published; if it was published like this, ask the publisher which is right.',
  });
}

function addCount(draft: Draft, row: Row, complaints: Complaints): void {
  const counts = draft.counts[row.type];
  const known = counts.get(row.group);
  if (known === undefined) {
    counts.set(row.group, { headcount: row.headcount, fte: row.fte, line: row.line });
    return;
  }
  complaints.add({
    code: 'duplicate',
    line: row.line,
    column: 1,
    message: `${row.organisation.code}, ${TYPES[row.type]}, ${quoted(row.group)} stands here and on line ${known.line}; each stands once`,
    hint: 'Delete the copy, or download the file again.',
  });
}
