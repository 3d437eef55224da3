// Why a person is placed where they are: what stood against each place that they wanted more.
import { listOf, placeOrder } from './deferred-acceptance.ts';
import { NOT_ALLOWED, placementPoints } from './placement-points.ts';
import type { Placed } from './place-people.ts';
import type { PlacementWeights } from './placement-round.ts';

export type PlacementReasons = {
  readonly person: string;
  /** Null for none. */
  readonly place: string | null;
  /** Choice that it was; null for a place that was not listed, and for none. */
  readonly choice: number | null;
  /** Places wanted more, in that order. */
  readonly wantedMore: readonly WantedMore[];
};

export type WantedMore = { readonly place: string; readonly choice: number; readonly why: WhyNot };

export type WhyNot =
  | { readonly kind: 'too-far' }
  | { readonly kind: 'nothing-open' }
  /** All others together would be worse off by at least so many points more than this person would gain. */
  | { readonly kind: 'costs-others-more'; readonly atLeastPoints: number }
  /** Full of people whom the place ranks higher, or alike with a better lot. */
  | { readonly kind: 'full'; readonly rankedHigher: number; readonly luckierAlike: number };

/** @returns null where nobody of that id is in the round
 *  @source docs/model/placement.md, eq. 10 */
export function placementReasons(placed: Placed, person: string, weights: PlacementWeights): PlacementReasons | null {
  const { table, seatOf } = placed;
  const row = table.people.findIndex(({ id }) => id === person);
  const preferences = table.people[row]?.preferences;
  if (preferences === undefined) return null;
  const seat = seatOf[row] ?? -1;
  const place = table.places[seat]?.id ?? null;
  const choice = place === null ? -1 : preferences.indexOf(place);
  const why = whyReader(placed, row, weights);
  return {
    person,
    place,
    choice: choice < 0 ? null : choice + 1,
    wantedMore: preferences
      .slice(0, choice < 0 ? preferences.length : choice)
      .map((id, index) => ({ place: id, choice: index + 1, why: why(id) })),
  };
}

function whyReader({ table, seatOf, proof }: Placed, row: number, weights: PlacementWeights): (id: string) => WhyNot {
  const reachable = new Set(listOf(table, row));
  const points = placementPoints(table, weights);
  const order = placeOrder(table);
  const start = row * points.seats;
  const seat = seatOf[row] ?? -1;
  const column = seat < 0 ? points.seats - 1 : seat;
  return (id) => {
    const place = table.places.findIndex((each) => each.id === id);
    if (!reachable.has(place)) return { kind: 'too-far' };
    if ((table.open[place] ?? 0) === 0) return { kind: 'nothing-open' };
    if (proof.kind === 'prices') {
      const priceOf = (index: number) => proof.prices[index] ?? 0;
      const there = (points.cost[start + place] ?? NOT_ALLOWED) + priceOf(place);
      const here = (points.cost[start + column] ?? 0) + priceOf(column);
      return { kind: 'costs-others-more', atLeastPoints: there - here };
    }
    const holders = [...seatOf.keys()].filter((other) => seatOf[other] === place);
    const isAlike = (other: number): boolean => order(place, other, row) === other - row && sameTier(other);
    const sameTier = (other: number): boolean => tierOf(id, other) === tierOf(id, row);
    const tierOf = (placeId: string, other: number): number =>
      table.places
        .find((each) => each.id === placeId)
        ?.ranking?.tiers.findIndex((tier) => tier.includes(table.people[other]?.id ?? '')) ?? -1;
    const luckierAlike = holders.filter(isAlike).length;
    return { kind: 'full', rankedHigher: holders.length - luckierAlike, luckierAlike };
  };
}
