// One time limit over many programmes, and one stop for all of them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fail, ok } from '#kernel';
import type { PlanProblem } from '#optimiser';
import { channelOf, twoPlaces } from '../../../tests/support/plan-problems.ts';
import type { Solver } from '../ports.ts';
import { solveInParts } from './solve-in-parts.ts';

const control = { onProgress: () => {}, signal: { aborted: false } };

/** Sixty places alike: six parts, so twelve programmes. */
function sixtyPlaces(): PlanProblem {
  const places = Array.from({ length: 60 }, (_, place) => `PLACE-${place}`);
  return twoPlaces({
    places,
    channels: ['market', 'training'].map((id) => channelOf(id, { shareOfPlace: places.map(() => 0.1) })),
    classOfPlace: places.map(() => 0),
    needFte: new Float64Array(places.length * 3).fill(1),
  });
}

/** A solver that never has an answer and always takes three seconds of its limit, on a clock of its own. */
function slowSolver(limitsGiven: number[]): Solver {
  const none = new Float64Array();
  const answer = { objective: Infinity, bound: -Infinity, values: none, rowPrices: none, secondsTaken: 3 };
  return {
    solve: (_, { timeLimitSeconds }) => {
      limitsGiven.push(timeLimitSeconds);
      return Promise.resolve(ok({ status: 'stopped', ...answer }));
    },
  };
}

test('the parts of a plan share one time limit, and none is left without a second', async () => {
  const limitsGiven: number[] = [];
  const limits = { timeLimitSeconds: 5, relativeGap: 0 };
  const result = await solveInParts(sixtyPlaces(), slowSolver(limitsGiven), { limits, control });
  assert.ok(result.ok);
  assert.equal(result.value.status, 'stopped');
  assert.equal(limitsGiven.length, 12);
  assert.equal(limitsGiven[0], 5);
  assert.ok(limitsGiven.every((seconds, index) => seconds <= (limitsGiven[index - 1] ?? Infinity)));
  assert.equal(limitsGiven.at(-1), 1);
});

test('progress through the parts grows to the whole', async () => {
  const shares: number[] = [];
  const watching = { ...control, onProgress: (share: number) => shares.push(share) };
  const limits = { timeLimitSeconds: 60, relativeGap: 0 };
  await solveInParts(sixtyPlaces(), slowSolver([]), { limits, control: watching });
  assert.deepEqual(
    shares,
    Array.from({ length: 12 }, (_, done) => (done + 1) / 12),
  );
});

test('a solver that is stopped stops the search at once', async () => {
  let solves = 0;
  const stopped: Solver = {
    solve: () => {
      solves++;
      return Promise.resolve(fail({ code: 'stopped', message: 'stopped', path: 'solver', hint: 'again' }));
    },
  };
  const limits = { timeLimitSeconds: 60, relativeGap: 0 };
  const result = await solveInParts(sixtyPlaces(), stopped, { limits, control });
  assert.ok(!result.ok && result.problems[0]?.code === 'stopped');
  assert.ok(solves <= 2, 'no further part was begun');
});
