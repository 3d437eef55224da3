// Which requirements a selection keeps: those named, those that are locked, and the parents of both.
import type { Requirement } from '../catalogue.ts';

/** @param selects ids of requirements; ids that are not among the requirements keep nothing
 *  @returns the ids of the requirements that stay */
export function keptBy(selects: readonly string[], requirements: readonly Requirement[]): ReadonlySet<string> {
  const byId = new Map(requirements.map((each) => [each.id, each]));
  const kept = new Set<string>();
  const locked = requirements.filter((each) => each.lock !== 'free').map((each) => each.id);
  for (const start of [...selects, ...locked]) {
    // A parent that is kept has had its own parents kept with it, so the climb may stop there.
    for (let each = byId.get(start); each !== undefined && !kept.has(each.id);) {
      kept.add(each.id);
      each = each.parent === null ? undefined : byId.get(each.parent);
    }
  }
  return kept;
}
