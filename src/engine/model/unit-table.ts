// Units: the places that hold people, their opening stock by row and age, and what becomes of them when places merge.
import { assert, hashText } from '#kernel';
import type { Month } from '#kernel';
import { spreadPhase, spreadWholeByAge } from '#workforce';
import type { HealthSystem, Place, PlaceTree, StockRow } from '#workforce';
import { rowIndex } from './row-table.ts';
import type { AgeAxis, RowTable, Unit } from './model.ts';

/** Opening people and FTE by row and age group, read from the stock table. */
export type GroupedStock = {
  /** Whole people, shape [row][group]. */
  readonly headcount: Float64Array;
  /** Whole FTE of their posts, shape [row][group]. */
  readonly fte: Float64Array;
};

export type UnitRequest = {
  readonly system: HealthSystem;
  readonly tree: PlaceTree;
  readonly ages: AgeAxis;
  readonly rows: RowTable;
  readonly seats: readonly Place[];
  /** Index of each place in the model. */
  readonly placeIndex: ReadonlyMap<string, number>;
};

/** One unit for each seat, without its schedule, in the order of the seats. */
export function unitTableOf(request: UnitRequest): readonly Omit<Unit, 'schedule'>[] {
  const { system, ages, rows, seats } = request;
  const byPlace = stockByPlace(system.stock);
  const size = { rows: rows.count, groups: ages.groupCount };
  const stocks = seats.map((seat) => groupedStock(system, byPlace.get(seat.code) ?? [], size));
  const everywhere = stocks.reduce(addStock, groupedStock(system, [], size));
  return seats.map((seat, index) => {
    const stock = stocks[index] ?? everywhere;
    const openingFte = rowTotals(stock.fte, size);
    return {
      code: seat.code,
      keyWord: hashText(seat.code),
      placeAt: placesOverTime(request, seat),
      headcount: singleYears(system, seat.code, stock.headcount),
      ftePerHead: ftePerHead(stock, everywhere, size),
      openingFte,
      stockedRows: Int32Array.from(rowTotals(stock.headcount, size).keys()).filter((row) =>
        stock.headcount.subarray(row * size.groups, (row + 1) * size.groups).some((people) => people > 0),
      ),
    };
  });
}

/** Where the people of a place are at a month: with the place itself, or with whoever has taken it over by then. */
export function holderAt(tree: PlaceTree, place: Place, month: Month): Place {
  let holder = place;
  for (let hops = 0; holder.to !== null && holder.to <= month; hops++) {
    const next = holder.successor === null ? undefined : tree.byCode.get(holder.successor);
    assert(next !== undefined, `place '${holder.code}' ends and names the place that takes over its people.`);
    assert(hops < tree.places.length, `the successors of place '${place.code}' do not lead back to it.`);
    holder = next;
  }
  return holder;
}

type Size = { readonly rows: number; readonly groups: number };

function stockByPlace(stock: readonly StockRow[]): ReadonlyMap<string, readonly StockRow[]> {
  const byPlace = new Map<string, StockRow[]>();
  for (const row of stock) {
    const rows = byPlace.get(row.place);
    if (rows === undefined) byPlace.set(row.place, [row]);
    else rows.push(row);
  }
  return byPlace;
}

function placesOverTime(request: UnitRequest, seat: Place): Int32Array {
  const { system, tree, placeIndex } = request;
  return Int32Array.from({ length: system.horizonMonths + 1 }, (_, step) => {
    const index = placeIndex.get(holderAt(tree, seat, system.baseMonth + step).code);
    assert(index !== undefined, `the place that takes over '${seat.code}' is in the model.`);
    return index;
  });
}

function groupedStock(system: HealthSystem, stock: readonly StockRow[], size: Size): GroupedStock {
  const headcount = new Float64Array(size.rows * size.groups);
  const fte = new Float64Array(size.rows * size.groups);
  for (const each of stock) {
    const row = rowIndex(system, each);
    const group = system.ageGroups.findIndex((ageGroup) => ageGroup.id === each.ageGroup);
    assert(
      row >= 0 && group >= 0,
      `stock of '${each.role}' band '${each.band}' is in a post and age group of the pack.`,
    );
    const cell = row * size.groups + group;
    headcount[cell] = (headcount[cell] ?? 0) + each.headcount;
    fte[cell] = (fte[cell] ?? 0) + each.fte;
  }
  return { headcount, fte };
}

function addStock(sum: GroupedStock, stock: GroupedStock): GroupedStock {
  return {
    headcount: sum.headcount.map((people, cell) => people + (stock.headcount[cell] ?? 0)),
    fte: sum.fte.map((fte, cell) => fte + (stock.fte[cell] ?? 0)),
  };
}

function rowTotals(cells: Float64Array, size: Size): Float64Array {
  return Float64Array.from({ length: size.rows }, (_, row) => sumOf(rowOf(cells, row, size)));
}

/** People by row and single year; each post of each place is spread in a phase of its own. */
function singleYears(system: HealthSystem, place: string, headcount: Float64Array): Float64Array {
  const groups = system.ageGroups.length;
  const posts = system.roles.flatMap((role) => role.bands.map((band) => ({ role: role.id, band })));
  const years = posts.map(({ role, band }, row) => {
    const counts = Array.from(headcount.subarray(row * groups, (row + 1) * groups));
    return spreadWholeByAge(system.ageGroups, counts, spreadPhase(place, role, band));
  });
  const width = years[0]?.length ?? 0;
  const cells = new Float64Array(posts.length * width);
  years.forEach((row, index) => cells.set(row, index * width));
  return cells;
}

/** FTE per head of each row and group in the unit; where nobody is, that of the row in the unit, of the row everywhere,
 *  and last of everyone. */
function ftePerHead(stock: GroupedStock, everywhere: GroupedStock, size: Size): Float64Array {
  const overall = ratio(sumOf(everywhere.fte), sumOf(everywhere.headcount)) ?? 1;
  const shares = new Float64Array(size.rows * size.groups);
  for (let row = 0; row < size.rows; row++) {
    const own = ratio(sumOf(rowOf(stock.fte, row, size)), sumOf(rowOf(stock.headcount, row, size)));
    const usual = ratio(sumOf(rowOf(everywhere.fte, row, size)), sumOf(rowOf(everywhere.headcount, row, size)));
    for (let group = 0; group < size.groups; group++) {
      const cell = row * size.groups + group;
      shares[cell] = ratio(stock.fte[cell] ?? 0, stock.headcount[cell] ?? 0) ?? own ?? usual ?? overall;
    }
  }
  return shares;
}

function rowOf(cells: Float64Array, row: number, size: Size): Float64Array {
  return cells.subarray(row * size.groups, (row + 1) * size.groups);
}

function ratio(fte: number, headcount: number): number | null {
  return headcount > 0 ? fte / headcount : null;
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
