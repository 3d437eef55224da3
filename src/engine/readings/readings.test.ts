// Responses and the demand of requirements against projections of the same model.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { requirementDemand, responseTable, type Samples, type Start } from '#engine';
import { centralSample, drawSamples, sampleDesign } from '#workforce';
import { assertClose, hamlet, modelOf, projectOf, scalar, seriesOf, withValues } from '../hamlet.test-support.ts';

/** With whole posts alone an organisation's FTE per head is the nation's. */
const whole = { ...hamlet, stock: hamlet.stock.map((row) => ({ ...row, fte: row.headcount })) };

const startMonths = [3, 6, 9, 15, 30, 87].map((step) => hamlet.baseMonth + step);

describe('responses', () => {
  const dated = withValues(whole, {
    'attrition.yearly': hamlet.assumptions.find(({ id }) => id === 'attrition.yearly')?.value ?? scalar(0),
  });

  for (const [name, system] of [
    ['where no rate changes', dated],
    ['where leaving changes over time', { ...dated, assumptions: [...dated.assumptions, levelOfLeaving()] }],
  ] as const) {
    test(`${name}, the effect of starts is the sum of their responses in every role`, () => {
      const model = modelOf(system);
      const { effect, summed } = bothWays(model, centralSample(model.register));
      for (const { id } of model.roles) assertClose(effect(id), summed(id), 1e-9);
    });
  }

  test('are those of the place, whose posts have another FTE than the nation’s', () => {
    const model = modelOf(hamlet);
    const { effect, summed } = bothWays(model, centralSample(model.register));
    for (const { id } of model.roles) {
      const [actual = 0, promised = 0] = [effect(id)[120], summed(id)[120]];
      assert.ok(Math.abs(promised - actual) <= 0.01 * actual, `${id}: ${promised} for ${actual}`);
    }
    const plain = bothWays(modelOf(whole), centralSample(model.register));
    const role = 'service-technician';
    assert.ok(Math.abs((plain.summed(role)[120] ?? 0) / (effect(role)[120] ?? 1) - 1) > 0.02, 'posts are part-time');
  });

  test('are those of the mean over samples, to two parts in a thousand', () => {
    const model = modelOf(whole);
    const samples = drawSamples(model.register, { count: 16, seed: 3, design: sampleDesign(whole) });
    const { effect, summed } = bothWays(model, samples);
    const central = bothWays(model, centralSample(model.register)).summed;
    for (const { id } of model.roles) {
      const [actual = 0, promised = 0] = [effect(id)[120], summed(id)[120]];
      assert.ok(Math.abs(promised - actual) <= 0.002 * actual, `${id}: ${promised} for ${actual}`);
      assert.ok(Math.abs((central(id)[120] ?? 0) - actual) > 0.004 * actual, `${id} is not what the middle gives`);
    }
  });

  test('of places that leave alike are one class', () => {
    const { classOfPlace } = (() => {
      const model = modelOf(hamlet);
      return responseTable(model, [hamlet.baseMonth + 3], centralSample(model.register));
    })();
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

/** Some people of every option started in MILL in every month, by the full model and by responses: digital FTE of a role. */
function bothWays(model: ReturnType<typeof modelOf>, samples: Samples) {
  const table = responseTable(model, startMonths, samples);
  const width = model.steps + 1;
  const peopleOf = (option: number, start: number): number => 1 + ((option + start) % 3);
  const starts = table.options.flatMap(({ channel, role, band }, option) =>
    startMonths.map((month, start): Start => ({
      channel,
      role,
      band,
      place: 'MILL',
      month,
      people: peopleOf(option, start),
    })),
  );
  const [before, after] = [projectOf(model, { samples }), projectOf(model, { samples, starts })];
  const fteOf = (projection: typeof before, role: string) => seriesOf(projection, { measure: 'fte', role }).mean;
  const factors = table.placeFactors.get('MILL');
  return {
    effect: (role: string) => fteOf(after, role).map((fte, step) => fte - (fteOf(before, role)[step] ?? 0)),
    summed: (role: string) => {
      const sum = new Float64Array(width);
      table.reaches.forEach((reach, index) => {
        if (reach.role !== role) return;
        startMonths.forEach((_, start) => {
          const first = (index * startMonths.length + start) * width;
          const people = peopleOf(reach.option, start) * (factors?.[index] ?? 1);
          for (let step = 0; step < width; step++) {
            sum[step] = (sum[step] ?? 0) + people * (table.fte[first + step] ?? 0);
          }
        });
      });
      return sum;
    },
  };
}

function levelOfLeaving(): (typeof hamlet.assumptions)[number] {
  const [first] = hamlet.assumptions;
  assert.ok(first !== undefined);
  const steps = [0, 20, 50].map((step, index) => ({ from: hamlet.baseMonth + step, value: 1 + index / 4 }));
  return { ...first, id: 'attrition.level', spread: null, value: { kind: 'dated', steps } };
}
