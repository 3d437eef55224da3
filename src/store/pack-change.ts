// Whether a change of the pack's files may be kept: the rule that the twin in memory and PostgreSQL share.
import { assert, type Problem } from '#kernel';
import type { PackChange } from '#service';
import { notFound, stale } from './refusals.ts';

/** A file as it last changed; a text of null where that was its removal. */
export type FileVersion = { readonly version: number; readonly text: string | null };

/** @param newest finds the file as it stands now, null where it never was
 *  @returns why nothing of the change may be kept, null where all of it may */
export function firstProblem(
  changes: readonly PackChange[],
  newest: (path: string) => FileVersion | null,
): Problem | null {
  assert(changes.length > 0, 'a new version of a pack changes one file or more');
  assert(new Set(changes.map(({ path }) => path)).size === changes.length, 'a new version changes each file once');
  for (const { path, text, madeFrom } of changes) {
    const there = newest(path);
    const found = there === null || there.text === null ? 0 : there.version;
    if (found !== madeFrom) return stale(path, { seen: madeFrom, found });
    if (text === null && found === 0) return notFound(path);
  }
  return null;
}
