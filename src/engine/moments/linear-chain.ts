// A chain of states that people pass through step by step: mean and covariance of who is where, and where it settles.
import { assert } from '#kernel';

/** People in states; all move by the same chances at every step, each independently of the others. */
export type LinearChain = {
  readonly states: number;
  /** Chance of being in one state a step after another, shape [from][to]; what is missing to 1 leaves. */
  readonly moving: Float64Array;
  /** Whole people, shape [state]. */
  readonly opening: Float64Array;
  /** Poisson mean of those who join at the end of each step, shape [state]. */
  readonly joiners: Float64Array;
};

export type Moments = {
  /** Shape [state]. */
  readonly mean: Float64Array;
  /** Shape [state][state]. */
  readonly covariance: Float64Array;
};

/** Mean and covariance after so many steps: those there at the start are independent of each other; joiners are Poisson
 *  and stay so, whatever thins and moves them.
 *  @source docs/model/moments.md, eq. 1–3 */
export function chainMoments(chain: LinearChain, steps: number): Moments {
  assertChances(chain);
  const { states, opening } = chain;
  const mean = new Float64Array(states);
  const covariance = new Float64Array(states * states);
  let reach = identity(states);
  let joined = new Float64Array(states);
  for (let step = 0; step < steps; step++) {
    reach = multiply(reach, chain.moving, states);
    joined = multiply(joined, chain.moving, states).map((people, state) => people + (chain.joiners[state] ?? 0));
  }
  for (let to = 0; to < states; to++) {
    const variance = to * states + to;
    mean[to] = joined[to] ?? 0;
    covariance[variance] = joined[to] ?? 0;
    for (let from = 0; from < states; from++) {
      const people = (opening[from] ?? 0) * (reach[from * states + to] ?? 0);
      mean[to] = (mean[to] ?? 0) + people;
      covariance[variance] = (covariance[variance] ?? 0) + people;
      for (let other = 0; other < states; other++) {
        const cell = to * states + other;
        covariance[cell] = (covariance[cell] ?? 0) - people * (reach[from * states + other] ?? 0);
      }
    }
  }
  return { mean, covariance };
}

/** Steps after which a chain that has not settled never will within any horizon of ours. */
const SETTLING_STEPS = 100_000;

/** Shares of people by state that no further step changes; for a chain that nobody leaves and that comes to rest from
 *  anywhere. Averaging each step with the one before lets a chain that swings come to rest too.
 *  @param moving rows add up to 1, shape [from][to] */
export function stationaryShares(moving: Float64Array, states: number): Float64Array {
  let shares = new Float64Array(states).fill(1 / states);
  for (let step = 0; step < SETTLING_STEPS; step++) {
    const moved = multiply(shares, moving, states);
    const next = shares.map((share, state) => (share + (moved[state] ?? 0)) / 2);
    const change = Math.max(...next.map((share, state) => Math.abs(share - (shares[state] ?? 0))));
    shares = next;
    if (change < 1e-16) break;
  }
  return shares;
}

function assertChances({ states, moving }: LinearChain): void {
  for (let from = 0; from < states; from++) {
    const row = moving.subarray(from * states, (from + 1) * states);
    const total = row.reduce((sum, chance) => sum + chance, 0);
    assert(
      row.every((chance) => chance >= 0) && total <= 1 + 1e-12,
      `chances out of state ${from} are 0 or more and at most 1 in all.`,
    );
  }
}

function identity(states: number): Float64Array {
  return Float64Array.from({ length: states * states }, (_, cell) => (cell % (states + 1) === 0 ? 1 : 0));
}

/** Rows of numbers by state, each a step further on. */
function multiply(rows: Float64Array, moving: Float64Array, states: number): Float64Array<ArrayBuffer> {
  const product = new Float64Array(rows.length);
  for (let cell = 0; cell < rows.length; cell++) {
    const from = cell % states;
    const row = cell - from;
    for (let to = 0; to < states; to++) {
      product[row + to] = (product[row + to] ?? 0) + (rows[cell] ?? 0) * (moving[from * states + to] ?? 0);
    }
  }
  return product;
}
