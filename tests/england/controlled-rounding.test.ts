// Tests that rounding a table keeps every total, moves each cell by less than one, and never wavers.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { roundToMargins, roundToTotal } from '../../scripts/controlled-rounding.ts';
import type { Margins, Table } from '../../scripts/controlled-rounding.ts';

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const columnsOf = (table: Table): number[][] => (table[0] ?? []).map((_, c) => table.map((row) => row[c] ?? 0));

/** A table of positive numbers of any shape up to 8 × 8. */
const tables = fc.tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 8 })).chain(([rows, columns]) =>
  fc.array(fc.array(fc.double({ min: 0.01, max: 40, noNaN: true }), { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows,
  }),
);

/** Whole totals near the table's own. */
function wholeMargins(table: Table): Margins {
  const total = Math.round(sum(table.map(sum)));
  return { rows: roundToTotal(table.map(sum), total), columns: roundToTotal(columnsOf(table).map(sum), total) };
}

/** Margins that leave no row or column empty, which a table of positive numbers can always meet. */
const isFull = ({ rows, columns }: Margins): boolean => [...rows, ...columns].every((total) => total > 0);

test('a rounded table has whole cells of 0 or more that add up to its margins', () => {
  fc.assert(
    fc.property(tables, (table) => {
      const margins = wholeMargins(table);
      fc.pre(isFull(margins));
      const rounded = roundToMargins(table, margins);
      assert.ok(rounded.flat().every((cell) => Number.isInteger(cell) && cell >= 0));
      assert.deepEqual(rounded.map(sum), margins.rows);
      assert.deepEqual(columnsOf(rounded).map(sum), margins.columns);
    }),
    { seed: 20261128, numRuns: 1000 },
  );
});

test('a table of two blocks that hardly touch meets its margins too', () => {
  const table = [
    [23.782809167964356, 0.01],
    [0.01, 16.73428599098894],
    [0.7295468914056895, 0.017565129336301222],
  ];
  const rounded = roundToMargins(table, { rows: [23, 17, 1], columns: [24, 17] });
  assert.deepEqual(rounded, [
    [23, 0],
    [0, 17],
    [1, 0],
  ]);
});

test('a table whose totals are whole already moves by less than one in each cell', () => {
  const table = [
    [1.5, 2.25, 0.25],
    [0.5, 1.75, 0.75],
    [2, 1, 1],
  ];
  const rounded = roundToMargins(table, { rows: [4, 3, 4], columns: [4, 5, 2] });
  rounded.forEach((row, r) =>
    row.forEach((cell, c) => assert.ok(Math.abs(cell - (table[r]?.[c] ?? 0)) < 1, `cell ${r}, ${c}`)),
  );
});

test('margins that do not add up to one total are refused', () => {
  assert.throws(() => roundToMargins([[1, 1]], { rows: [2], columns: [1, 2] }), /Rows add up to 2, columns to 3/);
});

test('an empty row that is to hold people is refused', () => {
  const table = [
    [0, 0],
    [1, 1],
  ];
  assert.throws(() => roundToMargins(table, { rows: [1, 1], columns: [1, 1] }), /cannot meet its margins/);
});

test('shares of a total go to the largest remainders, the earlier one first', () => {
  assert.deepEqual(roundToTotal([1, 1, 1], 5), [2, 2, 1]);
  assert.deepEqual(roundToTotal([0.2, 0.7, 0.1], 2), [0, 2, 0]);
  assert.deepEqual(roundToTotal([5, 3], 8), [5, 3]);
});
