// Plans under every kind of rule, against every plan tried: programme, ledger, bound and parts.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createHighsSolver } from '#solver';
import { cheapestWholePlan } from '../../tests/support/cheapest-whole-plan.ts';
import { ruledProblems } from '../../tests/support/ruled-problems.ts';
import { checkPlan } from './check-plan.ts';
import { spendingBeyondStarts } from './check-rules.ts';
import { extraCostsGbp } from './extra-costs.ts';
import { formulateWhole } from './formulate.ts';
import { optimisePlan } from './optimise-plan.ts';
import type { SolvePart } from './solve-part.ts';
import { PlanLedger } from './plan-ledger.ts';
import type { PlanProblem } from './plan-problem.ts';
import { objectiveOf, programmeCostGbp } from './plan-value.ts';
import { joinProgrammes } from '../../tests/support/join-programmes.ts';
import { costOfStartGbp } from './help-of-start.ts';

const solver = createHighsSolver();
const solve: SolvePart = (programme) =>
  solver.solve(
    programme,
    { timeLimitSeconds: 60, relativeGap: 0 },
    { onProgress: () => {}, signal: { aborted: false } },
  );

const INSTANCES = 500;

/** Instances solved side by side in one programme: they share no row. */
const AT_ONCE = 50;

test('500 problems under random rules come out in whole people as trying every plan does', async () => {
  const problems = fc.sample(ruledProblems, { numRuns: INSTANCES, seed: 11 });
  for (let first = 0; first < problems.length; first += AT_ONCE) {
    const batch = problems.slice(first, first + AT_ONCE);
    const programmes = batch.map((problem) => formulateWhole(problem).programme);
    const solution = await solve(joinProgrammes(programmes), { part: 0, parts: 1 });
    assert.ok(solution.ok && solution.value.status === 'optimal');
    let column = 0;
    for (const [index, programme] of programmes.entries()) {
      let objective = 0;
      for (const { cost } of programme.columns) objective += cost * (solution.value.values[column++] ?? NaN);
      const cheapest = cheapestWholePlan(problemAt(batch, index)).objectiveGbp;
      const isSame = Math.abs(objective - cheapest) <= 1e-6 * Math.max(1, cheapest);
      assert.ok(isSame, `instance ${first + index}: ${objective} and ${cheapest}`);
    }
  }
});

test('under rules a plan keeps every limit, and the cheapest of all lies between its bound and its cost', async () => {
  await fc.assert(
    fc.asyncProperty(ruledProblems, async (problem) => {
      const cheapest = cheapestWholePlan(problem).objectiveGbp;
      for (const mostPlacesAtOnce of [2, 1]) {
        const plan = await optimisePlan(problem, solve, { mostPlacesAtOnce, solvesAtOnce: 2 });
        assert.ok(plan.ok);
        const { starts, objectiveGbp, boundGbp } = plan.value;
        assert.deepEqual(checkPlan(problem, starts), []);
        assert.ok(starts.every(({ people }) => Number.isInteger(people)));
        assert.ok(objectiveGbp >= cheapest * (1 - 1e-9) - 1e-6, `plan ${objectiveGbp} of ${cheapest}`);
        assert.ok(boundGbp <= cheapest * (1 + 1e-6) + 1e-6, `bound ${boundGbp} of ${cheapest}`);
        const isInOnePiece = mostPlacesAtOnce === 2;
        assert.ok(!isInOnePiece || objectiveGbp <= cheapest * (1 + 1e-6) + 1e-6, `plan ${objectiveGbp} of ${cheapest}`);
      }
    }),
    { numRuns: 10, seed: 12 },
  );
});

test('what the ledger says each change costs adds up to what the plan costs, and its spending to the pound', () => {
  const steps = fc.array(fc.tuple(fc.nat(1), fc.nat(1), fc.nat(1), fc.integer({ min: -1, max: 3 })), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(ruledProblems, steps, (problem, walk) => {
      const ledger = new PlanLedger(problem);
      let costGbp = objectiveOf(problem, []);
      for (const [place, option, start, wanted] of walk) {
        const at = { place, option, start };
        const people = Math.max(wanted, -ledger.peopleAt(at));
        costGbp += ledger.changeGbp(at, people, costOfStartGbp(problem, at));
        ledger.add(at, people);
      }
      const starts = ledger.starts();
      const stated = objectiveOf(problem, starts);
      assert.ok(Math.abs(costGbp - stated) <= 1e-9 * Math.max(1e6, stated), `${costGbp} and ${stated}`);
      let spentGbp = 0;
      for (const { people, option } of starts) spentGbp += people * (problem.options[option]?.costGbpPerStart ?? NaN);
      for (const { gbp } of spendingBeyondStarts(problem, starts)) spentGbp += gbp;
      assert.ok(Math.abs(spentGbp - programmeCostGbp(problem, starts)) <= 1e-6);
      let sharedOutGbp = 0;
      extraCostsGbp(problem, starts).forEach((gbp, index) => {
        const { people, option } = starts[index] ?? { people: 0, option: 0 };
        sharedOutGbp += gbp + people * (problem.options[option]?.costGbpPerStart ?? NaN);
      });
      assert.ok(Math.abs(spentGbp - sharedOutGbp) <= 1e-6);
    }),
    { numRuns: 300, seed: 13 },
  );
});

test('the ledger lets nobody in or out where the checker would find a limit broken', () => {
  const steps = fc.array(fc.tuple(fc.nat(1), fc.nat(1), fc.nat(1), fc.integer({ min: -2, max: 2 })), {
    maxLength: 10,
  });
  fc.assert(
    fc.property(ruledProblems, steps, (problem, walk) => {
      const ledger = new PlanLedger(problem);
      for (const [place, option, start, wanted] of walk) {
        const at = { place, option, start };
        const people = Math.max(wanted, -ledger.peopleAt(at));
        if (people !== 0 && ledger.mayChange(at, people)) ledger.add(at, people);
      }
      // Whether a channel takes people in a month, and how many at least, is asked before the ledger is.
      const others = new Set(['opening', 'closing', 'minimum-cohort']);
      const isEmpty = (rule: string, allowed: number) => rule === 'place-capacity' && allowed === 0;
      const broken = checkPlan(problem, ledger.starts()).filter(
        ({ rule, allowed }) => !others.has(rule) && !isEmpty(rule, allowed),
      );
      assert.deepEqual(broken, []);
    }),
    { numRuns: 300, seed: 14 },
  );
});

function problemAt(problems: readonly PlanProblem[], index: number): PlanProblem {
  const problem = problems[index];
  assert.ok(problem !== undefined);
  return problem;
}
