// What is published of the people in post: one count for each role in each place.
import { publishCount, type DisclosureRule, type PublishedCount } from '#disclosure';
import { groupBy } from '#kernel';
import { leavesWithStock, type HealthSystem } from '#workforce';

/** The people of one role in one place, all bands and ages together; places and roles where nobody is in post are left
 *  out. */
export type PublishedCell = {
  readonly place: string;
  readonly role: string;
  readonly headcount: PublishedCount;
  /** Id of the first source of their rows. */
  readonly source: string;
};

/** What stands for a pack's stock once it is published, and the rule by which it was. */
export type PublishedStock = { readonly rule: DisclosureRule; readonly cells: readonly PublishedCell[] };

/** @returns cells role by role, and in each the places in the order of the tree */
export function publishCells(system: HealthSystem, rule: DisclosureRule): readonly PublishedCell[] {
  const rowsOf = groupBy(system.stock, ({ place, role }) => `${place}\n${role}`);
  const places = leavesWithStock(system);
  return system.roles.flatMap(({ id: role }) =>
    places.flatMap(({ code: place }) => {
      const rows = rowsOf.get(`${place}\n${role}`) ?? [];
      const people = rows.reduce((sum, { headcount }) => sum + headcount, 0);
      const source = rows[0]?.source ?? '';
      return people === 0 ? [] : [{ place, role, headcount: publishCount(rule, people), source }];
    }),
  );
}
