// Every figure of a plan can be taken back to its sources: computed anew, it is the same.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { explainFigure, planWorkforce, type Pack, type PlanDocument } from '#planning';
import { readPack } from '#pack';
import { createHighsSolver } from '#solver';
import { createInlineSimulator } from '#workers';
import { keyedChooser } from './support/keyed-chooser.ts';

const simulator = createInlineSimulator();
const control = { onProgress: () => {}, signal: { aborted: false } };
let pack: Pack;
let plan: PlanDocument;

before(async () => {
  const read = await readPack('packs/hamlet');
  assert.ok(read.ok);
  pack = read.value;
  const planned = await planWorkforce(
    pack,
    {
      scenario: 'as-things-stand',
      mode: 'exact',
      seed: 7,
      samples: 32,
      asOf: 322,
      timeLimitSeconds: 30,
      relativeGap: 0.001,
    },
    { simulator, solver: createHighsSolver(), onProgress: () => {}, signal: { aborted: false } },
  );
  assert.ok(planned.ok);
  plan = planned.value;
});

test('200 figures of a plan chosen at random are computed anew to the same value', async () => {
  const choose = keyedChooser(200);
  for (let count = 0; count < 200; count++) {
    const name = seriesName(choose);
    const explained = await explainFigure({ plan, pack }, name, { simulator, control });
    assert.ok(explained.ok, `${name}: ${JSON.stringify(explained)}`);
    assert.equal(explained.value.value, explained.value.stated, name);
    assert.equal(explained.value.isReproduced, true, name);
  }
});

test('the origins of the people of a month add up to their number', async () => {
  for (const name of ['fte:HAM:2030-10', 'headcount:MILL:2035-10', 'with-plan/fte:HAM:role=data-analyst:2033-10']) {
    const explained = await explainFigure({ plan, pack }, name, { simulator, control });
    assert.ok(explained.ok);
    const sum = explained.value.parts.reduce((total, { value }) => total + (value ?? 0), 0);
    assert.ok(Math.abs(sum - explained.value.value) < 1e-9, `${name}: ${sum} against ${explained.value.value}`);
    assert.ok(Math.abs(explained.value.parts.find((part) => part.name === 'uncertainty')?.value ?? 99) < 3);
  }
});

test('the requirements of a demand add up to it, and each leads to a source and a line of the pack', async () => {
  const explained = await explainFigure({ plan, pack }, 'demandFte:HAM:2031-10', { simulator, control });
  assert.ok(explained.ok);
  const sum = explained.value.parts.reduce((total, { value }) => total + (value ?? 0), 0);
  assert.ok(Math.abs(sum - explained.value.value) < 0.006, `${sum} against ${explained.value.value}`);
  for (const part of explained.value.parts) {
    assert.match(part.source ?? '', /Hamlet/);
    assert.match(part.location ?? '', /catalogue\.yaml:\d+/);
  }
});

test('interventions, requirements, assumptions and the whole cost are reproduced', async () => {
  const names = [
    ...plan.interventions.map(({ id }) => `intervention:${id}`),
    ...plan.requirements.map(({ id }) => `requirement:${id}`),
    ...plan.comparisons.map(({ id }) => `comparison:${id}`),
    ...plan.assumptions.map(({ id }) => `assumption:${id}`),
    'programme-cost',
  ];
  for (const name of names) {
    const explained = await explainFigure({ plan, pack }, name, { simulator, control });
    assert.ok(explained.ok, `${name}: ${JSON.stringify(explained)}`);
    assert.equal(explained.value.isReproduced, true, name);
    assert.ok(explained.value.parts.length > 0, name);
  }
});

test('a plan is not explained from another pack', async () => {
  const explained = await explainFigure({ plan, pack: { ...pack, hash: 'f'.repeat(64) } }, 'fte:HAM:2030-10', {
    simulator,
    control,
  });
  assert.ok(!explained.ok);
  assert.match(explained.problems[0]?.message ?? '', /must be the same/);
});

test('a figure that the plan does not have is refused with the months that it has', async () => {
  for (const [name, rule] of [
    ['fte:NOWHERE:2030-10', /no place 'NOWHERE'/],
    ['fte:HAM:2051-10', /no such month/],
    ['intervention:I-9999', /no intervention 'I-9999'/],
  ] as const) {
    const explained = await explainFigure({ plan, pack }, name, { simulator, control });
    assert.ok(!explained.ok);
    assert.match(explained.problems[0]?.message ?? '', rule);
  }
});

function seriesName(choose: (count: number) => number): string {
  const isWithPlan = choose(2) === 1;
  const rows = isWithPlan ? plan.seriesWithPlan : plan.series;
  const row = rows[choose(rows.length)];
  assert.ok(row !== undefined);
  const axes = (['family', 'role', 'band'] as const)
    .filter((axis) => row[axis] !== '*')
    .map((axis) => `${axis}=${row[axis]}:`);
  const statistic = (['mean', 'p10', 'p50', 'p90'] as const)[choose(4)];
  const month = plan.months[choose(plan.months.length)];
  return `${isWithPlan ? 'with-plan/' : ''}${row.measure}:${row.place}:${axes.join('')}${month}:${statistic}`;
}
