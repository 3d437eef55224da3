// The rule of equity bites where it should: the nation nearly served, a place left behind.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createHighsSolver } from '#solver';
import { channelOf, twoPlaces } from '../../tests/support/plan-problems.ts';
import { withFloors } from './equity.ts';
import { optimisePlan } from './optimise-plan.ts';
import type { PlanProblem } from './plan-problem.ts';

/** Room for seven of eight people, and cheaper ones in the first place than in the second. */
function unequal(whenNationBelowShare: number): PlanProblem {
  return {
    ...twoPlaces({
      channels: [channelOf('market', { peoplePerYear: [7, 0, 0], shareOfPlace: [1, 1] })],
      options: [{ channel: 0, role: 0, band: '6', costGbpPerStart: 20_000, payGbpPerFteYear: 0 }],
      startMonths: [0],
      periods: [{ fromMonth: 0, toMonth: 12 }],
      responseFte: Float64Array.of(1, 0.99),
      classOfPlace: [0, 1],
      needFte: Float64Array.of(4, 4),
    }),
    demandFte: Float64Array.of(20, 4),
    equity: { mostShortShare: 0.1, whenNationBelowShare, fromPeriod: 0, priceGbpPerFteYear: 1_000_000 },
  };
}

async function startsOf(problem: PlanProblem) {
  const solver = createHighsSolver();
  const result = await optimisePlan(
    problem,
    (programme) =>
      solver.solve(
        programme,
        { timeLimitSeconds: 20, relativeGap: 0 },
        { onProgress: () => {}, signal: { aborted: false } },
      ),
    { mostPlacesAtOnce: 10, solvesAtOnce: 1 },
  );
  assert.ok(result.ok);
  return result.value;
}

test('where the nation is nearly served, the place left behind is served first', async () => {
  const problem = unequal(0.2);
  const { equity, ...unruled } = problem;
  assert.ok(equity !== undefined);
  const plain = await startsOf(unruled);
  assert.deepEqual(
    plain.starts.map(({ people }) => people),
    [4, 3],
  );
  const floored = withFloors(problem, plain.starts);
  assert.equal(floored.floors?.length, 2);
  const fair = await startsOf(problem);
  assert.deepEqual(
    fair.starts.map(({ people }) => people),
    [3, 4],
  );
  assert.deepEqual(fair.unmet, []);
});

test('while the nation is far from served, the rule asks for nothing', async () => {
  const problem = unequal(0.01);
  const { starts } = await startsOf(problem);
  assert.equal(withFloors(problem, starts), problem);
});

test('what stays short beyond a floor is told as unmet', async () => {
  const none = withFloors(unequal(1), []);
  const scarce = {
    ...none,
    channels: none.channels.map((channel) => ({ ...channel, peoplePerYear: [1, 0, 0] })),
  };
  const { unmet } = await startsOf(scarce);
  assert.ok(unmet.length > 0 && unmet.every(({ rule, allowed, found }) => rule === 'equity' && found > allowed));
});
