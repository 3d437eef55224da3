// What a plan says of itself: its sentences, its sums, and what it says where it knows less.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { planWorkforce, type Pack, type PlanDocument, type PlanOptions } from '#planning';
import { readPack } from '#pack';
import { createHighsSolver } from '#solver';
import { createInlineSimulator } from '#workers';

const OPTIONS: PlanOptions = {
  scenario: 'as-things-stand',
  mode: 'exact',
  seed: 3,
  samples: 16,
  asOf: 322,
  timeLimitSeconds: 60,
  relativeGap: 1e-6,
};
let pack: Pack;
let plan: PlanDocument;

before(async () => {
  const read = await readPack('packs/hamlet');
  assert.ok(read.ok);
  pack = read.value;
  plan = await planned(OPTIONS);
});

test('every requirement that an intervention serves is in the plan', () => {
  const known = new Set(plan.requirements.map(({ id }) => id));
  assert.ok(plan.interventions.length > 0);
  for (const { id, requirements } of plan.interventions) {
    assert.ok(requirements.length > 0, id);
    for (const requirement of requirements) assert.ok(known.has(requirement), `${id} serves ${requirement}`);
  }
});

test('interventions, costs by year and the cost of the programme tie to the pound', () => {
  const total = plan.interventions.reduce((sum, { costGbp }) => sum + costGbp, 0);
  assert.equal(plan.plan.programmeCostGbp, total);
  assert.equal(
    plan.plan.costs.reduce((sum, { costGbp }) => sum + costGbp, 0),
    total,
  );
});

test('nobody starts before the month after the present one', () => {
  for (const { id, startMonth } of plan.interventions)
    assert.ok(startMonth > '2026-11', `${id} starts in ${startMonth}`);
});

test('the summary says where the gap is worst, how sure, what closes it, at what cost and who acts first', () => {
  const text = plan.summary.join(' ');
  for (const part of [
    /short of .* in 8 of 10 futures/,
    /worst in/,
    /cheapest plan found starts/,
    /£/,
    /First to act, by January 2027/,
  ]) {
    assert.match(text, part);
  }
});

test('a plan in expectation says nothing of chances and futures', async () => {
  const { summary } = await planned({ ...OPTIONS, mode: 'expected', samples: 1 });
  assert.doesNotMatch(summary.join(' '), /futures|chance/);
});

test('a plan that nobody could start is refused with the months', async () => {
  const refused = await run({ ...OPTIONS, asOf: 430 });
  assert.ok(!refused.ok);
  assert.match(refused.problems[0]?.message ?? '', /As of 2035-11 .* ends in 2035-10/);
});

async function planned(options: PlanOptions): Promise<PlanDocument> {
  const made = await run(options);
  assert.ok(made.ok);
  return made.value;
}

function run(options: PlanOptions) {
  const world = { simulator: createInlineSimulator(), solver: createHighsSolver() };
  return planWorkforce(pack, options, { ...world, onProgress: () => {}, signal: { aborted: false } });
}
