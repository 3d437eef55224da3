// What the programme holds: which starts have a column, which limits a row, and with what numbers.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { channelOf, twoPlaces } from '../../tests/support/plan-problems.ts';
import { formulate } from './formulate.ts';

const namesOf = (items: readonly { readonly name: string }[]) => items.map(({ name }) => name);

test('a start that finishes too late to pay for itself has no column', () => {
  const { programme } = formulate(twoPlaces());
  const starts = namesOf(programme.columns).filter((name) => name.startsWith('start:MILL:'));
  assert.deepEqual(starts, [
    'start:MILL:market:analyst:6:0',
    'start:MILL:market:analyst:6:6',
    'start:MILL:market:analyst:6:12',
    'start:MILL:market:analyst:6:18',
    'start:MILL:market:analyst:6:24',
    'start:MILL:training:analyst:5:0',
    'start:MILL:training:analyst:5:6',
    'start:MILL:training:analyst:5:12',
    'start:MILL:training:analyst:5:18',
  ]);
});

test('a channel that is closed, or has no room, has no column in those months', () => {
  const channels = [
    channelOf('market', { opensMonth: 12, closesMonth: 18 }),
    channelOf('training', { shareOfPlace: [0, 1] }),
  ];
  const { programme } = formulate(twoPlaces({ channels }));
  assert.deepEqual(
    namesOf(programme.columns).filter((name) => name.startsWith('start:MILL:')),
    ['start:MILL:market:analyst:6:12'],
  );
});

test('a place without need has neither starts nor shortage', () => {
  const { programme } = formulate(twoPlaces({ needFte: Float64Array.from([-1, 0, -2, 1, 1, 1]) }));
  assert.equal(namesOf(programme.columns).filter((name) => name.includes('MILL')).length, 0);
  assert.deepEqual(
    namesOf(programme.columns).filter((name) => name.startsWith('short:')),
    ['short:need:WELL:analyst:0', 'short:need:WELL:analyst:1', 'short:need:WELL:analyst:2'],
  );
});

test('capacities, budgets and needs bound their rows at their own values', () => {
  const channels = [channelOf('market', { peoplePerYear: [10, 20, 30], shareOfPlace: [0.5, 0.02] })];
  const options = [{ channel: 0, role: 0, band: '6', costGbpPerStart: 20_000, payGbpPerFteYear: 50_000 }];
  const budgets = [{ tier: 'national', gbpPerYear: [1000, 2000, 3000] }] as const;
  const { programme } = formulate(twoPlaces({ channels, options, budgets }));
  const bounds = new Map(programme.rows.map(({ name, lower, upper }) => [name, [lower, upper]]));
  assert.deepEqual(bounds.get('need:MILL:analyst:2'), [3, Infinity]);
  assert.deepEqual(bounds.get('capacity:market:1'), [-Infinity, 20]);
  assert.deepEqual(bounds.get('capacity:market:MILL:1'), [-Infinity, 10]);
  assert.deepEqual(bounds.get('capacity:market:WELL:1'), [-Infinity, 1], 'a place has room for one smallest cohort');
  assert.deepEqual(bounds.get('budget:national:2'), [-Infinity, 3000]);
});

test('the same problem is written as the same programme, number for number', () => {
  assert.deepEqual(formulate(twoPlaces()), formulate(twoPlaces()));
});

test('a start costs its fees and the pay of what it gives until the last period ends', () => {
  const problem = twoPlaces();
  const { programme } = formulate(problem);
  const fteYears = problem.responseFte.subarray(0, 3).reduce((sum, fte) => sum + fte, 0);
  assert.equal(programme.columns[0]?.cost, 20_000 + 50_000 * fteYears);
});
