// The cheapest placement of all together: each person in turn comes in by the cheapest chain of moves, with prices as proof.
import { assert } from '#kernel';
import { NOT_ALLOWED, type PlacementPoints } from './placement-points.ts';
import { moveTable, type MoveTable } from './move-table.ts';

export type CheapestPlacement = {
  /** Seat of each person, shape [person]; the last seat is that of those without a place. */
  readonly seatOf: Int32Array;
  /** What one more person at a seat would cost all others, points, shape [seat]. */
  readonly prices: Float64Array;
  readonly totalPoints: number;
};

/** Successive shortest chains under prices that keep every move's cost at 0 or more; all numbers are whole, so the proof
 *  by prices is exact.
 *  @source docs/model/placement.md, eq. 5 to 7 */
export function cheapestPlacement(points: PlacementPoints): CheapestPlacement {
  const { seats, cost, capacity, crowdingOf } = points;
  const people = cost.length / seats;
  const prices = Float64Array.from({ length: seats }, (_, seat) => crowdingOf(seat, 0));
  const state: Filling = {
    points,
    prices,
    taken: new Int32Array(seats),
    moves: moveTable(points),
    search: search(seats),
  };
  for (let person = 0; person < people; person++) {
    const end = cheapestChain(state, person);
    follow(state, person, end);
  }
  const { seatOf } = state.moves;
  let totalPoints = 0;
  for (let person = 0; person < people; person++) totalPoints += cost[person * seats + (seatOf[person] ?? 0)] ?? 0;
  for (let seat = 0; seat < seats; seat++) {
    const taken = state.taken[seat] ?? 0;
    assert(taken <= (capacity[seat] ?? 0), `seat ${seat} has at most as many people as it can take.`);
    for (let each = 0; each < taken; each++) totalPoints += crowdingOf(seat, each);
  }
  return { seatOf: Int32Array.from(seatOf), prices, totalPoints };
}

type Filling = {
  readonly points: PlacementPoints;
  readonly prices: Float64Array;
  readonly taken: Int32Array;
  readonly moves: MoveTable;
  readonly search: Search;
};

/** Buffers of one search, used again for each person. */
type Search = {
  /** Cost of the cheapest chain that frees the seat, under prices. */
  readonly distance: Float64Array;
  /** Seat that the chain comes from; −1 where the newcomer takes it straight away. */
  readonly from: Int32Array;
  readonly isSettled: Uint8Array;
};

function search(seats: number): Search {
  return {
    distance: new Float64Array(seats),
    from: new Int32Array(seats),
    isSettled: new Uint8Array(seats),
  };
}

/** Finds the seat at which the cheapest chain ends, and raises the prices so that every move stays at 0 or more. */
function cheapestChain({ points, prices, taken, moves, search }: Filling, person: number): number {
  const { seats, cost, capacity, crowdingOf } = points;
  const { distance, from, isSettled } = search;
  for (let seat = 0; seat < seats; seat++) {
    const own = cost[person * seats + seat] ?? NOT_ALLOWED;
    distance[seat] = own === NOT_ALLOWED ? Infinity : own + (prices[seat] ?? 0);
  }
  from.fill(-1);
  isSettled.fill(0);
  let [best, end] = [Infinity, -1];
  for (;;) {
    const seat = nearest(search);
    const here = seat < 0 ? Infinity : (distance[seat] ?? Infinity);
    if (here >= best || seat < 0) break;
    isSettled[seat] = 1;
    const price = prices[seat] ?? 0;
    const crowd = taken[seat] ?? 0;
    if (crowd < (capacity[seat] ?? 0)) {
      const whole = here + crowdingOf(seat, crowd) - price;
      if (whole < best) [best, end] = [whole, seat];
    }
    const row = seat * seats;
    for (let next = 0; next < seats; next++) {
      const along = here - price + (moves.cost[row + next] ?? Infinity) + (prices[next] ?? 0);
      if (along < (distance[next] ?? Infinity)) {
        distance[next] = along;
        from[next] = seat;
      }
    }
  }
  assert(end >= 0, 'everybody can stay without a place, so a chain always ends.');
  for (let seat = 0; seat < seats; seat++) {
    const rise = best - (distance[seat] ?? Infinity);
    if (rise > 0) prices[seat] = (prices[seat] ?? 0) + rise;
  }
  return end;
}

function nearest({ distance, isSettled }: Search): number {
  let [found, least] = [-1, Infinity];
  for (let seat = 0; seat < distance.length; seat++) {
    const here = distance[seat] ?? Infinity;
    if (isSettled[seat] === 0 && here < least) [found, least] = [seat, here];
  }
  return found;
}

/** Moves everybody along the chain, the newcomer last. */
function follow({ taken, moves, search }: Filling, newcomer: number, end: number): void {
  const chain: { readonly person: number; readonly to: number }[] = [];
  let seat = end;
  for (let before = search.from[seat] ?? -1; before >= 0; before = search.from[seat] ?? -1) {
    chain.push({ person: moves.moverOf(before, seat), to: seat });
    seat = before;
  }
  for (const { person, to } of chain) moves.seat(person, to);
  moves.seat(newcomer, seat);
  taken[end] = (taken[end] ?? 0) + 1;
}
