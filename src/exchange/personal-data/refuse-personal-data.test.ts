// Tests that tables of people are refused without a word of what they hold, and that tables of counts pass.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { refusePersonalData } from '#exchange';
import type { SentTable } from '#service';

/** Fifty tables that tell of people: a heading, and cells under it. All are made up. */
const CORPUS: readonly (readonly [string, ...string[]])[] = [
  ['ref', '9434765919'],
  ['ref', '943 476 5919'],
  ['ref', '943-476-5919'],
  ['ref', '401 023 2137'],
  ['ref', ' 4010232137 '],
  ['ref', '"401 023 2137"'],
  ['ref', 'patient 401 023 2137, seen twice'],
  ['ref', '4010232137.0'],
  ['ref', '４０１０２３２１３７'],
  ['ref', '401\u00a0023\u00a02137'],
  ['ref', '401\u200b0232137'],
  ['ref', '401\u2011023\u20112137'],
  ['NHS number', '1'],
  ['nhs_no', '2'],
  ['CHI Number', '3'],
  ['note', 'AB123456C'],
  ['note', 'AB 12 34 56 C'],
  ['note', 'ab123456d'],
  ['note', 'ref JG 10 37 59 A'],
  ['note', 'JG-10-37-59-A'],
  ['NI number', 'x'],
  ['nino', 'y'],
  ['nationalInsuranceNumber', 'z'],
  ['contact', 'jo.bloggs@example.org'],
  ['contact', 'Jo Bloggs <jo@trust.example.net>'],
  ['contact', 'mailto:jo_b+work@example.co.uk'],
  ['E-mail', ''],
  ['emailAddress', ''],
  ['when', '12/06/1979'],
  ['when', '12.6.1979'],
  ['when', '1979-06-12'],
  ['when', '12-Jun-1979'],
  ['when', '12 June 1979'],
  ['when', '1979-06-12T00:00:00'],
  ['DOB', '28'],
  ['date_of_birth', '19790612'],
  ['BirthDate', '29'],
  ['Name', 'somebody'],
  ['Surname', 'Bloggs'],
  ['first_name', 'Jo'],
  ['Family Name', 'Bloggs'],
  ['knownAs', 'Jo', 'Bloggs, Jo'],
  ['Employee name', 'Bloggs'],
  ['column 1', 'Bloggs, Jo', 'Doe, Jane', 'Smith-Jones, Al'],
  ['lead', 'Dr Jo Bloggs'],
  ['lead', 'Mrs J Bloggs'],
  ['Assignment Number', '23456789'],
  ['ESR employee no', '12345678'],
  ['Home address', '1 High Street'],
  ['9434765919', 'a file without headings'],
];

function tableOf([heading, ...cells]: readonly string[]): SentTable {
  return {
    columns: ['place', heading ?? '', 'headcount'],
    rows: cells.map((cell, index) => ({ line: index + 2, cells: ['MILL', cell, '3'] })),
  };
}

describe('tables that name people', () => {
  assert.equal(CORPUS.length, 50);
  test('each of fifty is refused, and no message holds what was in it', () => {
    for (const item of CORPUS) {
      const answer = refusePersonalData({ name: 'staff.csv', table: tableOf(item), plainColumns: [] });
      assert.ok(!answer.ok, item.join(' | '));
      const told = JSON.stringify(answer.problems);
      const [heading, ...cells] = item;
      for (const secret of [heading, ...cells].filter((text) => text.trim().length > 3)) {
        assert.ok(!told.includes(secret), `${secret} in ${told}`);
      }
      assert.match(told, /staff\.csv:\d+:2/);
    }
  });

  test('a number with a wrong last digit, a count, a month, a code and a decimal are nobody’s', () => {
    const cells = [
      '9434765918',
      '1234567890',
      '2025-10',
      'RA1-5',
      '0.9434765919',
      'QQ123456C',
      '2024-03-31',
      '31/03/2025',
    ];
    const answer = refusePersonalData({ name: 'counts.csv', table: tableOf(['note', ...cells]), plainColumns: [] });
    assert.deepEqual(answer, { ok: true, value: null });
  });

  test('of ten-digit numbers made at random about one in eleven is taken for a health service number', () => {
    const numbers = fc.sample(fc.integer({ min: 1_000_000_000, max: 9_999_999_999 }), { numRuns: 2200, seed: 34 });
    const taken = numbers.filter((number) => {
      const table = tableOf(['note', String(number)]);
      return !refusePersonalData({ name: 'numbers.csv', table, plainColumns: [] }).ok;
    });
    assert.ok(Math.abs(taken.length - 200) < 60, String(taken.length));
  });
});

describe('tables of counts', () => {
  for (const pack of ['hamlet', 'england']) {
    for (const file of ['places.csv', 'drivers.csv', 'stock.csv']) {
      test(`${file} of the pack ${pack} is taken in`, () => {
        const records: string[][] = parse(readFileSync(`packs/${pack}/${file}`, 'utf8'));
        const [columns = [], ...rows] = records;
        const table = { columns, rows: rows.map((cells, index) => ({ line: index + 2, cells })) };
        assert.deepEqual(refusePersonalData({ name: file, table, plainColumns: ['name'] }), { ok: true, value: null });
      });
    }
  }
});
