// A workbench written as JSON and read back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { moveLevers, packWorkbench, prepareWorkbench, unpackWorkbench, type WorkbenchData } from '#engine';
import { drawSamples, sampleDesign } from '#workforce';
import { hamlet, modelOf, valueOf } from '../hamlet.test-support.ts';

const model = modelOf(hamlet);
const samples = drawSamples(model.register, { count: 8, seed: 2, design: sampleDesign(hamlet) });
const data = valueOf(prepareWorkbench(model, { samples, fromMonth: hamlet.baseMonth + 6, plan: [] }));

test('a workbench comes back from JSON to the last bit, and moves as it did', () => {
  const back = unpackWorkbench(JSON.parse(JSON.stringify(packWorkbench(data))));
  assert.deepEqual(back, data);
  const levers = { settings: data.levers.map((_, lever) => lever / 100), budgetGbpPerYear: null };
  assert.deepEqual(moveLevers(back, levers), moveLevers(data, levers));
});

test('grids of any length come back', () => {
  for (const length of [0, 1, 2, 3, 4, 5]) {
    const grid = Float32Array.from({ length }, (_, index) => (index - 1.5) * 1e-7);
    const odd: WorkbenchData = { ...data, supplyFte: grid, terms: [] };
    assert.deepEqual(unpackWorkbench(packWorkbench(odd)).supplyFte, grid);
  }
});
