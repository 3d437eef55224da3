// What a person says of two skills, as the form sends it.
import { MAPPING_KINDS, type SkillMapping } from '#pathways';
import type { MappingTerms } from '#service';
import type { FormProblem } from '../../shell/problem-summary.tsx';

export type MappingFields = Readonly<Record<string, string>>;

export function fieldsOfMapping({ kind, confidence, saidBy, note }: SkillMapping): MappingFields {
  return { kind, confidence: String(Math.round(confidence * 100)), saidBy: saidBy ?? '', note };
}

export type ReadMapping =
  | { readonly ok: true; readonly terms: MappingTerms }
  | { readonly ok: false; readonly problems: readonly FormProblem[] };

export function readMapping(fields: MappingFields): ReadMapping {
  const kind = MAPPING_KINDS.find((each) => each === fields['kind']);
  const [percent, saidBy, note] = [fields['confidence'] ?? '', fields['saidBy'] ?? '', fields['note'] ?? ''];
  const isPercent = /^\d{1,3}$/.test(percent) && Number(percent) >= 1 && Number(percent) <= 100;
  const problems: FormProblem[] = [
    ...(kind === undefined ? [{ field: 'kind', message: 'Choose how the first skill stands to the second.' }] : []),
    ...(isPercent
      ? []
      : [{ field: 'confidence', message: `How sure is a whole number from 1 to 100, and not “${percent}”.` }]),
    ...(saidBy === '' ? [{ field: 'saidBy', message: 'Name the role that stands behind it.' }] : []),
    ...(saidBy.length > 200 ? [{ field: 'saidBy', message: 'Name the role in at most 200 characters.' }] : []),
    ...(note.length > 2000 ? [{ field: 'note', message: 'Give the reason in at most 2,000 characters.' }] : []),
  ];
  if (kind === undefined || problems.length > 0) return { ok: false, problems };
  return { ok: true, terms: { kind, confidence: Number(percent) / 100, saidBy, note } };
}
