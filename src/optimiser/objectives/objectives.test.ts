// Questions beyond the cheapest plan, each held against every plan tried or against algebra.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createHighsSolver } from '#solver';
import { cheapestWholePlan } from '../../../tests/support/cheapest-whole-plan.ts';
import { channelOf, smallProblems, twoPlaces } from '../../../tests/support/plan-problems.ts';
import { checkPlan } from '../check-plan.ts';
import { optimisePlan } from '../optimise-plan.ts';
import type { SolvePart } from '../solve-part.ts';
import type { PlanProblem } from '../plan-problem.ts';
import { objectiveOf } from '../plan-value.ts';
import { coarsenProblem } from './coarse-problem.ts';
import { figuresOf, fractionalPlan } from './fractional-plan.ts';
import { frontier } from './frontier.ts';
import { leastRelaxation } from './least-relaxation.ts';
import { nextMoney } from './next-money.ts';
import { helpOf, readRisk, weighFutures } from './risk-steps.ts';
import { seekingLeastShortage, withPurse, withoutChannels } from './spending-cap.ts';
import { dearerLastPeriod, lastNeedFte, priceOfTarget } from './target.ts';
import { valueOfFlexibility } from './two-stage.ts';

const solver = createHighsSolver();
const limits = { timeLimitSeconds: 20, relativeGap: 0 };
const solve: SolvePart = (programme) =>
  solver.solve(programme, limits, { onProgress: () => {}, signal: { aborted: false } });

async function answer<T>(
  asked: Promise<{ readonly ok: true; readonly value: T } | { readonly ok: false }>,
): Promise<T> {
  const result = await asked;
  assert.ok(result.ok);
  return result.value;
}

async function planOf(problem: PlanProblem) {
  return answer(optimisePlan(problem, solve, { mostPlacesAtOnce: 7, solvesAtOnce: 1 }));
}

async function relaxedObjective(problem: PlanProblem): Promise<number> {
  const plan = await answer(fractionalPlan(problem, solve));
  return objectiveOf(problem, plan?.starts ?? []);
}

test('the coarse problem is never dearer than the cheapest plan of all', async () => {
  await fc.assert(
    fc.asyncProperty(smallProblems, async (problem) => {
      const coarse = coarsenProblem(problem);
      assert.equal(coarse.problem.places.length, 1);
      const bound = await relaxedObjective(coarse.problem);
      assert.ok(bound <= cheapestWholePlan(problem).objectiveGbp * (1 + 1e-6) + 1e-6);
    }),
    { numRuns: 20, seed: 11 },
  );
});

test('no plan spends more than its purse, over the whole plan or in any year', async () => {
  await fc.assert(
    fc.asyncProperty(smallProblems, fc.integer({ min: 0, max: 120_000 }), async (problem, gbp) => {
      for (const per of ['plan', 'year'] as const) {
        const asked = withPurse(seekingLeastShortage(problem), { gbp, per });
        const { starts } = await planOf(asked);
        assert.deepEqual(checkPlan(asked, starts), []);
        const spent = (counts: (start: number) => boolean) =>
          starts
            .filter(({ start }) => counts(start))
            .reduce((sum, { people, option }) => sum + people * (problem.options[option]?.costGbpPerStart ?? 0), 0);
        const spans = per === 'plan' ? [() => true] : [0, 1].map((index) => (start: number) => start === index);
        for (const counts of spans) assert.ok(spent(counts) <= gbp + 1e-6);
      }
    }),
    { numRuns: 8, seed: 12 },
  );
});

test('along the frontier more money never leaves more short, each pound does less, and nothing is left by the last', async () => {
  await fc.assert(
    fc.asyncProperty(smallProblems, async (problem) => {
      const points = await answer(frontier(problem, solve, 12));
      assert.equal(points.length, 12);
      const free = seekingLeastShortage(problem);
      for (const [index, { budgetGbp, figures }] of points.entries()) {
        assert.ok(figures.spentGbp <= budgetGbp + 1e-3);
        const before = points[index - 1];
        if (before === undefined) continue;
        assert.ok(budgetGbp >= before.budgetGbp);
        assert.ok(figures.shortFteYears <= before.figures.shortFteYears + 1e-6);
      }
      const last = points.at(-1);
      const most = await answer(fractionalPlan(free, solve));
      assert.ok(Math.abs((last?.figures.shortFteYears ?? 0) - (most?.figures.shortFteYears ?? 0)) < 1e-6);
    }),
    { numRuns: 4, seed: 13 },
  );
});

test('a plan reaches its target at the price that is found, and no price is found where none does', async () => {
  const problem = twoPlaces({ shortagePriceGbpPerFteYear: 45_000 });
  const lazy = await planOf(problem);
  const need = lastNeedFte(problem);
  const most = 0.2 * need;
  assert.ok(figuresOf(problem, lazy.starts).lastShortFte > most);
  const extra = await answer(priceOfTarget(problem, solve, most));
  assert.ok(extra !== null && extra > 0);
  const keen = await planOf(dearerLastPeriod(problem, extra * 1.05));
  assert.ok(figuresOf(problem, keen.starts).lastShortFte <= most + 1e-9);
  const closed = withoutChannels(problem, ['market', 'training'], Infinity);
  assert.equal(await answer(priceOfTarget(closed, solve, most)), null);
});

