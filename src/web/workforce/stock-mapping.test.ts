// Tests that columns are found by their names, and that names of places, roles and bands become ids.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPack } from '#pack';
import { personalColumns } from './personal-columns.ts';
import { mappedRows, mappingOf, missingFields } from './stock-mapping.ts';

const pack = await readPack('packs/hamlet');
assert.ok(pack.ok);
const { system } = pack.value;

const table = {
  columns: ['Org code', 'Job title', 'AfC Band', 'Age band', 'Headcount', 'WTE'],
  rows: [{ line: 2, cells: ['mill hospital', 'Data Analyst', 'Band 5', 'under-35', '8', '7.6'] }],
};

test('columns are found by the names that other systems give them, and what is missing is named', () => {
  const mapping = mappingOf(table, {});
  assert.deepEqual(missingFields(mapping, table), ['source']);
  assert.equal(mapping.fte, 'column:5');
});

test('names become ids, one source may stand for all rows, and what is unknown stays as it was written', () => {
  const mapping = mappingOf(table, { source: 'fixed:hamlet-teaching' });
  assert.deepEqual(missingFields(mapping, table), []);
  const [row] = mappedRows(table, mapping, system);
  assert.deepEqual(row, { line: 2, cells: ['MILL', 'data-analyst', '5', 'under-35', '8', '7.6', 'hamlet-teaching'] });
  const strange = { ...table, rows: [{ line: 9, cells: ['Nowhere'] }] };
  assert.deepEqual(mappedRows(strange, mapping, system)[0]?.cells.slice(0, 2), ['Nowhere', '']);
});

test('a choice that names no column of the file counts as missing', () => {
  for (const place of ['column:6', 'column:-1', 'column:x', 'fixed:', '']) {
    assert.ok(missingFields(mappingOf(table, { place }), table).includes('place'), place);
  }
});

test('columns about single people are found, and those of counts are not', () => {
  const columns = ['Surname', 'NI number', 'E-mail', 'Date of birth', 'Staff No', ...table.columns, 'Name of band'];
  const found = personalColumns({ columns, rows: [] });
  assert.deepEqual(found, ['Surname', 'NI number', 'E-mail', 'Date of birth', 'Staff No']);
});
