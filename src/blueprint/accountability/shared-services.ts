// Shared posts and services: who provides what to whom, what is inherited, and what stays local.
import { groupBy } from '#kernel';
import type { Month } from '#kernel';
import { isInForce } from '../records/statement.ts';
import type { Means, Statement } from '../records/statement.ts';
import { providerOf } from './claims.ts';

export type SharedService = {
  /** Code of the providing place, or name of the supplier. */
  readonly provider: string;
  readonly requirement: string;
  readonly by: Means;
  /** Places that inherit it, in order, each with what it still does itself. */
  readonly inheritedBy: readonly { readonly place: string; readonly share: number; readonly staysLocal: string }[];
  /** What is provided, in the words of the statements, each wording once. */
  readonly provides: readonly string[];
};

/** By provider and then by requirement; a place's own posts are not shared and do not appear. */
export function sharedServices(statements: readonly Statement[], month: Month): readonly SharedService[] {
  const shared = statements.filter((each) => each.by !== 'own-post' && isInForce(each, month));
  const groups = groupBy(shared, (each) => JSON.stringify([providerOf(each), each.requirement, each.by]));
  return [...groups]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .flatMap(([, group]) => {
      const first = group[0];
      if (first === undefined) return [];
      return {
        provider: providerOf(first),
        requirement: first.requirement,
        by: first.by,
        inheritedBy: group
          .map(({ place, share, staysLocal }) => ({ place, share, staysLocal }))
          .sort((a, b) => (a.place < b.place ? -1 : 1)),
        provides: [...new Set(group.map((each) => each.provides))].sort(),
      };
    });
}
