// An assumption as the fields of a form, there and back: what was typed becomes a value, or a problem at its field.
import { formatMonth, parseMonth } from '#kernel';
import { SOURCE_KINDS, type Assumption, type AssumptionValue, type Distribution } from '#workforce';
import type { FormProblem } from '../shell/problem-summary.tsx';

/** What the fields hold, as text, by their names. */
export type AssumptionFields = Readonly<Record<string, string>>;

export const SPREADS = ['none', 'lognormal', 'normal', 'triangular', 'uniform'] as const;
export const RELIABILITIES = ['high', 'medium', 'low'] as const;

export function fieldsOf(assumption: Assumption): AssumptionFields {
  const { value, spread, kind, source, note, reliability, owner, reviewBy } = assumption;
  const numbers = spread === null ? {} : Object.fromEntries(Object.entries(spread).filter(([key]) => key !== 'kind'));
  return {
    value: valueText(value),
    spread: spread?.kind ?? 'none',
    ...Object.fromEntries(Object.entries(numbers).map(([key, number]) => [key, number === null ? '' : String(number)])),
    kind,
    source,
    note,
    reliability,
    owner,
    reviewBy: formatMonth(reviewBy),
  };
}

export type AssumptionRead =
  | { readonly ok: true; readonly assumption: Assumption }
  | { readonly ok: false; readonly problems: readonly FormProblem[] };

/** A revised assumption is signed off by nobody until its owner does so again. */
export function readFields(assumption: Assumption, fields: AssumptionFields): AssumptionRead {
  const problems: FormProblem[] = [];
  const value = readValue(assumption.value, fields['value'] ?? '', problems);
  const spread = readSpread(fields, problems);
  const kind = SOURCE_KINDS.find((known) => known === fields['kind']);
  if (kind === undefined) problems.push({ field: 'kind', message: 'Choose how the figure came to be.' });
  const reliability = RELIABILITIES.find((known) => known === fields['reliability']);
  if (reliability === undefined) problems.push({ field: 'reliability', message: 'Choose how reliable it is.' });
  const reviewBy = parseMonth(fields['reviewBy'] ?? '');
  if (reviewBy === null) problems.push({ field: 'reviewBy', message: 'Give the review month as YYYY-MM.' });
  const owner = fields['owner'] ?? '';
  if (owner === '') problems.push({ field: 'owner', message: 'Name the role that answers for it.' });
  if (value === null || kind === undefined || reliability === undefined || reviewBy === null || problems.length > 0) {
    return { ok: false, problems };
  }
  const note = fields['note'] ?? '';
  const source = fields['source'] ?? '';
  const revised = { ...assumption, value, spread, kind, source, note, reliability, owner, signedOffBy: null, reviewBy };
  return { ok: true, assumption: revised };
}

function valueText(value: AssumptionValue): string {
  switch (value.kind) {
    case 'scalar':
      return String(value.value);
    case 'dated':
      return value.steps.map((step) => `${formatMonth(step.from)}: ${step.value}`).join('\n');
    case 'table':
      return value.cells.map(({ at, value: cell }) => `${at.join(', ')}: ${cell}`).join('\n');
  }
}

/** Lines as they were shown: a number alone, `YYYY-MM: number`, or `member, member: number`. */
function readValue(before: AssumptionValue, text: string, problems: FormProblem[]): AssumptionValue | null {
  if (before.kind === 'scalar') {
    const value = readNumber(text);
    if (value === null) problems.push({ field: 'value', message: `'${text}' is not a number.` });
    return value === null ? null : { kind: 'scalar', value };
  }
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const rows = lines.map((line) => {
    const at = line.lastIndexOf(':');
    return { line, name: line.slice(0, Math.max(0, at)).trim(), value: readNumber(line.slice(at + 1)) };
  });
  for (const row of rows.filter(({ value }) => value === null)) {
    problems.push({ field: 'value', message: `'${row.line}' does not end in a colon and a number.` });
  }
  if (rows.length === 0) problems.push({ field: 'value', message: 'Give one value or more, one on each line.' });
  if (before.kind === 'table') {
    const cells = rows.map(({ name, value }) => ({
      at: name.split(',').map((member) => member.trim()),
      value: value ?? 0,
    }));
    return { kind: 'table', axes: before.axes, cells };
  }
  const steps = rows.map(({ line, name, value }) => {
    const from = parseMonth(name);
    if (from === null) problems.push({ field: 'value', message: `'${line}' does not begin with a month, YYYY-MM.` });
    return { from: from ?? 0, value: value ?? 0 };
  });
  return { kind: 'dated', steps };
}

function readSpread(fields: AssumptionFields, problems: FormProblem[]): Distribution | null {
  const number = (name: string, isNeeded: boolean): number => {
    const value = readNumber(fields[name] ?? '');
    if (value === null && (isNeeded || (fields[name] ?? '') !== '')) {
      problems.push({ field: name, message: `The range needs a number for ‘${name}’.` });
    }
    return value ?? 0;
  };
  const optional = (name: string) => ((fields[name] ?? '') === '' ? null : number(name, false));
  switch (fields['spread']) {
    case 'lognormal':
      return { kind: 'lognormal', p10: number('p10', true), p90: number('p90', true) };
    case 'normal':
      return {
        kind: 'normal',
        mean: number('mean', true),
        sd: number('sd', true),
        low: optional('low'),
        high: optional('high'),
      };
    case 'triangular':
      return { kind: 'triangular', low: number('low', true), mode: number('mode', true), high: number('high', true) };
    case 'uniform':
      return { kind: 'uniform', low: number('low', true), high: number('high', true) };
    default:
      return null;
  }
}

function readNumber(text: string): number | null {
  const trimmed = text.trim();
  const value = Number(trimmed);
  return trimmed === '' || !Number.isFinite(value) ? null : value;
}
