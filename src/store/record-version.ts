// Whether a new version may follow the one that is there: the rule that the twin in memory and PostgreSQL share.
import type { Problem } from '#kernel';
import { duplicate, stale } from './refusals.ts';

/** @param path names the record: `commitment/ID`  @param seen the version that the change was made from, 0 for a new one
 *  @param found the newest version there, 0 where there is none */
export function versionProblem(
  path: string,
  versions: { readonly seen: number; readonly found: number },
): Problem | null {
  if (versions.seen === versions.found) return null;
  return versions.seen === 0 ? duplicate(path) : stale(path, versions);
}
