// The one door of publication: a pack whose stock may be read by anybody, since no small group can be read from it.
import { groupBy } from '#kernel';
import type { StockRow } from '#workforce';
import { splitStock } from '../import/split-stock.ts';
import type { Pack } from '../ports.ts';
import { publishCells, type PublishedCell } from './published-cells.ts';
import { mixOfRole, shownRows, type MixQuestion } from './role-mix.ts';

/** A pack whose stock holds what is published and nothing else. Whatever is made from it, a projection, a plan, an
 *  explanation or a table, tells of no group more than `published.cells` do, however many of them are laid side by side.
 *  Each published count is spread over bands and ages as its role is in the nation.
 *  @source docs/model/disclosure.md */
export function publishPack(pack: Pack): Pack & Required<Pick<Pack, 'published'>> {
  const { system, disclosure: rule, locations } = pack;
  const cells = publishCells(system, rule);
  const shown = shownRows(system, rule);
  const stock = [...groupBy(cells, ({ role }) => role)].flatMap(([role, own]) =>
    stockOfRole({ system, shown, rule, role }, own),
  );
  return {
    ...pack,
    system: { ...system, stock },
    locations: new Map([...locations].filter(([thing]) => !thing.startsWith('stock/'))),
    published: { rule, cells },
  };
}

function stockOfRole(
  asked: Omit<MixQuestion, 'people' | 'source'>,
  own: readonly PublishedCell[],
): readonly StockRow[] {
  const cells = own.filter(({ headcount }) => headcount.people > 0);
  const people = cells.reduce((sum, { headcount }) => sum + headcount.people, 0);
  if (people === 0) return [];
  const mix = mixOfRole({ ...asked, people, source: cells[0]?.source ?? '' });
  return splitStock(
    mix,
    cells.map(({ place, headcount }) => ({ code: place, weight: headcount.people })),
  );
}
