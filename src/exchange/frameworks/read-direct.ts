// Reads the DIRECT skills list: skills in competencies, with the graph of those it calls related.
import { fail, ok, type Result } from '#kernel';
import type { Framework, FrameworkSkill } from '#pathways';
import { createComplaints, quoted } from '../nhs-turnover/complaints.ts';
import { readSheet } from './framework-sheet.ts';
import type { FrameworkTerms } from './framework-terms.ts';

const COLUMNS = ['slug', 'name', 'competency', 'domain', 'related'] as const;

/** DIRECT has no roles: its levels are the same four as elsewhere, and stand for any skill.
 *  @returns the framework, or every fault with its `file:line:column` */
export function readDirect(
  { file, bytes }: { readonly file: string; readonly bytes: Uint8Array },
  terms: FrameworkTerms,
): Result<Framework> {
  const complaints = createComplaints(file);
  const rows = readSheet(bytes, COLUMNS, complaints);
  const slugs = new Set(rows.map(({ cell }) => cell('slug')));
  const seen = new Set<string>();
  let lost = 0;
  const skills = rows.map(({ cell, complain }): FrameworkSkill => {
    const id = cell('slug');
    if (!/^[a-z0-9][a-z0-9-]*$/.test(id)) {
      complain('slug', {
        code: 'schema',
        message: `slug is ${quoted(id)}; it is lower-case words with dashes between`,
      });
    }
    if (seen.has(id)) {
      complain('slug', { code: 'duplicate', message: `slug is ${quoted(id)}, which stands on an earlier row too` });
    }
    seen.add(id);
    const named = cell('related')
      .split('|')
      .filter((other) => other !== '' && other !== id);
    const related = [...new Set(named)].filter((other) => slugs.has(other));
    lost += named.length - related.length;
    return { id, name: cell('name'), group: cell('competency') || null, related };
  });
  if (!complaints.isEmpty()) return fail(...complaints.toProblems());
  const notes = lost > 0 ? [`${lost} relations lead to skills that the file does not list, and were left out.`] : [];
  return ok({ ...terms, notes, skills, roles: [] });
}
