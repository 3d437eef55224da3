// Hamlet's rules as the optimiser is asked to keep them, each checked by hand against the pack's own figures.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compile, responseTable } from '#engine';
import { demandLines, resolveBlueprint } from '#blueprint';
import type { PlanCap } from '#optimiser';
import { readPack } from '#pack';
import { createInlineSimulator } from '#workers';
import { centralSample, effectiveRegister } from '#workforce';
import { posePlan, quarterStarts } from './pose.ts';

const problem = await hamletProblem();

test('market recruitment takes no more than half of a year’s room in one quarter, nor more than stands empty', () => {
  const quarters = capsOf('quarter-capacity');
  assert.equal(quarters.length, problem.startMonths.length);
  assert.ok(quarters.every(({ most }) => most === 0.5 * 4));
  for (const [index, { places, most }] of capsOf('vacancies').entries()) {
    const [place = 0] = places;
    const year = index % 10;
    let short = 0;
    for (let role = 0; role < problem.roles.length; role++) {
      const need = (place * problem.roles.length + role) * problem.periods.length + year;
      short += Math.max(0, problem.needFte[need] ?? 0);
    }
    assert.equal(most, short);
  }
});

test('apprenticeships grow by half at most from the one that starts anyway, and by three', () => {
  const [first, second] = capsOf('ramp');
  // (x + 1) ≤ 1.5 × 1 + 3 in the first year; (x₁ + 1) ≤ 1.5 × (x₀ + 1) + 3 after.
  assert.deepEqual([first?.most, second?.most], [3.5, 3.5]);
  const amounts = second?.terms[0]?.amountOfStart ?? [];
  problem.startMonths.forEach((month, start) => {
    assert.equal(amounts[start], month < 12 ? -1.5 : month < 24 ? 1 : 0);
  });
});

test('a hundredth of a place’s nurses may leave the ward in a year, by every channel that takes nurses', () => {
  const mill = capsOf('source-floor').find(
    ({ where }) => where === 'nursing, Mill Hospital in the year from October 2027',
  );
  assert.equal(mill?.most, 4.2);
  const channels = new Set(mill?.terms.flatMap(({ options }) => options.map((each) => problem.options[each]?.channel)));
  assert.deepEqual(
    [...channels].map((each) => problem.channels[each ?? -1]?.id),
    ['nurse-reskilling'],
  );
});

test('an apprentice takes a tenth of a mentor for as much of a year as training lasts', () => {
  const second = capsOf('supervision').find(({ where }) => where === 'Mill Hospital in the year from October 2027');
  // Two years of training: who starts in month 3 is there for the first 3 months of the third year.
  assert.ok(Math.abs((second?.terms[0]?.amountOfStart[0] ?? 0) - (0.1 * 3) / 12) < 1e-12);
  assert.ok((second?.most ?? 0) > 0);
});

test('people kept are leavers: fewer than leave, and dearer beyond a share of them', () => {
  const kept = capsOf('leavers');
  const year = (where: string) => kept.find((cap) => cap.where === where)?.most ?? NaN;
  const posts = ['data-analyst in band 5', 'data-analyst in band 6', 'service-technician in band 5'].map((post) =>
    year(`${post}, Mill Hospital in the year from October 2026`),
  );
  const atMill = year('Mill Hospital in the year from October 2026');
  assert.ok(posts.every(Number.isInteger));
  assert.ok(atMill > 0 && atMill <= 0.4 * posts.reduce((sum, most) => sum + most, 0));
  const step = capsOf('cost-step').find(({ where }) => where.startsWith('Keeping people beyond 15%'));
  assert.equal(step?.breach?.priceGbp, 15_000);
});

test('an analyst shared by the system serves both places by their staff, and is opened once', () => {
  const shared = problem.channels.find(({ id }) => id === 'shared-analyst');
  assert.deepEqual(shared?.serves?.[0], [
    { place: 0, share: 0.7 },
    { place: 1, share: 0.3 },
  ]);
  assert.deepEqual(shared?.shareOfPlace, [1, 0]);
  assert.deepEqual(shared?.opening, { costGbp: 25_000, groups: ['HAM-S'], groupOfPlace: [0, 0] });
});

test('apprentice placements move within the system at a cost, and the system keeps to its share', () => {
  const group = capsOf('group-capacity')[0];
  assert.deepEqual([group?.places, group?.most], [[0, 1], 7]);
  const moved = capsOf('cost-step').find(({ where }) =>
    where.startsWith('Data apprenticeship, moved to Mill Hospital'),
  );
  assert.ok(Math.abs((moved?.most ?? 0) - 0.7 * 7) < 1e-9);
  assert.deepEqual([moved?.breach?.priceGbp, moved?.breach?.paidBy?.year], [1500, 0]);
});

test('the levy of each year, the ambition and equity come as the pack says', () => {
  assert.deepEqual(
    capsOf('fund-budget').map(({ most }) => most),
    [220_000, 220_000, 220_000, 220_000, 220_000, 260_000, 260_000, 260_000, 260_000, 260_000],
  );
  const [ambition] = capsOf('ambition');
  assert.deepEqual(
    [ambition?.counts, ambition?.breach],
    [
      { kind: 'fte', period: 6 },
      { priceGbp: 20_000, paidBy: null },
    ],
  );
  assert.deepEqual(problem.equity, {
    mostShortShare: 0.25,
    whenNationBelowShare: 0.15,
    fromPeriod: 4,
    priceGbpPerFteYear: 130_000,
  });
});

function capsOf(rule: PlanCap['rule']): readonly PlanCap[] {
  return (problem.caps ?? []).filter((cap) => cap.rule === rule);
}

async function hamletProblem() {
  const pack = await readPack('packs/hamlet');
  assert.ok(pack.ok);
  const { system, blueprint } = pack.value;
  const scenario = system.scenarios.find(({ id }) => id === 'as-things-stand');
  const resolved = resolveBlueprint(blueprint, system.places, system.baseMonth);
  assert.ok(scenario !== undefined && resolved.ok);
  const register = effectiveRegister(system, scenario);
  const model = compile({ system, register, scenario, lines: demandLines(resolved.value) });
  const request = { mode: 'expected', seed: 1, samples: centralSample(register), starts: [] } as const;
  const control = { onProgress: () => {}, signal: { aborted: false } };
  const projection = await createInlineSimulator().project(model, request, control);
  assert.ok(projection.ok);
  const responses = responseTable(model, quarterStarts(system, system.baseMonth), centralSample(model.register));
  return posePlan({ system, register, projection: projection.value, responses });
}
