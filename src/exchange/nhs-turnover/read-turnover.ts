// Reads the official turnover file: bytes in, what it says of each organisation out, or every reason to refuse it.
import { fail, formatMonth, ok, type Result } from '#kernel';
import type { OrganisationStatistics } from '#planning';
import { checkOrganisations } from './check-organisations.ts';
import { createComplaints } from './complaints.ts';
import { collectOrganisations, type Collected } from './collect-organisations.ts';
import { type Measure, MEASURES, SPLIT_BY } from './layout.ts';
import { parseRows } from './parse-rows.ts';
import { readText } from './read-text.ts';

/** @param file name of the file for messages   @param bytes the whole file
 *  @returns a failure with each problem's `file:line:column` unless the file is whole and sound */
export function readNhsTurnover(file: string, bytes: Uint8Array): Result<OrganisationStatistics> {
  const collected = collectTurnover(file, bytes);
  return collected.ok ? ok(statisticsOf(collected.value, file)) : collected;
}

/** The organisations of the file with all four counts of each staff group. */
export function collectTurnover(file: string, bytes: Uint8Array): Result<Collected> {
  const complaints = createComplaints(file);
  const text = readText(bytes, complaints);
  const rows = text === null ? [] : parseRows(text, complaints);
  const collected = complaints.isEmpty() ? collectOrganisations(rows, complaints) : null;
  if (collected !== null && complaints.isEmpty()) checkOrganisations(collected, complaints);
  return collected !== null && complaints.isEmpty() ? ok(collected) : fail(...complaints.toProblems());
}

function statisticsOf(collected: Collected, file: string): OrganisationStatistics {
  const month = formatMonth(collected.month);
  return {
    month: collected.month,
    source: {
      id: `nhs-turnover-organisations-${month}`,
      title: `NHS Workforce Statistics, turnover benchmarking by organisation and staff group, month to the end of ${month}`,
      publisher: 'NHS England',
      date: month,
      kind: 'official',
      licence: 'OGL-UK-3.0',
    },
    drivers: MEASURES.map(({ id, unit, description }) => ({ id, unit, description })),
    splitBy: SPLIT_BY,
    organisations: collected.organisations.map((organisation) => ({
      code: organisation.code,
      name: organisation.name,
      kind: organisation.kind,
      system: organisation.system,
      region: organisation.region,
      values: new Map(MEASURES.map((measure) => [measure.id, valueOf(measure, organisation)])),
      path: `${file}:${organisation.line}:1`,
    })),
  };
}

function valueOf(measure: Measure, organisation: Collected['organisations'][number]): number {
  const { of } = measure;
  switch (of.kind) {
    case 'staff': {
      const count = organisation.counts.end.get(of.group);
      return (of.column === 'HC' ? count?.headcount : count?.fte) ?? 0;
    }
    case 'cluster':
      return of.clusters.includes(organisation.cluster) ? 1 : 0;
    case 'at-least':
      return (organisation.counts.end.get(of.group)?.fte ?? 0) >= of.fte ? 1 : 0;
  }
}
