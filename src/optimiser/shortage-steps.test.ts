// Laws of stepped shortage: the price rises, the programme and the ledger agree, and the bound stays below every plan.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createHighsSolver } from '#solver';
import { cheapestWholePlan } from '../../tests/support/cheapest-whole-plan.ts';
import { smallProblems, twoPlaces } from '../../tests/support/plan-problems.ts';
import { optimisePlan } from './optimise-plan.ts';
import type { PlanProblem } from './plan-problem.ts';
import { pricedFte } from './shortage-steps.ts';

/** The problem with three steps in every cell, the last dearer than the price of the problem. */
function stepped(problem: PlanProblem, widths: readonly [number, number]): PlanProblem {
  const cells = problem.needFte.length;
  const each = (values: readonly number[]) => Float64Array.from({ length: cells * 3 }, (_, at) => values[at % 3] ?? 0);
  return { ...problem, shortageSteps: { count: 3, fte: each([...widths, 0]), share: each([0.1, 0.6, 1.2]) } };
}

test('each step costs its share, and what lies beyond the last costs the last', () => {
  const problem = stepped(twoPlaces(), [1, 2]);
  const costs = [-1, 0, 0.5, 1, 2, 3, 5].map((short) => Number(pricedFte(problem, 0, short).toFixed(6)));
  assert.deepEqual(costs, [0, 0, 0.05, 0.1, 0.7, 1.3, 3.7]);
});

test('with steps the plan lies between the cheapest of all and its stated gap, in one piece and in parts', async () => {
  const solver = createHighsSolver();
  const width = fc.integer({ min: 0, max: 150 }).map((count) => count / 100);
  await fc.assert(
    fc.asyncProperty(smallProblems, fc.tuple(width, width), async (plain, widths) => {
      const problem = stepped(plain, widths);
      const cheapest = cheapestWholePlan(problem).objectiveGbp;
      for (const mostPlacesAtOnce of [2, 1]) {
        const plan = await optimisePlan(
          problem,
          (programme) =>
            solver.solve(
              programme,
              { timeLimitSeconds: 20, relativeGap: 0 },
              { onProgress: () => {}, signal: { aborted: false } },
            ),
          { mostPlacesAtOnce, solvesAtOnce: 1 },
        );
        assert.ok(plan.ok);
        const { objectiveGbp, boundGbp } = plan.value;
        assert.ok(boundGbp <= cheapest * (1 + 1e-6) + 1e-6, `bound ${boundGbp} of ${cheapest}`);
        assert.ok(objectiveGbp >= cheapest * (1 - 1e-9) - 1e-6, `plan ${objectiveGbp} of ${cheapest}`);
      }
    }),
    { numRuns: 10, seed: 5 },
  );
});
