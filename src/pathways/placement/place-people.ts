// Runs a placement round by one of its methods: a proposal, with what proves it, for a person to decide on.
import { fail, ok, type Result } from '#kernel';
import { blockingPairs } from './blocking-pairs.ts';
import { cheapestPlacement } from './cheapest-placement.ts';
import { roundProblems } from './check-round.ts';
import { deferredAcceptance } from './deferred-acceptance.ts';
import { placementOutcome, type PlacementOutcome } from './placement-outcome.ts';
import { placementPoints } from './placement-points.ts';
import type { PlacementRound } from './placement-round.ts';
import { placementTable, UNPLACED, type PlacementTable } from './placement-table.ts';
import { priceBound } from './price-bound.ts';

/** `cheapest`: fewest points of all together. `stable`: both sides rank, and no pair would rather have each other. */
export const PLACEMENT_METHODS = ['cheapest', 'stable'] as const;
export type PlacementMethod = (typeof PLACEMENT_METHODS)[number];

export type Placed = {
  readonly table: PlacementTable;
  /** Place of each person, UNPLACED for none, shape [person]. */
  readonly seatOf: Int32Array;
  readonly outcome: PlacementOutcome;
  readonly proof: PlacementProof;
};

/** Why nothing better is to be had. */
export type PlacementProof =
  | {
      readonly kind: 'prices';
      readonly totalPoints: number;
      /** No placement costs fewer points. */
      readonly boundPoints: number;
      /** What one more person at each place would cost all others, points, shape [place]. */
      readonly prices: Float64Array;
    }
  | {
      readonly kind: 'stable';
      /** Counted over every pair after the run; always 0. */
      readonly blockingPairs: number;
    };

export function placePeople(round: PlacementRound, method: PlacementMethod): Result<Placed> {
  const problems = roundProblems(round);
  if (problems.length > 0) return fail(...problems);
  const table = placementTable(round);
  return ok(method === 'stable' ? placeStably(table) : placeCheaply(table, round));
}

function placeStably(table: PlacementTable): Placed {
  const seatOf = deferredAcceptance(table);
  const proof = { kind: 'stable', blockingPairs: blockingPairs(table, seatOf).length } as const;
  return { table, seatOf, outcome: placementOutcome(table, seatOf), proof };
}

/** @param round.weights the points; all else is in the table already */
export function placeCheaply(table: PlacementTable, { weights }: Pick<PlacementRound, 'weights'>): Placed {
  const points = placementPoints(table, weights);
  const { seatOf, prices, totalPoints } = cheapestPlacement(points);
  const places = seatOf.map((seat) => (seat === table.places.length ? UNPLACED : seat));
  return {
    table,
    seatOf: places,
    outcome: placementOutcome(table, places),
    proof: {
      kind: 'prices',
      totalPoints,
      boundPoints: priceBound(points, prices),
      prices: prices.slice(0, table.places.length),
    },
  };
}
