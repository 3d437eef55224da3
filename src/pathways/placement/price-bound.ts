// What prices prove: no placement whatever costs fewer points than this, so one that costs as many is the cheapest.
import { NOT_ALLOWED, type PlacementPoints } from './placement-points.ts';

/** The value of the dual programme at these prices. It is a bound for any prices at all, so whoever checks a placement by
 *  it need not trust how the prices were found.
 *  @param prices points, shape [seat]
 *  @source docs/model/placement.md, eq. 7 */
export function priceBound({ seats, cost, capacity, crowdingOf }: PlacementPoints, prices: Float64Array): number {
  const people = cost.length / seats;
  let bound = 0;
  for (let person = 0; person < people; person++) {
    let least = Infinity;
    for (let seat = 0; seat < seats; seat++) {
      const own = cost[person * seats + seat] ?? NOT_ALLOWED;
      if (own !== NOT_ALLOWED) least = Math.min(least, own + (prices[seat] ?? 0));
    }
    bound += least;
  }
  for (let seat = 0; seat < seats; seat++) {
    for (let taken = 0; taken < (capacity[seat] ?? 0); taken++) {
      bound -= Math.max(0, (prices[seat] ?? 0) - crowdingOf(seat, taken));
    }
  }
  return bound;
}
