// Slopes against finite differences, ends against projections, and shares of doubt against what must hold of them.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { everyAssumptionMoves, gapReader, sensitivity, totalShares, type Model } from '#engine';
import { centralSample, quantileOfDistribution, sampleDesign, type Assumption, type HealthSystem } from '#workforce';
import { hamlet, modelOf, projectOf, scalar, seriesOf, withValues } from '../hamlet.test-support.ts';
import { adjointOf } from './adjoint.ts';

/** With whole posts alone an organisation's FTE per head is the nation's, and national readings are exact. */
const whole = { ...hamlet, stock: hamlet.stock.map((row) => ({ ...row, fte: row.headcount })) };
const STEP = hamlet.horizonMonths;

/** A system in which each assumption has a range, so that each has a column that moves the model. */
function moving(system: HealthSystem): HealthSystem {
  return {
    ...system,
    assumptions: everyAssumptionMoves(system.assumptions),
    scenarios: system.scenarios.map((each) => ({ ...each, assumptions: everyAssumptionMoves(each.assumptions) })),
  };
}

function supplyAndDemand(model: Model, values: Float64Array): readonly [number, number] {
  const projection = projectOf(model, { samples: { count: 1, values } });
  return [
    seriesOf(projection, { measure: 'fte' }).mean[STEP] ?? Number.NaN,
    seriesOf(projection, { measure: 'demandFte' }).mean[STEP] ?? Number.NaN,
  ];
}

describe('adjoint slopes', () => {
  const [first] = hamlet.assumptions;
  assert.ok(first !== undefined);
  const levels = [1, 1.3, 0.8].map((value, index) => ({ from: hamlet.baseMonth + 20 * index, value }));
  const dated: Assumption = { ...first, id: 'attrition.level', spread: null, value: { kind: 'dated', steps: levels } };
  const recodedAway = withValues(hamlet, { 'reclassification.yearly': scalar(-0.02) });

  for (const [name, system, scenario] of [
    ['where recruitment goes on by trend', hamlet, 'as-things-stand'],
    ['where communities change the time to competence', hamlet, 'communities'],
    ['where leaving changes over time', { ...hamlet, assumptions: [...hamlet.assumptions, dated] }, 'as-things-stand'],
    ['where people are recoded away', recodedAway, 'as-things-stand'],
    ['where hires fill an establishment', hamlet, 'funded'],
  ] as const) {
    test(`${name}, are those of finite differences to a millionth of supply and demand`, () => {
      const model = modelOf(moving(system), scenario);
      const found = adjointOf(model, STEP);
      const central = centralSample(model.register).values;
      const [supply, demand] = supplyAndDemand(model, central);
      assert.ok(Math.abs(found.supplyFte - supply) < 1e-9 * supply);
      let moved = 0;
      for (const column of model.register.keys()) {
        const stated = central[column] ?? 0;
        const size = Math.max(Math.abs(stated), 1e-3);
        const nudge = 1e-5 * size;
        const up = supplyAndDemand(model, central.with(column, stated + nudge));
        const down = supplyAndDemand(model, central.with(column, stated - nudge));
        const off = [
          ((up[0] - down[0]) / (2 * nudge) - (found.supplySlopes[column] ?? 0)) * (size / supply),
          ((up[1] - down[1]) / (2 * nudge) - (found.demandSlopes[column] ?? 0)) * (size / demand),
        ];
        const id = model.register[column]?.id;
        assert.ok(Math.max(...off.map(Math.abs)) < 1e-6, `${id} is off by ${off.join(' and ')}`);
        if (found.supplySlopes[column] !== 0 || found.demandSlopes[column] !== 0) moved += 1;
      }
      assert.ok(moved >= 12, `${moved} assumptions move supply or demand`);
    });
  }
});

describe('sensitivity', () => {
  const model = modelOf(moving(whole));
  const register = modelOf(whole).register;
  const reader = gapReader(model, STEP);
  const entries = sensitivity(model, { register, step: STEP, reader });

  test('names every assumption of the register, uncertain or not', () => {
    assert.deepEqual(
      entries.map(({ assumption }) => assumption),
      register.map(({ id }) => id),
    );
    const certain = entries.find(({ assumption }) => assumption === 'promotion.yearly');
    assert.ok(certain !== undefined && certain.elasticity !== 0 && certain.low === certain.high);
  });

  test('gives the gap that a projection with the assumption at its tenth and ninetieth percentile gives', () => {
    for (const [column, { assumption, low, high }] of entries.entries()) {
      const spread = register[column]?.spread ?? null;
      if (spread === null) continue;
      for (const [share, gap] of [
        [0.1, low],
        [0.9, high],
      ] as const) {
        const values = centralSample(register).values.with(column, quantileOfDistribution(spread, share));
        const [supply, demand] = supplyAndDemand(model, values);
        assert.ok(Math.abs(supply - demand - gap) < 1e-8, `${assumption}: ${supply - demand} and ${gap}`);
      }
    }
  });

  test('has the right signs: more recruits are more people, more leavers are fewer', () => {
    const of = (id: string): number => entries.find(({ assumption }) => assumption === id)?.elasticity ?? 0;
    assert.ok(of('recruitment.level') > 0.1);
    assert.ok(of('attrition.yearly') < -0.1);
    assert.equal(of('demand.level'), 0);
  });

  test('takes assumptions that go together as one, and leaves nothing out of the doubt', () => {
    const wanted = register.filter(({ spread }) => spread !== null).map(({ id }) => id);
    const design = sampleDesign(whole);
    const shares = totalShares(register, { reader, design, seed: 1, count: 1024, wanted });
    const tied = shares.find(({ assumptions }) => assumptions.length > 1);
    assert.deepEqual(tied?.assumptions, ['apprenticeship.completion', 'attrition.yearly']);
    assert.deepEqual(shares.flatMap(({ assumptions }) => assumptions).toSorted(), wanted.toSorted());
    // Total indices of independent factors add up to no less than the whole; of a nearly additive gap, to hardly more.
    const sum = shares.reduce((total, { share }) => total + share, 0);
    const error = Math.sqrt(shares.reduce((total, each) => total + each.error * each.error, 0));
    assert.ok(sum > 1 - 4 * error && sum < 1.1, `${sum} ± ${error}`);
  });
});
