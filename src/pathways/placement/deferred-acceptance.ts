// Deferred acceptance where both sides rank: people propose, places keep the best they can take; nobody has cause to leave.
import { assert } from '#kernel';
import { UNPLACED, type PlacementTable } from './placement-table.ts';

/** The stable placement that is best for every person at once. Each proposes down their own list; a place that is full
 *  keeps those whom it ranks higher, and of those it ranks alike the lottery decides, the same at every place.
 *  @returns the place of each person, shape [person]; UNPLACED for none
 *  @source docs/model/placement.md, eq. 8 and 9 */
export function deferredAcceptance(table: PlacementTable): Int32Array {
  const order = placeOrder(table);
  const lists = table.people.map((_, person) => listOf(table, person));
  const seatOf = new Int32Array(table.people.length).fill(UNPLACED);
  const next = new Int32Array(table.people.length);
  const held = table.places.map((): number[] => []);
  const waiting = table.people.map((_, person) => person).toReversed();
  for (let person = waiting.pop(); person !== undefined; person = waiting.pop()) {
    const place = lists[person]?.[next[person] ?? 0];
    if (place === undefined) continue;
    next[person] = (next[person] ?? 0) + 1;
    const there = held[place];
    assert(there !== undefined, `place ${place} is in the round.`);
    insert(there, person, (one, other) => order(place, one, other));
    seatOf[person] = place;
    if (there.length <= (table.open[place] ?? 0)) continue;
    const refused = there.pop();
    if (refused === undefined) continue;
    seatOf[refused] = UNPLACED;
    waiting.push(refused);
  }
  return seatOf;
}

/** Below 0 where the place would rather have the first of two people. */
export type PlaceOrder = (place: number, one: number, other: number) => number;

/** Those whom a ranking leaves out come after those it names; a place without one takes all alike. */
export function placeOrder({ people, places }: PlacementTable): PlaceOrder {
  const rowOf = new Map(people.map(({ id }, row) => [id, row]));
  const tierOf = places.map(({ ranking }) => {
    const tiers = new Int32Array(people.length).fill(ranking?.tiers.length ?? 0);
    ranking?.tiers.forEach((tier, index) => {
      for (const id of tier) tiers[rowOf.get(id) ?? 0] = index;
    });
    return tiers;
  });
  // People stand in the order of the lottery.
  return (place, one, other) => (tierOf[place]?.[one] ?? 0) - (tierOf[place]?.[other] ?? 0) || one - other;
}

/** Places on a person's list that the person can go to, the most wanted first. */
export function listOf({ people, places, rank }: PlacementTable, person: number): readonly number[] {
  const longest = people[person]?.preferences.length ?? 0;
  const start = person * places.length;
  return places
    .map((_, place) => place)
    .filter((place) => isListed(rank[start + place] ?? 0, longest))
    .toSorted((one, other) => (rank[start + one] ?? 0) - (rank[start + other] ?? 0));
}

function isListed(rank: number, longest: number): boolean {
  return rank > 0 && rank <= longest;
}

function insert(sorted: number[], item: number, compare: (one: number, other: number) => number): void {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(sorted[middle] ?? 0, item) <= 0) low = middle + 1;
    else high = middle;
  }
  sorted.splice(low, 0, item);
}
