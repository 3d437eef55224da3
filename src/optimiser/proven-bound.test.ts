// Laws of the bound: prices, good or bad, never prove more than is true.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { smallProblems } from '../../tests/support/plan-problems.ts';
import { cheapestWholePlan } from '../../tests/support/cheapest-whole-plan.ts';
import { limitTable } from './limit-table.ts';
import { noPrices } from './plan-prices.ts';
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
