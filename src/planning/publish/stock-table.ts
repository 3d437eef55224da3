// The published stock as a table: a row for each role in each place, small groups as an asterisk.
import { groupBy } from '#kernel';
import type { Pack } from '../ports.ts';

/** What stands where a number is hidden. */
export const HIDDEN = '*';

/** `headcount` and `fte` are what a reader sees, `*` where the group is small. FTE is that of the nation's mix of the
 *  role. `rule` names the rule that was kept to, with its version. */
export type PublishedStockRow = {
  readonly place: string;
  readonly role: string;
  readonly headcount: number | typeof HIDDEN;
  readonly fte: number | typeof HIDDEN;
  readonly source: string;
  readonly rule: string;
};

/** FTE are told to a tenth: published people are multiples of more than one. */
const FTE_STEPS = 10;

/** @param pack a published one
 *  @param within tells of a place whether the table is to hold it */
export function publishedStockTable(
  { system, published }: Pick<Pack, 'system'> & Required<Pick<Pack, 'published'>>,
  within: (place: string) => boolean,
): readonly PublishedStockRow[] {
  const rule = `${published.rule.name} ${published.rule.version}`;
  const rowsOf = groupBy(system.stock, ({ place, role }) => `${place}\n${role}`);
  return published.cells
    .filter(({ place }) => within(place))
    .map(({ place, role, headcount, source }) => {
      if (headcount.kind === 'hidden') return { place, role, headcount: HIDDEN, fte: HIDDEN, source, rule };
      const fte = (rowsOf.get(`${place}\n${role}`) ?? []).reduce((sum, row) => sum + row.fte, 0);
      return {
        place,
        role,
        headcount: headcount.people,
        fte: Math.round(fte * FTE_STEPS) / FTE_STEPS,
        source,
        rule,
      };
    });
}
