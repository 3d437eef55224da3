// Tests of the order of places and of the ways up and down the tree.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { ancestorsOf, driverReader, leavesWithStock, placeTree, subtreeOf } from '#workforce';
import { healthSystem, place } from './sample-system.test-support.ts';

const places = [
  place('B2', { tier: 'organisation', parent: 'S', to: 305 }),
  place('A1', { tier: 'organisation', parent: 'S' }),
  place('S', { tier: 'system', parent: 'R' }),
  place('R', { tier: 'region', parent: 'N' }),
  place('N', { tier: 'national' }),
];

test('places stand in the order of their tiers and then of their codes, however they were given', () => {
  for (const given of [places, places.toReversed()]) {
    assert.deepEqual(
      placeTree(given).places.map((each) => each.code),
      ['N', 'R', 'S', 'A1', 'B2'],
    );
  }
});

test('the ways up and down the tree agree', () => {
  const tree = placeTree(places);
  assert.deepEqual(
    ancestorsOf(tree, 'A1').map((each) => each.code),
    ['S', 'R', 'N'],
  );
  for (const each of places) {
    for (const below of subtreeOf(tree, each.code)) {
      const above = [below, ...ancestorsOf(tree, below.code)].map((one) => one.code);
      assert.ok(above.includes(each.code));
    }
  }
  assert.equal(subtreeOf(tree, 'N').length, places.length);
});

test('a place that stands above itself is named', () => {
  const ring = [place('X', { parent: 'Y' }), place('Y', { parent: 'X' })];
  assert.throws(() => ancestorsOf(placeTree(ring), 'X'), /'X' stands above itself/);
});

test('the leaves are the places that hold people', () => {
  const row = { role: 'r', band: 'b', ageGroup: 'a', headcount: 1, fte: 1, source: 's' };
  const system = healthSystem({
    places,
    stock: [
      { ...row, place: 'B2' },
      { ...row, place: 'A1' },
      { ...row, place: 'A1' },
    ],
  });
  assert.deepEqual(
    leavesWithStock(system).map((each) => each.code),
    ['A1', 'B2'],
  );
});

test('a driver is read from the place, else summed over the places below it that exist at the base month', () => {
  const value = (code: string, driver: string, amount: number) => ({ place: code, driver, value: amount, source: 's' });
  const driverValues = [
    value('A1', 'staff', 10),
    value('B2', 'staff', 5),
    value('R', 'beds', 7),
    value('A1', 'beds', 1),
  ];
  const read = driverReader(healthSystem({ places, driverValues }));
  assert.equal(read('N', 'staff'), 10);
  assert.equal(read('B2', 'staff'), 5);
  assert.equal(read('N', 'beds'), 7);
  assert.equal(read('S', 'beds'), 1);
  assert.equal(read('S', 'sites'), null);
});
