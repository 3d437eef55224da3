// Laws of the bound: prices, good or bad, never prove more than is true.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { smallProblems } from '../../tests/support/plan-problems.ts';
import { cheapestWholePlan } from '../../tests/support/cheapest-whole-plan.ts';
import { createHighsSolver } from '#solver';
import { joinProgrammes } from '../../tests/support/join-programmes.ts';
import { ruledProblems } from '../../tests/support/ruled-problems.ts';
import { formulate } from './formulate.ts';
import { limitTable } from './limit-table.ts';
import { noPrices, pricesOfRows } from './plan-prices.ts';
import { objectiveOf } from './plan-value.ts';
import { provenBoundGbp } from './proven-bound.ts';

test('a bound from no prices is nothing', () => {
  fc.assert(
    fc.property(smallProblems, (problem) => {
      assert.equal(provenBoundGbp(problem, noPrices(problem)), 0);
    }),
    { numRuns: 50, seed: 1 },
  );
});

test('whatever the prices, the cheapest plan of all is not cheaper than the bound', () => {
  const price = fc.double({ min: 0, max: 200_000, noNaN: true });
  fc.assert(
    fc.property(smallProblems, fc.array(price, { minLength: 40, maxLength: 40 }), (problem, seeds) => {
      let next = 0;
      const priced = (values: Float64Array) => values.map(() => seeds[next++ % seeds.length] ?? 0);
      const { needGbp, floorGbp, limitGbp } = noPrices(problem);
      const { limits } = limitTable(problem);
      const prices = {
        needGbp: priced(needGbp),
        floorGbp: priced(floorGbp),
        limitGbp: priced(limitGbp).map((gbp, limit) => (limits[limit]?.kind === 'budget' ? gbp / 100_000 : gbp)),
      };
      assert.ok(provenBoundGbp(problem, prices) <= cheapestWholePlan(problem).objectiveGbp * (1 + 1e-9));
    }),
    { numRuns: 100, seed: 2 },
  );
});

test('prices of a search that ends short of the optimum prove less, never more than is true, under all rules', async () => {
  const problems = fc.sample(ruledProblems, { numRuns: 100, seed: 3 });
  const strays = fc.sample(fc.double({ min: -1, max: 1, noNaN: true }), { numRuns: 997, seed: 4 });
  const programmes = problems.map((problem) => formulate(problem));
  // They share no row, so that one search finds the prices of all.
  const joint = joinProgrammes(programmes.map(({ programme }) => programme));
  const limits = { timeLimitSeconds: 60, relativeGap: 0 };
  const solution = await createHighsSolver().solve(joint, limits, {
    onProgress: () => {},
    signal: { aborted: false },
  });
  assert.ok(solution.ok && solution.value.status === 'optimal');
  let [row, next] = [0, 0];
  for (const [index, problem] of problems.entries()) {
    const own = programmes[index]?.limits ?? [];
    const exact = pricesOfRows(problem, own, solution.value.rowPrices.slice(row, row + own.length));
    row += own.length;
    const cheapestGbp = cheapestWholePlan(problem).objectiveGbp;
    const exactGbp = provenBoundGbp(problem, exact);
    for (const tolerance of [1e-5, 1e-2, 0.5]) {
      const strayed = (prices: Float64Array) =>
        prices.map((gbp) => gbp * (1 + tolerance * (strays[next++ % strays.length] ?? 0)));
      const { needGbp, floorGbp, limitGbp } = exact;
      const prices = { needGbp: strayed(needGbp), floorGbp: strayed(floorGbp), limitGbp: strayed(limitGbp) };
      const boundGbp = provenBoundGbp(problem, prices);
      assert.ok(boundGbp <= cheapestGbp * (1 + 1e-9) + 1e-6, `bound ${boundGbp} of ${cheapestGbp}`);
      // What is not proven for being off is in proportion to how far off the prices are.
      const lostGbp = exactGbp - boundGbp;
      assert.ok(lostGbp <= 10 * tolerance * objectiveOf(problem, []) + 1e-6, `${lostGbp} lost at ${tolerance}`);
    }
  }
});
