// Plans from end to end, solved by the real solver: against every plan tried, against a published case, and by law.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createHighsSolver } from '#solver';
import { cheapestWholePlan } from '../../tests/support/cheapest-whole-plan.ts';
import { channelOf, smallProblems, twoPlaces } from '../../tests/support/plan-problems.ts';
import { checkPlan } from './check-plan.ts';
import { formulate } from './formulate.ts';
import { optimisePlan } from './optimise-plan.ts';
import type { SolvePart } from './solve-part.ts';
import type { PlanProblem } from './plan-problem.ts';
import type { LinearProgramme } from './programme.ts';
import { readPlan } from './read-plan.ts';
import type { Standing } from './read-plan.ts';

const solver = createHighsSolver();
const solve: SolvePart = (programme) =>
  solver.solve(
    programme,
    { timeLimitSeconds: 20, relativeGap: 0 },
    { onProgress: () => {}, signal: { aborted: false } },
  );

async function solutionOf(programme: LinearProgramme) {
  const result = await solve(programme, { part: 0, parts: 1 });
  assert.ok(result.ok);
  return result.value;
}

async function planOf(problem: PlanProblem, mostPlacesAtOnce: number) {
  const result = await optimisePlan(problem, solve, { mostPlacesAtOnce, solvesAtOnce: 2 });
  assert.ok(result.ok);
  return result.value;
}

test('the Dutch plan for general practice comes out: 476.2 entrants a year where 614 were trained', async () => {
  const stillActive = 2690 / 3070;
  const ftePerDoctor = 0.29 * 0.822 + 0.71 * 0.551;
  const [availableFte, requiredFte] = [8187, 7807];
  const withoutEntrants = availableFte - 5 * 614 * stillActive * ftePerDoctor;
  const startMonths = [0, 12, 24, 36, 48];
  const problem: PlanProblem = {
    ...twoPlaces(),
    places: ['NL'],
    roles: ['general-practitioner'],
    channels: [channelOf('training', { peoplePerYear: startMonths.map(() => 1000), shareOfPlace: [1] })],
    options: [{ channel: 0, role: 0, band: '', costGbpPerStart: 1, payGbpPerFteYear: 0 }],
    startMonths,
    periods: [{ fromMonth: 96, toMonth: 108 }],
    classOfPlace: [0],
    responseFte: Float64Array.from(startMonths, () => stillActive * ftePerDoctor),
    needFte: Float64Array.of(requiredFte - withoutEntrants),
  };
  const programme = formulate(problem);
  const solution = await solutionOf(programme.programme);
  const entrants = solution.values.subarray(0, startMonths.length).reduce((sum, people) => sum + people, 0);
  assert.ok(Math.abs(entrants / 5 - 476.2) < 0.05, `${entrants / 5} a year`);
  const plan = readPlan(problem, programme, solution);
  const people = plan.starts.reduce((sum, start) => sum + start.people, 0);
  assert.ok(Math.abs(people - entrants) <= 1 && Number.isInteger(people), `${people} people`);
});

test('a plan keeps every limit, in whole people, and lies between the cheapest of all and its stated gap', async () => {
  await fc.assert(
    fc.asyncProperty(smallProblems, async (problem) => {
      const plan = await planOf(problem, 10);
      const cheapest = cheapestWholePlan(problem).objectiveGbp;
      assert.deepEqual(checkPlan(problem, plan.starts), []);
      assert.ok(plan.starts.every(({ people }) => Number.isInteger(people)));
      assert.ok(plan.objectiveGbp >= cheapest * (1 - 1e-9));
      assert.ok(plan.boundGbp <= cheapest * (1 + 1e-9));
      assert.ok(plan.objectiveGbp <= plan.objectiveOfNothingGbp);
    }),
    { numRuns: 10, seed: 4 },
  );
});

test('the bound proven from prices is the optimum of the programme to one part in a million', async () => {
  await fc.assert(
    fc.asyncProperty(smallProblems, async (problem) => {
      const programme = formulate(problem);
      const solution = await solutionOf(programme.programme);
      const { boundGbp } = readPlan(problem, programme, solution);
      assert.ok(Math.abs(boundGbp - solution.objective) <= 1e-6 * Math.max(1, solution.objective));
    }),
    { numRuns: 10, seed: 5 },
  );
});

