// What each seat costs each person, and what each further person costs a place, in whole points.
import type { PlacementTable } from './placement-table.ts';
import type { PlacementWeights } from './placement-round.ts';

export type PlacementPoints = {
  /** Places, and after them the seat of those without one. */
  readonly seats: number;
  /** Shape [person][seat]; NOT_ALLOWED where the person cannot go. */
  readonly cost: Int32Array;
  /** People that a seat can take, shape [seat]. */
  readonly capacity: Int32Array;
  /** What the next person costs beside their own points, when so many are there; never falls with their number. */
  readonly crowdingOf: (seat: number, taken: number) => number;
};

/** More than any sum of points of one person. */
export const NOT_ALLOWED = 1_000_000_000;

/** The first choices that a planner counts on. */
export const TOP_CHOICES = 5;

/** @source docs/model/placement.md, eq. 3 and 4 */
export function placementPoints(table: PlacementTable, weights: PlacementWeights): PlacementPoints {
  const { people, places, open } = table;
  const seats = places.length + 1;
  const cost = new Int32Array(people.length * seats);
  for (let person = 0; person < people.length; person++) {
    for (let place = 0; place < places.length; place++) {
      const entry = person * places.length + place;
      const rank = table.rank[entry] ?? 0;
      const isOpen = rank > 0 && (open[place] ?? 0) > 0;
      cost[person * seats + place] = isOpen ? pointsOf(weights, rank, table.minutes[entry] ?? 0) : NOT_ALLOWED;
    }
    cost[person * seats + places.length] = weights.unplaced;
  }
  const capacity = Int32Array.of(...open, people.length);
  return {
    seats,
    cost,
    capacity,
    crowdingOf: (seat, taken) =>
      seat === places.length ? 0 : Math.round((weights.crowding * (2 * taken + 1)) / Math.max(1, capacity[seat] ?? 0)),
  };
}

function pointsOf(weights: PlacementWeights, rank: number, minutes: number): number {
  return (
    (rank > 1 ? weights.notFirst : 0) +
    weights.perRank * (rank - 1) +
    (rank > TOP_CHOICES ? weights.outsideTopFive : 0) +
    Math.round((weights.perTravelHour * Math.max(0, minutes)) / 60)
  );
}
