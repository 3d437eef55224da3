// Tests that CSV reads back as it was, and that no cell of it can run in a spreadsheet.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { writeCsv } from '#exchange';

function readBack(text: string): readonly (readonly string[])[] {
  const records: string[][] = parse(text, { record_delimiter: '\r\n' });
  return records;
}

test('a table reads back as it was written', () => {
  const text = writeCsv({
    name: 'gaps',
    columns: ['place', 'note', 'fte'],
    rows: [
      ['MILL', 'says "so", and\nmore', -5],
      ['WELL', '', 0.1 + 0.2],
    ],
  });
  assert.equal(text, 'place,note,fte\r\nMILL,"says ""so"", and\nmore",-5\r\nWELL,,0.30000000000000004\r\n');
});

test('ten thousand hostile cells read back without one formula', () => {
  const start = fc.constantFrom(...'=+-@\t\r\0＝＋－＠ \n\u200b"\'a1,;'.split(''));
  const cell = fc.tuple(fc.array(start, { maxLength: 4 }), fc.string({ unit: 'binary', maxLength: 12 }));
  const cells = fc.sample(cell, { numRuns: 10_000, seed: 26 }).map(([head, rest]) => head.join('') + rest);
  const rows = Array.from({ length: 1000 }, (_, row) => cells.slice(10 * row, 10 * row + 10));
  const columns = Array.from({ length: 10 }, (_, column) => `c${column}`);
  const read = readBack(writeCsv({ name: 'fuzz', columns, rows })).slice(1);
  assert.equal(read.length, 1000);
  for (const [row, written] of rows.entries()) {
    for (const [column, text] of written.entries()) {
      const got = read[row]?.[column] ?? '';
      assert.ok(got === text || got === `'${text}`, JSON.stringify([text, got]));
      assert.ok(!/^[=+\-@\t\r\0＝＋－＠]/u.test(got.trimStart()) && !/^[\t\r\0]/.test(got), JSON.stringify(got));
    }
  }
});

test('every number comes back as the same number, negative ones too', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      const read = readBack(writeCsv({ name: 'numbers', columns: ['value'], rows: [[value]] }));
      assert.equal(Number(read[1]?.[0]), value === 0 ? 0 : value);
    }),
  );
});

test('a row of another width and a number that is none are refused', () => {
  assert.throws(() => writeCsv({ name: 't', columns: ['a', 'b'], rows: [[1]] }), /1 cells/);
  assert.throws(() => writeCsv({ name: 't', columns: ['a'], rows: [[Number.NaN]] }), /NaN/);
});
