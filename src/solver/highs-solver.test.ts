// What the adapter promises: right answers at full precision, limits kept, and an end within a second of being asked.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { LinearProgramme } from '#optimiser';
import { createHighsSolver } from '#solver';

const solver = createHighsSolver();
const patient = { timeLimitSeconds: 30, relativeGap: 0 };
const unwatched = { onProgress: () => {}, signal: { aborted: false } };

/** A programme from rows of coefficients: `rows[i]` are the coefficients of row i, 0 where a column has none. */
function programmeOf(form: {
  readonly costs: readonly number[];
  readonly rows: readonly {
    readonly coefficients: readonly number[];
    readonly lower: number;
    readonly upper: number;
  }[];
  readonly upper: number;
  readonly isInteger: boolean;
}): LinearProgramme {
  const entries = form.costs.map((_, column) =>
    form.rows.flatMap(({ coefficients }, row) => {
      const coefficient = coefficients[column] ?? 0;
      return coefficient === 0 ? [] : [{ row, coefficient }];
    }),
  );
  const ends = entries.reduce<readonly number[]>((sums, { length }) => [...sums, (sums.at(-1) ?? 0) + length], [0]);
  const { upper, isInteger } = form;
  return {
    columns: form.costs.map((cost, index) => ({ name: `x${index}`, cost, lower: 0, upper, isInteger })),
    rows: form.rows.map((row, index) => ({ name: `row${index}`, lower: row.lower, upper: row.upper })),
    columnStarts: Int32Array.from(ends),
    rowIndices: Int32Array.from(entries.flat(), ({ row }) => row),
    coefficients: Float64Array.from(entries.flat(), ({ coefficient }) => coefficient),
  };
}

/** A set-covering programme too hard to finish in a second. */
function hardProgramme(size: number): LinearProgramme {
  let state = 12345;
  const next = () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
  const rows = Array.from({ length: size }, () => ({
    coefficients: Array.from({ length: size }, () => (next() < 0.05 ? 1 : 0)),
    lower: 1,
    upper: Infinity,
  })).filter(({ coefficients }) => coefficients.some((one) => one === 1));
  return programmeOf({ costs: Array.from({ length: size }, () => 1 + next()), rows, upper: 1, isInteger: true });
}

async function solved(programme: LinearProgramme) {
  const result = await solver.solve(programme, patient, unwatched);
  assert.ok(result.ok);
  return result.value;
}

test('numbers reach the solver and come back at full precision', async () => {
  const [cost, need] = [1 / 3, 2 / 7];
  const rows = [{ coefficients: [Math.PI], lower: need, upper: Infinity }];
  const solution = await solved(programmeOf({ costs: [cost], rows, upper: Infinity, isInteger: false }));
  assert.equal(solution.status, 'optimal');
  assert.ok(Math.abs((solution.values[0] ?? 0) / (need / Math.PI) - 1) < 1e-15);
  assert.ok(Math.abs((solution.rowPrices[0] ?? 0) / (cost / Math.PI) - 1) < 1e-15);
});

test('a row price is what the objective grows by when the row asks for one more', async () => {
  const withNeed = (lower: number) =>
    programmeOf({
      costs: [2, 3],
      rows: [
        { coefficients: [1, 1], lower, upper: Infinity },
        { coefficients: [1, 0], lower: -Infinity, upper: 4 },
      ],
      upper: Infinity,
      isInteger: false,
    });
  const [ten, eleven] = [await solved(withNeed(10)), await solved(withNeed(11))];
  assert.ok(Math.abs((ten.rowPrices[0] ?? 0) - (eleven.objective - ten.objective)) < 1e-9);
  assert.ok(Math.abs((ten.rowPrices[1] ?? 0) + 1) < 1e-9, 'a limit that saves one has a price of −1');
});

test('a programme that contradicts itself is infeasible, not an error', async () => {
  const rows = [
    { coefficients: [1], lower: 2, upper: Infinity },
    { coefficients: [1], lower: -Infinity, upper: 1 },
  ];
  const solution = await solved(programmeOf({ costs: [1], rows, upper: Infinity, isInteger: false }));
  assert.equal(solution.status, 'infeasible');
});

