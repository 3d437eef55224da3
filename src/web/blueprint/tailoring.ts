// Tailoring as a change of a place's own profile: a value set for good, a departure for a time, or one of them undone.
import { fail, parseMonth, ok, type Problem, type Result } from '#kernel';
import type { Profile, Requirement } from '#blueprint';
import type { FormProblem } from '../shell/problem-summary.tsx';

export type TailoringFields = Readonly<Record<string, string>>;

/** What a departure from a whole requirement is called in the form. */
export const WHOLE = '*';

export type TailoringOrder = {
  readonly requirement: Requirement;
  readonly profile: Profile;
  readonly fields: TailoringFields;
};

/** The place's own profile, or a new one that says nothing yet. */
export function profileOf(
  profiles: readonly Profile[],
  place: { readonly code: string; readonly name: string },
): Profile {
  const own = profiles.find(({ scope }) => 'place' in scope && scope.place === place.code);
  return (
    own ?? {
      id: `place-${place.code.toLowerCase()}`,
      title: `What ${place.name} has set for itself`,
      scope: { place: place.code },
      imports: [],
      selects: null,
      excludes: [],
      sets: [],
      adds: [],
    }
  );
}

export type Tailored =
  | { readonly ok: true; readonly profile: Profile; readonly told: string }
  | { readonly ok: false; readonly problems: readonly FormProblem[] };

/** Comply or explain: a departure names its reason, the office that agreed, and the month in which it lapses. */
export function tailor({ requirement, profile, fields }: TailoringOrder): Tailored {
  const problems: FormProblem[] = [];
  const subject = fields['subject'] ?? '';
  const isWhole = subject === WHOLE;
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
  const rest = without(profile, requirement.id, subject);
  if (isWhole) {
    if (deviation === null) return { ok: false, problems: [{ field: 'reason', message: 'Say why.' }] };
    const excludes = [...rest.excludes, { requirement: requirement.id, deviation }];
    return { ok: true, profile: { ...rest, excludes }, told: `departs from ${requirement.id} for a time` };
  }
  const number = value?.ok === true ? value.value : 0;
  const set = {
    requirement: requirement.id,
    parameter: subject,
    value: { kind: 'number', value: number },
    deviation,
  } as const;
  return { ok: true, profile: { ...rest, sets: [...rest.sets, set] }, told: `set ${subject} of ${requirement.id}` };
}

/** The profile without what it says of one subject of one requirement. */
export function without(profile: Profile, requirement: string, subject: string): Profile {
  return {
    ...profile,
    excludes: profile.excludes.filter((each) => !(each.requirement === requirement && subject === WHOLE)),
    sets: profile.sets.filter((each) => !(each.requirement === requirement && each.parameter === subject)),
  };
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
