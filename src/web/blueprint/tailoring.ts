// Tailoring as the fields of a form: what is to be set or departed from, read to what the service keeps.
import { fail, parseMonth, ok, type Problem, type Result } from '#kernel';
import type { Requirement } from '#blueprint';
import { WHOLE_REQUIREMENT, type Tailoring } from '#service';
import type { FormProblem } from '../shell/problem-summary.tsx';

export type TailoringFields = Readonly<Record<string, string>>;

export type TailoringRead =
  | { readonly ok: true; readonly tailoring: Tailoring }
  | { readonly ok: false; readonly problems: readonly FormProblem[] };

/** Comply or explain: a departure names its reason, the office that agreed, and the month in which it lapses. */
export function readTailoring(requirement: Requirement, fields: TailoringFields): TailoringRead {
  const problems: FormProblem[] = [];
  const subject = fields['subject'] ?? '';
  const isWhole = subject === WHOLE_REQUIREMENT;
  const parameter = requirement.parameters.find(({ id }) => id === subject);
  if (!isWhole && subject !== 'matures' && parameter === undefined) {
    problems.push({ field: 'subject', message: 'Choose what is to be set.' });
  }
  const isForTime = isWhole || fields['kind'] === 'departure';
  const deviation = isForTime ? readDeviation(fields, problems) : null;
  const value = isWhole ? null : readValue(subject, fields['value'] ?? '');
  if (value !== null && !value.ok) {
    problems.push(...value.problems.map(({ message }) => ({ field: 'value', message })));
  }
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, tailoring: { subject, value: value?.ok === true ? value.value : null, deviation } };
}

function readDeviation(fields: TailoringFields, problems: FormProblem[]) {
  const [reason, approver] = [fields['reason'] ?? '', fields['approver'] ?? ''];
  const reviewBy = parseMonth(fields['reviewBy'] ?? '');
  if (reason === '') problems.push({ field: 'reason', message: 'Say why you depart from it.' });
  if (approver === '') problems.push({ field: 'approver', message: 'Name the office that agreed, never a person.' });
  if (reviewBy === null) problems.push({ field: 'reviewBy', message: 'Give the month in which it lapses as YYYY-MM.' });
  return reviewBy === null ? null : { reason, approver, reviewBy };
}

function readValue(subject: string, text: string): Result<number> {
  const value = subject === 'matures' ? parseMonth(text) : text === '' ? null : Number(text);
  if (value !== null && Number.isFinite(value)) return ok(value);
  return fail(wrongValue(subject, text));
}

function wrongValue(subject: string, text: string): Problem {
  const what = subject === 'matures' ? 'a month, YYYY-MM' : 'a number';
  return { code: 'schema', message: `'${text}' is not ${what}.`, path: 'value', hint: 'Correct the value.' };
}
