// Sums of responses against the full model with the same levers set.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { leverModel, moveLevers, prepareWorkbench, type LeverChanges, type Moved, type Start } from '#engine';
import { drawSamples, sampleDesign } from '#workforce';
import { hamlet, modelOf, projectOf, seriesOf, valueOf } from '../hamlet.test-support.ts';

const FROM_STEP = 13;
const NO_CHANGES: LeverChanges = { fromStep: FROM_STEP, recruitment: 0, retention: 0, demand: 0, productivity: 0 };
const model = modelOf(hamlet);
const samples = drawSamples(model.register, { count: 64, seed: 2, design: sampleDesign(hamlet) });
const apprenticeship = hamlet.channels.find(({ id }) => id === 'apprenticeship');
assert.ok(apprenticeship?.yields[0] !== undefined);
const PLANNED = apprenticeship.yields[0];
const plan: readonly Start[] = [14, 20, 41].map((step, index) => ({
  channel: 'apprenticeship',
  role: PLANNED.role,
  band: PLANNED.band,
  place: index === 1 ? 'WELL' : 'MILL',
  month: hamlet.baseMonth + step,
  people: 2 + index,
}));
const data = valueOf(prepareWorkbench(model, { samples, fromMonth: hamlet.baseMonth + FROM_STEP, plan }));

function settingsOf(kind: string, setting: number): readonly number[] {
  return data.levers.map((lever) =>
    lever.kind === kind || (lever.kind === 'starts' && lever.channel === kind) ? setting : 0,
  );
}

function moved(settings: readonly number[]): Moved {
  return moveLevers(data, { settings, budgetGbpPerYear: null });
}

/** How far sums are from the full model at most, over places, years, measures, mean and interval; in FTE. */
function farthest(got: Moved, full: { readonly changes: LeverChanges; readonly starts: readonly Start[] }): number {
  const projection = projectOf(leverModel(model, full.changes), { samples, starts: full.starts });
  const differences = data.places.flatMap(({ code }, place) =>
    (['fte', 'demandFte', 'gapFte'] as const).flatMap((measure) => {
      const series = seriesOf(projection, { measure, place: code });
      return data.months.flatMap((month, year) =>
        (['mean', 'p10', 'p50', 'p90'] as const).map((estimate) => {
          const own = got[measure][estimate][place * data.months.length + year] ?? Number.NaN;
          return Math.abs(own - (series[estimate][month - hamlet.baseMonth] ?? Number.NaN));
        }),
      );
    }),
  );
  assert.ok(differences.length > 300);
  return Math.max(...differences);
}

function startsOf(channelId: string, peopleAYear: number): readonly Start[] {
  const channel = model.channels.find(({ id }) => id === channelId);
  assert.ok(channel !== undefined);
  return model.units.flatMap(({ code }, unit) =>
    Array.from(channel.yields).flatMap((row) =>
      Array.from({ length: Math.min(hamlet.horizonMonths, channel.closesStep - 1) - FROM_STEP }, (_, index): Start => ({
        channel: channelId,
        role: model.roles[model.rows.role[row] ?? 0]?.id ?? '',
        band: model.bands[model.rows.band[row] ?? 0] ?? '',
        place: code,
        month: hamlet.baseMonth + FROM_STEP + 1 + index,
        people: (peopleAYear * (channel.unitShares[unit] ?? 0)) / (12 * channel.yields.length),
      })),
    ),
  );
}

describe('a workbench', () => {
  const still = data.levers.map(() => 0);

  test('with no lever moved stands where the full model does, its interval too', () => {
    assert.ok(farthest(moved(still), { changes: NO_CHANGES, starts: [] }) < 1e-4);
  });

  for (const { id } of model.channels) {
    test(`gives for starts in ${id} what the full model gives`, () => {
      const got = moved(settingsOf(id, 3));
      const off = farthest(got, { changes: NO_CHANGES, starts: startsOf(id, 3) });
      assert.ok(off < 1e-4, `${off}`);
      assert.ok(farthest(got, { changes: NO_CHANGES, starts: [] }) > 1, 'the lever moves something');
    });
  }

  test('gives for a plan what its replay gives, and half of it for half', () => {
    assert.ok(farthest(moved(settingsOf('plan', 1)), { changes: NO_CHANGES, starts: plan }) < 1e-4);
    const halved = plan.map((start) => ({ ...start, people: start.people / 2 }));
    assert.ok(farthest(moved(settingsOf('plan', 0.5)), { changes: NO_CHANGES, starts: halved }) < 1e-4);
  });

  for (const kind of ['recruitment', 'demand', 'productivity'] as const) {
    test(`gives for ${kind} what the full model gives`, () => {
      const got = moved(settingsOf(kind, 0.07));
      assert.ok(farthest(got, { changes: { ...NO_CHANGES, [kind]: 0.07 }, starts: [] }) < 1e-4);
      assert.ok(farthest(got, { changes: NO_CHANGES, starts: [] }) > 0.3, 'the lever moves something');
    });
  }

  test('gives for a fifth fewer leavers, or more, what the full model gives to a fiftieth of a post', () => {
    for (const retention of [-0.2, 0.1, 0.2]) {
      const got = moved(settingsOf('retention', retention));
      const off = farthest(got, { changes: { ...NO_CHANGES, retention }, starts: [] });
      assert.ok(off < 0.02, `${retention}: ${off}`);
    }
  });

  test('with every lever moved at once is a tenth of a post off, since people retained are not those who start', () => {
    const settings = settingsOf('apprenticeship', 3).map((setting, lever) => {
      const { kind = '' } = data.levers[lever] ?? {};
      return ['recruitment', 'retention', 'demand', 'productivity'].includes(kind) ? 0.05 : setting;
    });
    const changes = { ...NO_CHANGES, recruitment: 0.05, retention: 0.05, demand: 0.05, productivity: 0.05 };
    const off = farthest(moved(settings), { changes, starts: startsOf('apprenticeship', 3) });
    assert.ok(off < 0.2, `${off}`);
  });

  test('tells what the levers change with an interval of its own, and nothing where none is moved', () => {
    assert.ok(moved(settingsOf('apprenticeship', 0)).changeFte.mean.every((change) => change === 0));
    const [still, pulled] = [moved(settingsOf('apprenticeship', 0)), moved(settingsOf('apprenticeship', 3))];
    const { mean, p10, p90 } = pulled.changeFte;
    mean.forEach((change, cell) => {
      const apart = (pulled.gapFte.mean[cell] ?? 0) - (still.gapFte.mean[cell] ?? 0);
      assert.ok(Math.abs(change - apart) < 1e-9);
      assert.ok((p10[cell] ?? 0) <= change + 1e-9 && change <= (p90[cell] ?? 0) + 1e-9);
    });
  });

  test('keeps a budget by cutting all starts alike', () => {
    const free = moved(settingsOf('apprenticeship', 4));
    const held = moveLevers(data, {
      settings: settingsOf('apprenticeship', 4),
      budgetGbpPerYear: free.startsGbpPerYear / 2,
    });
    assert.equal(held.shareWithinBudget, 0.5);
    assert.deepEqual(held.fte, moved(settingsOf('apprenticeship', 2)).fte);
  });

  test('is refused where hires fill an establishment', () => {
    const refused = prepareWorkbench(modelOf(hamlet, 'funded'), { samples, fromMonth: hamlet.baseMonth, plan: [] });
    assert.ok(!refused.ok);
    assert.match(refused.problems[0]?.message ?? '', /hires fill an establishment/);
  });
});
