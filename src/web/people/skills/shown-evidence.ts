// What a person shows for a skill, read from the form: its kind, and where or how it may be seen.
import { SHOWN_KINDS, type EvidenceKind } from '#pathways';
import type { FormProblem } from '../../shell/problem-summary.tsx';

export type ReadShown =
  | { readonly ok: true; readonly value: { readonly kind: EvidenceKind; readonly what: string } }
  | { readonly ok: false; readonly problems: readonly FormProblem[] };

export function shownIn(fields: Readonly<Record<string, string>>): ReadShown {
  const kind = SHOWN_KINDS.find((each) => each === fields['kind']);
  const what = fields['what'] ?? '';
  const problems = [
    ...(kind === undefined ? [{ field: 'kind', message: 'Choose what you show.' }] : []),
    ...(what.length < 3 || what.length > 2000
      ? [{ field: 'what', message: 'Say in a sentence where or how it can be seen.' }]
      : []),
  ];
  return kind === undefined || problems.length > 0 ? { ok: false, problems } : { ok: true, value: { kind, what } };
}
