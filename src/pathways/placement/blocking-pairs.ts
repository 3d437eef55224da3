// Blocking pairs: a person and a place who would both rather have each other than what a placement gives them.
import { listOf, placeOrder } from './deferred-acceptance.ts';
import type { PlacementTable } from './placement-table.ts';

export type BlockingPair = { readonly person: string; readonly place: string };

/** Looks at every pair anew, whatever made the placement.
 *  @param seatOf place of each person, UNPLACED for none
 *  @returns none for a stable placement */
export function blockingPairs(table: PlacementTable, seatOf: Int32Array): readonly BlockingPair[] {
  const order = placeOrder(table);
  const worst = table.places.map((_, place) => leastWanted(seatOf, place, order));
  const taken = table.places.map((_, place) => seatOf.filter((seat) => seat === place).length);
  return table.people.flatMap(({ id }, person) => {
    const list = listOf(table, person);
    const now = list.indexOf(seatOf[person] ?? -1);
    return list
      .slice(0, now < 0 ? list.length : now)
      .filter((place) => {
        if ((taken[place] ?? 0) < (table.open[place] ?? 0)) return true;
        const last = worst[place] ?? -1;
        return last >= 0 && order(place, person, last) < 0;
      })
      .map((place) => ({ person: id, place: table.places[place]?.id ?? '' }));
  });
}

function leastWanted(seatOf: Int32Array, place: number, order: ReturnType<typeof placeOrder>): number {
  let last = -1;
  seatOf.forEach((seat, person) => {
    if (seat === place && (last < 0 || order(place, person, last) > 0)) last = person;
  });
  return last;
}
