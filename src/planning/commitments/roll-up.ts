// Commitments added up along the tree of places, each counted once for its body and once for every body above it.
import type { PlanDocument } from '../plan/plan-document.ts';
import type { Commitment, CommitmentSums, RollUp } from './commitment.ts';

/** @returns one roll-up for each place, in the order of places; the nation's total is that of the plan */
export function rollUpCommitments(
  commitments: readonly Commitment[],
  places: PlanDocument['places'],
): readonly RollUp[] {
  const own = sumBy(commitments, ({ accountablePlace }) => accountablePlace);
  const startsAt = sumBy(commitments, ({ place }) => place);
  const below = summedUp(places, own);
  const startsBelow = summedUp(places, startsAt);
  return places.map(({ code, tier }) => {
    const [mine, theirs] = [own.get(code) ?? NOTHING, below.get(code) ?? NOTHING];
    return {
      place: code,
      tier,
      own: mine,
      below: theirs,
      total: plus(mine, theirs),
      startsHere: plus(startsAt.get(code) ?? NOTHING, startsBelow.get(code) ?? NOTHING),
    };
  });
}

const NOTHING: CommitmentSums = { commitments: 0, people: 0, costGbp: 0 };

function sumBy(
  commitments: readonly Commitment[],
  keyOf: (commitment: Commitment) => string,
): ReadonlyMap<string, CommitmentSums> {
  const sums = new Map<string, CommitmentSums>();
  for (const commitment of commitments) {
    const key = keyOf(commitment);
    const { people, costGbp } = commitment;
    sums.set(key, plus(sums.get(key) ?? NOTHING, { commitments: 1, people, costGbp }));
  }
  return sums;
}

/** What lies strictly below each place. */
function summedUp(
  places: PlanDocument['places'],
  own: ReadonlyMap<string, CommitmentSums>,
): ReadonlyMap<string, CommitmentSums> {
  const parentOf = new Map(places.map(({ code, parent }) => [code, parent]));
  const below = new Map<string, CommitmentSums>();
  for (const [code, sums] of own) {
    // A tree has no more steps upwards than it has places.
    let above = parentOf.get(code) ?? null;
    for (let step = 0; above !== null && step < places.length; step++) {
      below.set(above, plus(below.get(above) ?? NOTHING, sums));
      above = parentOf.get(above) ?? null;
    }
  }
  return below;
}

function plus(one: CommitmentSums, other: CommitmentSums): CommitmentSums {
  return {
    commitments: one.commitments + other.commitments,
    people: one.people + other.people,
    costGbp: one.costGbp + other.costGbp,
  };
}
