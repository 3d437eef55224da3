// Open findings, risks and actions of a place, as sections of a page.
import type { BlueprintRecords, Finding, Severity } from '#blueprint';
import { formatMonth, type Month } from '#kernel';
import { plainRows, text, type PageSection } from './blueprint-page.ts';
import type { BlueprintView } from './blueprint-view.ts';

export type OpenRecords = Pick<BlueprintRecords, 'findings' | 'risks' | 'actions'>;

/** What is recorded of the view's places and open in its month; by weight, then by date. */
export function openRecords({ pack, codes, month }: BlueprintView): OpenRecords {
  const { findings, risks, actions } = pack.records;
  const isHere = ({ place }: { readonly place: string }): boolean => codes.has(place);
  return {
    findings: findings
      .filter((each) => isHere(each) && isOpen(each, month))
      .toSorted((a, b) => weightOf(b.severity) - weightOf(a.severity) || a.raised - b.raised),
    risks: risks
      .filter(isHere)
      .toSorted(
        (a, b) =>
          weightOf(b.likelihood) * weightOf(b.impact) - weightOf(a.likelihood) * weightOf(a.impact) ||
          a.reviewBy - b.reviewBy,
      ),
    actions: actions
      .filter((each) => isHere(each) && (each.done === null || each.done > month))
      .toSorted((a, b) => a.due - b.due),
  };
}

export function recordSections(view: BlueprintView, records: OpenRecords): readonly PageSection[] {
  return [findingSection(view, records), riskSection(view, records), actionSection(view, records)];
}

function isOpen({ raised, closed }: Finding, month: Month): boolean {
  return raised <= month && (closed === null || month < closed);
}

function weightOf(severity: Severity): number {
  return { low: 1, medium: 2, high: 3 }[severity];
}

function findingSection({ nameOf }: BlueprintView, { findings }: OpenRecords): PageSection {
  return {
    id: 'findings',
    heading: 'Open findings',
    introduction: 'The gravest first. A requirement with an open finding is not met.',
    columns: ['Finding', 'Severity', 'Requirement', 'Place', 'Raised'].map(text),
    groups: plainRows(
      findings.map((each) => [
        each.summary,
        each.severity,
        each.requirement,
        nameOf.place(each.place),
        formatMonth(each.raised),
      ]),
    ),
    whenEmpty: 'No finding is recorded as open.',
  };
}

function riskSection({ nameOf, month }: BlueprintView, { risks }: OpenRecords): PageSection {
  return {
    id: 'risks',
    heading: 'Risks',
    introduction: 'The greatest first, by likelihood and impact together.',
    columns: ['Risk', 'Likelihood', 'Impact', 'Requirement', 'Place', 'Owner', 'Review by'].map(text),
    groups: plainRows(
      risks.map((each) => [
        each.summary,
        each.likelihood,
        each.impact,
        each.requirement,
        nameOf.place(each.place),
        each.owner,
        dated(each.reviewBy, month),
      ]),
    ),
    whenEmpty: 'No risk is recorded.',
  };
}

function actionSection({ nameOf, month, pack }: BlueprintView, { actions }: OpenRecords): PageSection {
  const channels = new Map(pack.system.channels.map(({ id, name }) => [id, name]));
  return {
    id: 'actions',
    heading: 'Open actions',
    introduction:
      'By the month they are due. Where an action names a channel of supply, the starts of the plan in that channel carry it out; the report of a plan says how many.',
    columns: ['Action', 'Requirement', 'Place', 'Owner', 'Due', 'Answers', 'Carried out by'].map(text),
    groups: plainRows(
      actions.map((each) => [
        each.summary,
        each.requirement,
        nameOf.place(each.place),
        each.owner,
        dated(each.due, month),
        each.answers ?? '–',
        each.channel === null ? '–' : (channels.get(each.channel) ?? each.channel),
      ]),
    ),
    whenEmpty: 'No action is recorded as open.',
  };
}

function dated(month: Month, now: Month): string {
  return month < now ? `${formatMonth(month)}, overdue` : formatMonth(month);
}
