// Placement rounds for tests: small ones to try every placement of, and large ones to measure.
import fc from 'fast-check';
import type { PlacementRound, PlacementWeights } from './placement-round.ts';

export const PLAIN_WEIGHTS: PlacementWeights = {
  notFirst: 5,
  perRank: 3,
  outsideTopFive: 20,
  perTravelHour: 4,
  crowding: 6,
  unplaced: 400,
};

/** Rounds of a few people and places, with whatever weights. */
export const smallRounds: fc.Arbitrary<PlacementRound> = fc
  .record({
    people: fc.integer({ min: 1, max: 5 }),
    places: fc.integer({ min: 1, max: 4 }),
    seed: fc.integer({ min: 0, max: 1000 }),
    draws: fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 60, maxLength: 60 }),
    weights: fc.record({
      notFirst: fc.integer({ min: 0, max: 10 }),
      perRank: fc.integer({ min: 0, max: 10 }),
      outsideTopFive: fc.integer({ min: 0, max: 20 }),
      perTravelHour: fc.integer({ min: 0, max: 10 }),
      crowding: fc.integer({ min: 0, max: 30 }),
      unplaced: fc.integer({ min: 0, max: 100 }),
    }),
  })
  .map(({ draws, ...size }) => roundOf(size, draws));

type Size = {
  readonly people: number;
  readonly places: number;
  readonly seed: number;
  readonly weights: PlacementWeights;
};

/** A round made of a list of numbers, read again from its start where it is too short. */
export function roundOf(size: Size, draws: readonly number[]): PlacementRound {
  let at = 0;
  const draw = (below: number): number => (draws[at++ % draws.length] ?? 0) % below;
  const placeIds = Array.from({ length: size.places }, (_, index) => `place-${index}`);
  const people = Array.from({ length: size.people }, (_, index) => ({
    id: `p${index}`,
    area: `area-${draw(3)}`,
    preferences: shuffled(placeIds, draw).slice(0, draw(size.places + 1)),
    acceptsUnlisted: draw(2) === 1,
    mostTravelMinutes: draw(3) === 0 ? 30 : null,
  }));
  const places = placeIds.map((id) => ({
    id,
    area: `area-${draw(3)}`,
    posts: draw(4),
    supervisorFte: draw(5) * 0.1,
    ranking:
      draw(3) === 0
        ? null
        : {
            decidedBy: 'Head of placements',
            reason: 'Interviews',
            tiers: shuffled(
              people.map((each) => each.id),
              draw,
            ).map((id) => [id]),
          },
  }));
  return {
    id: 'round',
    title: 'A round',
    role: 'data-analyst',
    seed: size.seed,
    supervisorFtePerPerson: 0.1,
    weights: size.weights,
    places,
    people,
    travel: [
      { from: 'area-0', to: 'area-1', minutes: 20 },
      { from: 'area-1', to: 'area-2', minutes: 45 },
      { from: 'area-0', to: 'area-2', minutes: 60 },
    ],
  };
}

function shuffled(items: readonly string[], draw: (below: number) => number): string[] {
  const left = [...items];
  return items.flatMap(() => left.splice(draw(left.length), 1));
}
