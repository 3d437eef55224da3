// People in post as they are published, added up: by role and band, by place, and by role.
import { groupBy } from '#kernel';
import { subtreeOf, type PlaceTree, type StockRow } from '#workforce';
import type { Pack } from '../ports.ts';

/** People and their full-time equivalents; hidden where every group that is counted is too small to be shown. */
export type Count = { readonly people: number; readonly fte: number; readonly isHidden: boolean };

type Published = {
  readonly tree: PlaceTree;
  readonly pack: { readonly system: Pack['system'] } & Required<Pick<Pack, 'published'>>;
};

/** The published people of a place and of all below it: all that a page may say of people in post comes by here. */
export type StockShown = {
  readonly rows: readonly StockRow[];
  readonly countOf: (rows: readonly StockRow[]) => Count;
};

/** @param place code of a place that the reader may see */
export function stockShown({ pack, tree }: Published, place: string): StockShown {
  const within = new Set(subtreeOf(tree, place).map(({ code }) => code));
  const shown = new Set(
    pack.published.cells
      .filter(({ headcount }) => headcount.kind === 'shown')
      .map(({ place: at, role }) => `${at}\n${role}`),
  );
  return {
    rows: pack.system.stock.filter((row) => within.has(row.place)),
    countOf: (rows) => ({
      people: rows.reduce((sum, { headcount }) => sum + headcount, 0),
      fte: rows.reduce((sum, { fte }) => sum + fte, 0),
      isHidden: rows.length > 0 && rows.every((row) => !shown.has(`${row.place}\n${row.role}`)),
    }),
  };
}

/** @returns for each key its count, in the order in which keys first come */
export function countBy({ rows, countOf }: StockShown, keyOf: (row: StockRow) => string): ReadonlyMap<string, Count> {
  return new Map([...groupBy(rows, keyOf)].map(([key, group]) => [key, countOf(group)]));
}

export const NOBODY: Count = { people: 0, fte: 0, isHidden: false };
