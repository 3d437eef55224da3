// Tests of overlays and of reading a value where and when it holds.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { effectiveRegister, valueAt } from '#workforce';
import { assumption, healthSystem, scenario } from './sample-system.test-support.ts';

test("a scenario's assumptions stand in place of the register's or join it, in the order of ids", () => {
  const system = healthSystem({ assumptions: [assumption('b'), assumption('a'), assumption('c', { unit: 'share' })] });
  const overlay = scenario({
    assumptions: [assumption('d'), assumption('c', { unit: 'share', value: { kind: 'scalar', value: 0.5 } })],
  });
  const register = effectiveRegister(system, overlay);
  assert.deepEqual(
    register.map((entry) => [entry.id, entry.value]),
    [
      ['a', { kind: 'scalar', value: 1 }],
      ['b', { kind: 'scalar', value: 1 }],
      ['c', { kind: 'scalar', value: 0.5 }],
      ['d', { kind: 'scalar', value: 1 }],
    ],
  );
  assert.equal(system.assumptions.length, 3);
});

test('a scalar is the sampled value itself', () => {
  assert.equal(valueAt(assumption('a', { value: { kind: 'scalar', value: 3 } }), 2.5, { month: 0, members: {} }), 2.5);
});

test('a step holds from its month until the next, the first one before it too, and is multiplied by the factor', () => {
  const dated = assumption('a', {
    value: {
      kind: 'dated',
      steps: [
        { from: 309, value: 0.9 },
        { from: 327, value: 1 },
      ],
    },
  });
  const read = (month: number): number => valueAt(dated, 2, { month, members: {} });
  assert.deepEqual([300, 309, 326, 327, 400].map(read), [1.8, 1.8, 1.8, 2, 2]);
});

test('of the cells that fit, the one that names most members holds, then the one that names the earlier axis', () => {
  const table = assumption('a', {
    value: {
      kind: 'table',
      axes: ['band', 'ageGroup'],
      cells: [
        { at: ['*', '*'], value: 1 },
        { at: ['*', 'young'], value: 2 },
        { at: ['5', '*'], value: 3 },
        { at: ['6', 'young'], value: 4 },
      ],
    },
  });
  const read = (band: string, ageGroup: string): number =>
    valueAt(table, 10, { month: 0, members: { band, ageGroup } });
  assert.equal(read('7', 'old'), 10);
  assert.equal(read('7', 'young'), 20);
  assert.equal(read('5', 'young'), 30);
  assert.equal(read('6', 'young'), 40);
  assert.equal(read('6', 'old'), 10);
});

test('a table without a cell for the members asked for stops the run and names them', () => {
  const table = assumption('pay.salary', {
    value: { kind: 'table', axes: ['band'], cells: [{ at: ['5'], value: 1 }] },
  });
  assert.throws(() => valueAt(table, 1, { month: 0, members: { band: '9' } }), /pay\.salary.*band 9/);
});
