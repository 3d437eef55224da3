// Holds placements to their proofs: the fewest points, no blocking pair, no place over-full, the same for any order.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { nextWord, openStream, streamKey } from '#kernel';
import { blockingPairs } from './blocking-pairs.ts';
import { cheapestPlacement } from './cheapest-placement.ts';
import { deferredAcceptance, listOf } from './deferred-acceptance.ts';
import { placePeople } from './place-people.ts';
import { placementFrontier } from './placement-frontier.ts';
import { NOT_ALLOWED, placementPoints, type PlacementPoints } from './placement-points.ts';
import { openPosts, type PlacementRound } from './placement-round.ts';
import { placementReasons } from './placement-reasons.ts';
import { placementTable, type PlacementTable } from './placement-table.ts';
import { priceBound } from './price-bound.ts';
import { PLAIN_WEIGHTS, roundOf, smallRounds } from './rounds.test-support.ts';

const RUNS = { numRuns: 500 };

describe('the cheapest placement', () => {
  test('costs as few points as the best of all placements, tried one by one', () => {
    fc.assert(
      fc.property(smallRounds, (round) => {
        const points = placementPoints(placementTable(round), round.weights);
        assert.equal(cheapestPlacement(points).totalPoints, leastOfAll(points));
      }),
      RUNS,
    );
  });

  test('costs exactly what its prices prove to be the least', () => {
    fc.assert(
      fc.property(smallRounds, (round) => {
        const points = placementPoints(placementTable(round), round.weights);
        const { totalPoints, prices } = cheapestPlacement(points);
        assert.equal(priceBound(points, prices), totalPoints);
      }),
      RUNS,
    );
  });

  test('is bounded from below by whatever prices one likes', () => {
    fc.assert(
      fc.property(
        smallRounds,
        fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 5, maxLength: 5 }),
        (round, any) => {
          const points = placementPoints(placementTable(round), round.weights);
          const prices = Float64Array.from({ length: points.seats }, (_, seat) => any[seat] ?? 0);
          assert.ok(priceBound(points, prices) <= cheapestPlacement(points).totalPoints);
        },
      ),
      RUNS,
    );
  });

  test('of three hundred people is proved by prices too', () => {
    const round = roundOf({ people: 300, places: 40, seed: 3, weights: PLAIN_WEIGHTS }, manyDraws(40_001));
    const placed = placePeople(round, 'cheapest');
    assert.ok(placed.ok && placed.value.proof.kind === 'prices');
    assert.equal(placed.value.proof.totalPoints, placed.value.proof.boundPoints);
  });
});

