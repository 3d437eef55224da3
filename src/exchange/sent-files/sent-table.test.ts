// Tests that a table that somebody sends keeps its lines, and that what is none is refused by name.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readSentTable } from './sent-table.ts';

const refusal = (text: string) => {
  const read = readSentTable({ name: 'sent.csv', text });
  assert.ok(!read.ok, text.slice(0, 40));
  return read.problems[0]?.message ?? '';
};

test('each row knows the line on which it begins, past blank lines and cells of several lines', () => {
  const read = readSentTable({ name: 'sent.csv', text: 'a,b\n1,"two\nlines"\n\n , \n3,4' });
  assert.ok(read.ok);
  assert.deepEqual(read.value.columns, ['a', 'b']);
  assert.deepEqual(
    read.value.rows.map(({ line, cells }) => [line, ...cells]),
    [
      [2, '1', 'two\nlines'],
      [6, '3', '4'],
    ],
  );
});

test('what is no table is refused with what it lacks', () => {
  assert.match(refusal(''), /it is empty/);
  assert.match(refusal('a,b\n'), /no rows/);
  assert.match(refusal('a;b\n1;2\n'), /no comma/);
  assert.match(refusal('a,b\n"1,2\n'), /quote/);
});

test('no text makes the reader throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const read = readSentTable({ name: 'sent.csv', text });
      assert.ok(read.ok ? read.value.rows.length > 0 : read.problems.length > 0);
    }),
  );
});
