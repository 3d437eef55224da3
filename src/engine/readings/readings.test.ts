// Responses and the demand of requirements against projections of the same model.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { requirementDemand, responseTable, type Start } from '#engine';
import { centralSample } from '#workforce';
import { assertClose, hamlet, modelOf, projectOf, scalar, seriesOf, withValues } from '../hamlet.test-support.ts';

/** With whole posts alone an organisation's FTE per head is the nation's, and national readings are exact. */
const whole = { ...hamlet, stock: hamlet.stock.map((row) => ({ ...row, fte: row.headcount })) };

describe('responses', () => {
  const dated = withValues(whole, {
    'attrition.yearly': hamlet.assumptions.find(({ id }) => id === 'attrition.yearly')?.value ?? scalar(0),
  });

  for (const [name, system] of [
    ['where no rate changes', dated],
    ['where leaving changes over time', { ...dated, assumptions: [...dated.assumptions, levelOfLeaving()] }],
  ] as const) {
    test(`${name}, the effect of starts is the sum of their responses`, () => {
      const model = modelOf(system);
      const months = [3, 6, 9, 15, 30, 87].map((step) => hamlet.baseMonth + step);
      const table = responseTable(model, months);
      const width = model.steps + 1;
      const starts = table.options.flatMap(({ channel, role, band }, option) =>
        months.map((month, start): Start => ({
          channel,
          role,
          band,
          place: 'MILL',
          month,
          people: 1 + ((option + start) % 3),
        })),
      );
      const before = projectOf(model);
      const after = projectOf(model, { starts });
      for (const { id } of model.roles) {
        const sum = new Float64Array(width);
        table.options.forEach(({ role }, option) => {
          months.forEach((_, start) => {
            const people = 1 + ((option + start) % 3);
            const first = (option * months.length + start) * width;
            if (role !== id) return;
            for (let step = 0; step < width; step++)
              sum[step] = (sum[step] ?? 0) + people * (table.fte[first + step] ?? 0);
          });
        });
        const effect = seriesOf(after, { measure: 'fte', role: id }).mean.map(
          (fte, step) => fte - (seriesOf(before, { measure: 'fte', role: id }).mean[step] ?? 0),
        );
        // Who moves from technician to analyst counts with nobody's response.
        if (id !== 'data-analyst') assertClose(effect, sum, 1e-9);
        else effect.forEach((fte, step) => assert.ok(fte >= (sum[step] ?? 0) - 1e-9));
      }
    });
  }

  test('of places that leave alike are one class', () => {
    const { classOfPlace } = responseTable(modelOf(hamlet), [hamlet.baseMonth + 3]);
    assert.deepEqual(
      [...classOfPlace],
      [
        ['MILL', 0],
        ['WELL', 0],
      ],
    );
  });
});

test('what requirements ask for when mature adds up to the demand of the last month', () => {
  const model = modelOf(hamlet);
  const central = { count: 1, values: centralSample(model.register).values };
  const sum = requirementDemand(model, central).reduce((total, { fte }) => total + (fte[0] ?? 0), 0);
  const { mean } = seriesOf(projectOf(model), { measure: 'demandFte' });
  assert.ok(Math.abs(sum - (mean[120] ?? 0)) < 1e-9);
});

function levelOfLeaving(): (typeof hamlet.assumptions)[number] {
  const [first] = hamlet.assumptions;
  assert.ok(first !== undefined);
  const steps = [0, 20, 50].map((step, index) => ({ from: hamlet.baseMonth + step, value: 1 + index / 4 }));
  return { ...first, id: 'attrition.level', spread: null, value: { kind: 'dated', steps } };
}