test('a programme whose cost falls without end is refused with a next step', async () => {
  const rows = [{ coefficients: [1], lower: 0, upper: Infinity }];
  const programme = programmeOf({ costs: [-1], rows, upper: Infinity, isInteger: false });
  const result = await solver.solve(programme, patient, unwatched);
  assert.ok(!result.ok);
  assert.match(result.problems[0]?.hint ?? '', /cost/);
});

test('a programme without columns is answered without a thread', async () => {
  const empty = programmeOf({ costs: [], rows: [], upper: 1, isInteger: false });
  assert.deepEqual((await solved(empty)).objective, 0);
  const impossible = programmeOf({
    costs: [],
    rows: [{ coefficients: [], lower: 1, upper: 2 }],
    upper: 1,
    isInteger: false,
  });
  assert.equal((await solved(impossible)).status, 'infeasible');
});

/** Instances solved side by side: they share no row, so the joint optimum is the optimum of each. */
const INSTANCES_PER_PROGRAMME = 50;

/** Yes-or-no choices under two ceilings, as in choosing channels to open. */
const knapsack = fc.record({
  gains: fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 12, maxLength: 12 }),
  weights: fc.array(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 12, maxLength: 12 }), {
    minLength: 2,
    maxLength: 2,
  }),
  room: fc.integer({ min: 10, max: 200 }),
});

test('500 programmes with twelve yes-or-no choices come out as trying all 4,096 does', async () => {
  const instances = fc.sample(knapsack, { numRuns: 500, seed: 7 });
  for (let first = 0; first < instances.length; first += INSTANCES_PER_PROGRAMME) {
    const batch = instances.slice(first, first + INSTANCES_PER_PROGRAMME);
    const joint = programmeOf({
      costs: batch.flatMap(({ gains }) => gains.map((gain) => -gain)),
      rows: batch.flatMap(({ weights, room }, index) =>
        weights.map((row) => ({
          coefficients: [...Array.from({ length: 12 * index }, () => 0), ...row],
          lower: -Infinity,
          upper: room,
        })),
      ),
      upper: 1,
      isInteger: true,
    });
    const { values, status } = await solved(joint);
    assert.equal(status, 'optimal');
    batch.forEach(({ gains, weights, room }, index) => {
      const chosen = gains.map((_, item) => Math.round(values[12 * index + item] ?? NaN));
      assert.ok(weights.every((row) => total(row, chosen) <= room));
      assert.equal(total(gains, chosen), bestOfAll({ gains, weights, room }));
    });
  }
});

test('the same programme gives the same bytes', async () => {
  const programme = hardProgramme(40);
  const [first, second] = [await solved(programme), await solved(programme)];
  assert.deepEqual({ ...first, secondsTaken: 0 }, { ...second, secondsTaken: 0 });
});

test('a solve ends within a second of being stopped', async () => {
  const signal = { aborted: false };
  let asked = Infinity;
  const onProgress = () => {
    if (!signal.aborted) asked = performance.now();
    signal.aborted = true;
  };
  const result = await solver.solve(hardProgramme(300), patient, { onProgress, signal });
  assert.ok(performance.now() - asked < 1000);
  assert.ok(!result.ok && result.problems[0]?.code === 'stopped');
});

test('at its time limit a solve hands back the best it has, with the bound it has proven', async () => {
  const shares: number[] = [];
  const control = { onProgress: (share: number) => shares.push(share), signal: { aborted: false } };
  const result = await solver.solve(hardProgramme(300), { timeLimitSeconds: 2, relativeGap: 0 }, control);
  assert.ok(result.ok);
  assert.equal(result.value.status, 'stopped');
  assert.ok(result.value.bound > 0 && result.value.bound < result.value.objective);
  assert.ok(shares.every((share) => share >= 0 && share <= 1));
});

function total(weights: readonly number[], chosen: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * (chosen[index] ?? 0), 0);
}

function bestOfAll(instance: {
  readonly gains: readonly number[];
  readonly weights: readonly (readonly number[])[];
  readonly room: number;
}): number {
  let best = 0;
  for (let choice = 0; choice < 4096; choice++) {
    const chosen = instance.gains.map((_, item) => (choice >> item) & 1);
    if (instance.weights.some((row) => total(row, chosen) > instance.room)) continue;
    best = Math.max(best, total(instance.gains, chosen));
  }
  return best;
}
