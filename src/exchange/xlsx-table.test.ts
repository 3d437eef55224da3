// Holds spreadsheets to what is promised of them: no cell runs, and numbers stay numbers.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inflateRawSync } from 'node:zlib';
import { writeXlsx } from './xlsx-table.ts';

/** Texts of the files in a zip archive, by the sizes and places that its directory at the end names. */
function textsIn(archive: Uint8Array): ReadonlyMap<string, string> {
  const bytes = Buffer.from(archive);
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const texts = new Map<string, string>();
  let at = bytes.readUInt32LE(end + 16);
  for (let entry = 0; entry < bytes.readUInt16LE(end + 10); entry += 1) {
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const name = bytes.toString('utf8', at + 46, at + 46 + (nameLength ?? 0));
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const data = bytes.subarray(start, start + bytes.readUInt32LE(at + 20));
    texts.set(name, (bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(data) : data).toString('utf8'));
    at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (noteLength ?? 0);
  }
  return texts;
}

test('no cell of a spreadsheet is a formula, whatever its text begins with, and numbers stay numbers', async () => {
  const hostile = [
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\u0000=1',
    '＝1+1',
    '=HYPERLINK("http://x")',
    '<f>1</f>',
    '\ud800',
  ];
  const table = { name: '=evil/[1]', columns: ['=name', 'value'], rows: hostile.map((text, row) => [text, row - 0.5]) };
  const texts = textsIn(await writeXlsx(table));
  const sheet = [...texts].find(([name]) => name.includes('worksheets/sheet'))?.[1] ?? '';
  assert.equal([...sheet.matchAll(/<row /g)].length, hostile.length + 1);
  for (const [name, text] of texts) assert.doesNotMatch(text, /<f[ >]/, name);
  const values = [...sheet.matchAll(/<c r="B\d+"[^>]*>(?:<v>)([^<]*)<\/v>/g)].map(([, value]) => Number(value));
  assert.deepEqual(
    values.slice(-hostile.length),
    hostile.map((_, row) => row - 0.5),
  );
});