test('a plan made in parts keeps the limits of the whole and bounds no higher than the whole does', async () => {
  await fc.assert(
    fc.asyncProperty(smallProblems, async (problem) => {
      const [inParts, whole] = [await planOf(problem, 1), await planOf(problem, 2)];
      assert.deepEqual(checkPlan(problem, inParts.starts), []);
      assert.ok(inParts.boundGbp <= whole.boundGbp + 1e-6 * Math.max(1, whole.boundGbp));
      assert.ok(inParts.objectiveGbp >= whole.boundGbp * (1 - 1e-6));
    }),
    { numRuns: 5, seed: 6 },
  );
});

test('posts that two parts share are cut for the search alone: their plan keeps every limit and serves both places', async () => {
  await fc.assert(
    fc.asyncProperty(smallProblems, fc.integer({ min: 1, max: 9 }), async (unshared, tenths) => {
      const problem = sharingFirstChannel(unshared, tenths / 10);
      const [inParts, whole] = [await planOf(problem, 1), await planOf(problem, 2)];
      assert.deepEqual(checkPlan(problem, inParts.starts), []);
      assert.ok(inParts.starts.every(({ option, place }) => problem.options[option]?.channel !== 0 || place === 0));
      assert.ok(inParts.boundGbp <= whole.boundGbp + 1e-6 * Math.max(1, whole.boundGbp));
      assert.ok(inParts.objectiveGbp >= whole.boundGbp * (1 - 1e-6));
    }),
    { numRuns: 5, seed: 8 },
  );
});

/** The same with the first channel's posts in the first place alone, each of them working in both. */
function sharingFirstChannel(problem: PlanProblem, share: number): PlanProblem {
  const serves = [
    [
      { place: 0, share },
      { place: 1, share: 1 - share },
    ],
    [{ place: 1, share: 1 }],
  ];
  const channels = problem.channels.map((channel, index) =>
    index === 0 ? { ...channel, serves, shareOfPlace: [1, 0] } : channel,
  );
  return { ...problem, channels };
}

test('a full channel is named as what holds the plan back, at the price of one person more', async () => {
  const options = [{ channel: 0, role: 0, band: '6', costGbpPerStart: 20_000, payGbpPerFteYear: 50_000 }];
  const room = (people: number) =>
    twoPlaces({
      options,
      startMonths: [0],
      channels: [channelOf('market', { peoplePerYear: [people, people, people] })],
    });
  const [tight, wider] = [await planOf(room(2), 10), await planOf(room(3), 10)];
  const [limit] = tight.binding;
  assert.deepEqual([limit?.kind, limit?.channel, limit?.place, limit?.year], ['capacity', 'market', null, 0]);
  assert.ok(Math.abs((limit?.priceGbp ?? 0) - (tight.objectiveGbp - wider.objectiveGbp)) < 1);
});

test('whoever waits hears of each plan, also while it is made whole, and of each better bound, the last of them the answer', async () => {
  const heard: Standing[] = [];
  const size = { mostPlacesAtOnce: 1, solvesAtOnce: 2, onStanding: (standing: Standing) => heard.push(standing) };
  const result = await optimisePlan(twoPlaces(), solve, size);
  assert.ok(result.ok);
  const last = heard.at(-1);
  // At least the plan as rounded, as mended, and with the bound of the second pass.
  assert.ok(last !== undefined && heard.length >= 3);
  heard.forEach(({ objectiveGbp, boundGbp, relativeGap }, index) => {
    const before = heard[index - 1];
    assert.ok(before === undefined || (objectiveGbp <= before.objectiveGbp && boundGbp >= before.boundGbp));
    assert.ok(boundGbp > 0 && Math.abs(relativeGap - (objectiveGbp - boundGbp) / objectiveGbp) < 1e-12);
  });
  assert.deepEqual([last.objectiveGbp, last.boundGbp], [result.value.objectiveGbp, result.value.boundGbp]);
});

test('a solver that ran out of time still leads to a plan that keeps every limit, and the plan says so', async () => {
  const none = new Float64Array();
  const nothing = { objective: Infinity, bound: -Infinity, values: none, rowPrices: none, secondsTaken: 1 };
  const result = await optimisePlan(
    twoPlaces(),
    () => Promise.resolve({ ok: true, value: { status: 'stopped', ...nothing } }),
    { mostPlacesAtOnce: 10, solvesAtOnce: 1 },
  );
  assert.ok(result.ok);
  assert.equal(result.value.status, 'stopped');
  assert.equal(result.value.boundGbp, 0);
  assert.ok(result.value.objectiveGbp < result.value.objectiveOfNothingGbp);
  assert.deepEqual(checkPlan(twoPlaces(), result.value.starts), []);
});
