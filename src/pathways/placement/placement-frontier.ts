// The trade that a planner chooses from: first choices against people outside their top five against empty places.
import { placeCheaply } from './place-people.ts';
import type { PlacementOutcome } from './placement-outcome.ts';
import type { PlacementRound, PlacementWeights } from './placement-round.ts';
import { placementTable } from './placement-table.ts';

export type FrontierPoint = {
  readonly weights: PlacementWeights;
  readonly outcome: Omit<PlacementOutcome, 'fills'>;
};

/** Cheapest placements under a grid of weights; what another point beats or equals in every one of first choices, people
 *  outside their top five, people without a place, and the emptiest place, is left out.
 *  @param round a sound one
 *  @param onRun hears the share of runs done, 0..1
 *  @returns points from most first choices to fewest */
export function placementFrontier(round: PlacementRound, onRun: (shareDone: number) => void): readonly FrontierPoint[] {
  const table = placementTable(round);
  const grid = weightGrid(round.weights);
  const points = grid.map((weights, index): FrontierPoint => {
    const { fills: _, ...outcome } = placeCheaply(table, { weights }).outcome;
    onRun((index + 1) / grid.length);
    return { weights, outcome };
  });
  return points
    .filter((point, index) => !points.some((other, at) => beats(other.outcome, point.outcome, at < index)))
    .toSorted((one, other) => other.outcome.firstChoices - one.outcome.firstChoices);
}

/** Multiples of the round's own weights; a weight of 0 is swept from 1 point. */
const MULTIPLES = [0, 1, 8] as const;

function weightGrid(weights: PlacementWeights): readonly PlacementWeights[] {
  const sweep = (own: number): readonly number[] =>
    MULTIPLES.map((times) => Math.min(10_000, Math.max(1, own) * times));
  return sweep(weights.notFirst).flatMap((notFirst) =>
    sweep(weights.outsideTopFive).flatMap((outsideTopFive) =>
      sweep(weights.crowding).map((crowding) => ({ ...weights, notFirst, outsideTopFive, crowding })),
    ),
  );
}

type Outcome = FrontierPoint['outcome'];

/** Of points that are alike in all, the first stays. */
function beats(one: Outcome, other: Outcome, isEarlier: boolean): boolean {
  const gains = [
    one.firstChoices - other.firstChoices,
    other.outsideTopFive - one.outsideTopFive,
    other.unplaced - one.unplaced,
    one.emptiestFillShare - other.emptiestFillShare,
  ];
  return gains.every((gain) => gain >= 0) && (isEarlier || gains.some((gain) => gain > 0));
}