describe('the stable placement', () => {
  test('leaves no pair that would both rather have each other', () => {
    fc.assert(
      fc.property(smallRounds, (round) => {
        const table = placementTable(round);
        assert.deepEqual(blockingPairs(table, deferredAcceptance(table)), []);
      }),
      RUNS,
    );
  });

  test('gives every person the best place that any stable placement gives them', () => {
    fc.assert(
      fc.property(smallRounds, (round) => {
        const table = placementTable(round);
        const seatOf = deferredAcceptance(table);
        for (const other of everyPlacement(table)) {
          if (blockingPairs(table, other).length > 0) continue;
          for (const person of table.people.keys()) {
            assert.ok(choiceOf(table, person, seatOf) <= choiceOf(table, person, other));
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  test('has a blocking pair once two people are made to change places that they prefer', () => {
    const round = twoByTwo();
    const table = placementTable(round);
    const swapped = deferredAcceptance(table).map((seat) => 1 - seat);
    assert.equal(blockingPairs(table, swapped).length, 2);
  });
});

describe('any placement', () => {
  test('never puts more people in a place than its posts and its supervisors allow, nor anybody beyond their travel', () => {
    fc.assert(
      fc.property(smallRounds, fc.constantFrom('cheapest' as const, 'stable' as const), (round, method) => {
        const placed = placePeople(round, method);
        assert.ok(placed.ok);
        const { table, seatOf, outcome } = placed.value;
        for (const { place, open, filled } of outcome.fills) {
          const found = round.places.find(({ id }) => id === place);
          assert.ok(found !== undefined && filled <= open && open <= found.posts);
          assert.ok(filled * round.supervisorFtePerPerson <= found.supervisorFte + 1e-3);
        }
        seatOf.forEach((seat, row) => {
          const minutes = seat < 0 ? 0 : (table.minutes[row * table.places.length + seat] ?? 0);
          assert.ok(minutes <= (table.people[row]?.mostTravelMinutes ?? Infinity));
        });
      }),
      RUNS,
    );
  });

  test('is the same whatever the order of people and places in the file', () => {
    fc.assert(
      fc.property(smallRounds, fc.constantFrom('cheapest' as const, 'stable' as const), (round, method) => {
        const turned = { ...round, people: round.people.toReversed(), places: round.places.toReversed() };
        assert.deepEqual(seatsOf(turned, method), seatsOf(round, method));
      }),
      RUNS,
    );
  });

  test('breaks a tie by the lot of the seed, so that over seeds nobody is favoured', () => {
    const winners = Array.from({ length: 200 }, (_, seed) => seatsOf(oneSeatForTwo(seed), 'stable').get('a') ?? null);
    const wins = winners.filter((place) => place !== null).length;
    assert.ok(wins > 70 && wins < 130, `${wins} of 200`);
  });
});

describe('reasons and the frontier', () => {
  test('a place that was wanted more costs the others at least as much as its person would gain', () => {
    fc.assert(
      fc.property(smallRounds, (round) => {
        const placed = placePeople(round, 'cheapest');
        assert.ok(placed.ok);
        for (const { id } of round.people) {
          for (const { why } of placementReasons(placed.value, id, round.weights)?.wantedMore ?? []) {
            assert.ok(why.kind !== 'costs-others-more' || why.atLeastPoints >= 0);
          }
        }
      }),
      RUNS,
    );
  });

  test('whoever misses a place in a stable placement is told how many there are ranked higher or luckier', () => {
    const placed = placePeople(oneSeatForTwo(1), 'stable');
    assert.ok(placed.ok);
    const loser = placed.value.table.people[1]?.id ?? '';
    assert.deepEqual(placementReasons(placed.value, loser, PLAIN_WEIGHTS)?.wantedMore, [
      { place: 'one', choice: 1, why: { kind: 'full', rankedHigher: 0, luckierAlike: 1 } },
    ]);
  });

  test('no point of the frontier is beaten by another in every respect', () => {
    const round = roundOf({ people: 30, places: 30, seed: 3, weights: PLAIN_WEIGHTS }, manyDraws(4001));
    const points = placementFrontier(round, () => {});
    assert.ok(points.length > 1);
    for (const { outcome: one } of points) {
      for (const { outcome: other } of points) {
        if (one === other) continue;
        assert.ok(
          one.firstChoices > other.firstChoices ||
            one.outsideTopFive < other.outsideTopFive ||
            one.unplaced < other.unplaced ||
            one.emptiestFillShare > other.emptiestFillShare,
        );
      }
    }
  });
});

describe('a round that does not hold together', () => {
  test('is refused by the name of the stranger and of whoever stands there twice', () => {
    const round = twoByTwo();
    const [first] = round.people;
    assert.ok(first !== undefined);
    const spoilt = { ...round, people: [...round.people, { ...first, preferences: ['nowhere'] }] };
    const placed = placePeople(spoilt, 'stable');
    assert.ok(!placed.ok);
    assert.match(
      placed.problems.map(({ message }) => message).join(),
      /'a' stands there.*'nowhere' is not in the round/,
    );
  });

  test('counts no more open posts than supervisors have time for', () => {
    const place = { id: 'x', area: 'y', posts: 9, supervisorFte: 0.3, ranking: null };
    assert.equal(openPosts(place, 0.1), 3);
    assert.equal(openPosts(place, 0), 9);
  });
});

function manyDraws(length: number): readonly number[] {
  const stream = openStream(streamKey(11));
  return Array.from({ length }, () => nextWord(stream) >>> 12);
}

function seatsOf(round: PlacementRound, method: 'cheapest' | 'stable'): ReadonlyMap<string, string | null> {
  const placed = placePeople(round, method);
  assert.ok(placed.ok);
  const { table, seatOf } = placed.value;
  const seats = table.people.map(({ id }, row): [string, string | null] => [
    id,
    table.places[seatOf[row] ?? -1]?.id ?? null,
  ]);
  return new Map(seats.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

function leastOfAll(points: PlacementPoints): number {
  const { seats, cost, capacity, crowdingOf } = points;
  const people = cost.length / seats;
  const taken = new Int32Array(seats);
  const from = (person: number): number => {
    if (person === people) return 0;
    let least = Infinity;
    for (let seat = 0; seat < seats; seat++) {
      const own = cost[person * seats + seat] ?? NOT_ALLOWED;
      const crowd = taken[seat] ?? 0;
      if (own === NOT_ALLOWED || crowd >= (capacity[seat] ?? 0)) continue;
      taken[seat] = crowd + 1;
      least = Math.min(least, own + crowdingOf(seat, crowd) + from(person + 1));
      taken[seat] = crowd;
    }
    return least;
  };
  return from(0);
}

/** Every way to seat people on places of their lists within what the places can take. */
function* everyPlacement(table: PlacementTable, person = 0, seats: readonly number[] = []): Generator<Int32Array> {
  if (person === table.people.length) {
    yield Int32Array.from(seats);
    return;
  }
  for (const seat of [-1, ...listOf(table, person)]) {
    const taken = seats.filter((each) => each === seat).length;
    if (seat >= 0 && taken >= (table.open[seat] ?? 0)) continue;
    yield* everyPlacement(table, person + 1, [...seats, seat]);
  }
}

function choiceOf(table: PlacementTable, person: number, seatOf: Int32Array): number {
  const choice = listOf(table, person).indexOf(seatOf[person] ?? -1);
  return choice < 0 ? Infinity : choice;
}

function twoByTwo(): PlacementRound {
  const place = (id: string, best: string) => ({
    id,
    area: 'here',
    posts: 1,
    supervisorFte: 1,
    ranking: { decidedBy: 'Head of placements', reason: 'Interviews', tiers: [[best]] },
  });
  return {
    ...oneSeatForTwo(1),
    places: [place('one', 'a'), place('two', 'b')],
    people: [
      { id: 'a', area: 'here', preferences: ['one', 'two'], acceptsUnlisted: false, mostTravelMinutes: null },
      { id: 'b', area: 'here', preferences: ['two', 'one'], acceptsUnlisted: false, mostTravelMinutes: null },
    ],
  };
}

function oneSeatForTwo(seed: number): PlacementRound {
  const person = (id: string) => ({
    id,
    area: 'here',
    preferences: ['one'],
    acceptsUnlisted: false,
    mostTravelMinutes: null,
  });
  return {
    id: 'tie',
    title: 'One seat for two',
    role: 'data-analyst',
    seed,
    supervisorFtePerPerson: 0.1,
    weights: PLAIN_WEIGHTS,
    places: [{ id: 'one', area: 'here', posts: 1, supervisorFte: 1, ranking: null }],
    people: [person('a'), person('b')],
    travel: [],
  };
}