test('the smallest relaxation names the limit that is in the way, and by how much', async () => {
  const problem = twoPlaces({
    channels: [
      channelOf('market', { peoplePerYear: [0.5, 0.5, 0.5] }),
      channelOf('training', { peoplePerYear: [0, 0, 0] }),
    ],
  });
  const relaxation = await answer(leastRelaxation(problem, solve, 3));
  assert.ok(relaxation !== null && relaxation.length > 0);
  for (const { limit, from, to } of relaxation) {
    assert.ok(limit.kind === 'capacity' && limit.channel === 0, limit.kind);
    assert.ok(to > from);
  }
  const people = relaxation.reduce((sum, { from, to }) => sum + to - from, 0);
  assert.ok(people > 1 && people < 4, `${people} more people`);
  assert.deepEqual(await answer(leastRelaxation(problem, solve, 5.9)), []);
});

test('a target that only time forbids has no relaxation', async () => {
  const problem = twoPlaces({ startMonths: [33] });
  assert.equal(await answer(leastRelaxation(problem, solve, 0)), null);
});

/** Needs of each cell in four futures around the problem's own. */
function fourFutures(problem: PlanProblem, spreads: readonly number[]) {
  const needFte = Float64Array.from({ length: problem.needFte.length * 4 }, (_, at) => {
    const cell = Math.floor(at / 4);
    return (problem.needFte[cell] ?? 0) + (spreads[at % 4] ?? 0) * (1 + (cell % 3) / 3);
  });
  return { count: 4, needFte };
}

const spread = fc
  .array(fc.integer({ min: -150, max: 150 }), { minLength: 4, maxLength: 4 })
  .map((each) => each.map((one) => one / 100));

test('the weighed problem costs what its futures cost on average, whatever the plan', async () => {
  await fc.assert(
    fc.asyncProperty(smallProblems, spread, async (problem, spreads) => {
      const samples = fourFutures(problem, spreads);
      const weighed = weighFutures(problem, samples, { weight: 0, tailShare: 0.25 });
      const { starts } = await planOf(weighed);
      const futures = [0, 1, 2, 3].map((future) =>
        objectiveOf(
          { ...problem, needFte: problem.needFte.map((_, cell) => samples.needFte[cell * 4 + future] ?? 0) },
          starts,
        ),
      );
      const mean = futures.reduce((sum, each) => sum + each, 0) / 4;
      assert.ok(Math.abs(objectiveOf(weighed, starts) - mean) <= 1e-6 * Math.max(1, mean));
    }),
    { numRuns: 15, seed: 14 },
  );
});

test('with risk the weighed objective is the tail of its futures or more, and equal where they rise together', async () => {
  await fc.assert(
    fc.asyncProperty(smallProblems, spread, async (problem, spreads) => {
      const samples = fourFutures(problem, spreads);
      const view = { weight: 1, tailShare: 0.25 };
      const weighed = weighFutures(problem, samples, view);
      const { starts } = await planOf(weighed);
      const { tailFteYears } = readRisk(problem, samples, { help: helpOf(problem, starts), tailShare: 0.25 });
      const startsGbp = objectiveOf({ ...problem, needFte: problem.needFte.map(() => -1e9) }, starts);
      const weighedFteYears = (objectiveOf(weighed, starts) - startsGbp) / problem.shortagePriceGbpPerFteYear;
      assert.ok(Math.abs(weighedFteYears - tailFteYears) <= 1e-6 * Math.max(1, tailFteYears));
    }),
    { numRuns: 15, seed: 15 },
  );
});

test('it is never dearer to decide later, and to decide all later starts now is what a fixed plan does', async () => {
  await fc.assert(
    fc.asyncProperty(smallProblems, spread, async (problem, spreads) => {
      const samples = fourFutures(problem, spreads);
      const flexible = await answer(valueOfFlexibility(problem, samples, { fromMonth: 12, solve }));
      assert.ok(flexible.flexibleGbp <= flexible.fixedGbp * (1 + 1e-6) + 1e-6);
      const never = await answer(valueOfFlexibility(problem, samples, { fromMonth: 999, solve }));
      assert.ok(Math.abs(never.flexibleGbp - never.fixedGbp) <= 1e-6 * Math.max(1, never.fixedGbp));
    }),
    { numRuns: 8, seed: 16 },
  );
});

test('the next money is spent within itself, keeps every capacity, and leaves less short', async () => {
  const problem = twoPlaces({ budgets: [{ tier: 'national', gbpPerYear: [20_000, 20_000, 20_000] }] });
  const { starts } = await planOf(problem);
  const next = nextMoney(problem, starts, 50_000);
  assert.ok(next.spentGbp > 0 && next.spentGbp <= 50_000);
  assert.ok(next.figures.shortFteYears < figuresOf(problem, starts).shortFteYears);
  const rules = checkPlan(problem, [...starts, ...next.starts]).map(({ rule }) => rule);
  assert.ok(
    rules.every((rule) => rule === 'budget'),
    rules.join(),
  );
});
