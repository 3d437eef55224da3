// Time to competence against the capacity that it leaves, and against a pack that says nothing of it.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Assumption } from '#workforce';
import { centralSamples, hamlet, modelOf, projectOf, scalar, seriesOf, withValues } from '../hamlet.test-support.ts';
import { competenceAt } from './competence.ts';

function competenceOf(values: { readonly months: number; readonly newcomers: number; readonly level: number }) {
  const set = {
    'competence.months': scalar(values.months),
    'competence.newcomers-yearly': scalar(values.newcomers),
    'competence.level': scalar(values.level),
  };
  const scenarios = hamlet.scenarios.map((each) => ({
    ...each,
    assumptions: withValues({ ...hamlet, assumptions: each.assumptions }, set).assumptions,
  }));
  return modelOf({ ...hamlet, scenarios }, 'communities');
}

function factorOf(values: Parameters<typeof competenceOf>[0]): number {
  const model = competenceOf(values);
  return competenceAt(model, { samples: centralSamples(model, 1), index: 0, width: model.register.length }, 12).factor;
}

describe('time to competence', () => {
  test('takes the same work from as many people as bring the same capacity', () => {
    // A quarter of people new each year and twelve months to competence: an eighth of all working time is lost.
    const factor = factorOf({ months: 12, newcomers: 0.25, level: 0.8 });
    const capacityBefore = 1 - 0.125;
    const capacityAfter = 1 - 0.125 * 0.8;
    assert.ok(Math.abs(factor * capacityAfter - capacityBefore) < 1e-12);
    assert.ok(factorOf({ months: 12, newcomers: 0.25, level: 1.2 }) > 1, 'a longer time takes more people');
  });

  test('changes nothing where it does not change, or nobody is new, or all are competent at once', () => {
    for (const values of [
      { months: 12, newcomers: 0.25, level: 1 },
      { months: 0, newcomers: 0.25, level: 0.5 },
      { months: 12, newcomers: 0, level: 0.5 },
    ])
      assert.equal(factorOf(values), 1);
  });

  test('never asks for less than nothing or for more than can be, however wild the values', () => {
    for (const level of [0, 1.9, 40]) {
      const factor = factorOf({ months: 600, newcomers: 1, level });
      assert.ok(factor > 0 && factor <= 10 + 1e-9, String(factor));
    }
  });

  test('shows in the demand of every place alike, and in nobody who is in post', () => {
    const demand = (model: ReturnType<typeof modelOf>) => seriesOf(projectOf(model), { measure: 'demandFte' }).mean;
    const [plain, changed] = [1, 0.8].map((level) => competenceOf({ months: 12, newcomers: 0.25, level }));
    assert.ok(plain !== undefined && changed !== undefined);
    const times = 0.875 / 0.9;
    const [before, after] = [demand(plain), demand(changed)];
    assert.ok(before.every((fte, step) => Math.abs(fte * times - (after[step] ?? 0)) < 1e-9));
    const people = (model: ReturnType<typeof modelOf>) => seriesOf(projectOf(model), { measure: 'fte' }).mean;
    assert.deepEqual(people(plain), people(changed));
  });

  test('has a range that spans no effect in the pack that states it', () => {
    const stated = hamlet.scenarios.find(({ id }) => id === 'communities')?.assumptions ?? [];
    const spans = ({ spread }: Assumption) => spread?.kind === 'triangular' && spread.low < 1 && spread.high > 1;
    for (const id of ['competence.level', 'attrition.level'])
      assert.ok(stated.some((each) => each.id === id && spans(each)));
  });
});
