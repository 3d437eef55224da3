// A history file is recognised by its columns, and refused with line, column, value, rule and next step where it is wrong.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { readHistory } from '#exchange';

const read = (text: string, period: number | null = null) =>
  readHistory({ file: 'h.csv', bytes: new TextEncoder().encode(text), period });

function rowsOf(text: string, period: number | null = null) {
  const rows = read(text, period);
  assert.ok(rows.ok, JSON.stringify(rows));
  return rows.value;
}

describe('the layout of our own', () => {
  test('columns are found by name in any order, and what is not split is everybody', () => {
    const [row] = rowsOf('Stock,period,Age_Group,group,joiners\n12.5,2020-09,Under 25,Data,\n');
    assert.deepEqual(row, {
      period: 248,
      group: 'Data',
      place: '*',
      band: '*',
      ageGroup: 'Under 25',
      stock: 12.5,
      joiners: null,
      leavers: null,
      regime: null,
    });
  });

  const refused: readonly (readonly [string, string, RegExp, string])[] = [
    ['a missing column', 'period,group\n2020-09,a\n', /'stock' is missing/, 'h.csv:1:1'],
    [
      'an unknown column',
      'period,group,stock,colour\n2020-09,a,1,red\n',
      /"colour"; a history has no such/,
      'h.csv:1:20',
    ],
    ['a column given twice', 'period,group,stock,stock\n2020-09,a,1,1\n', /a second time/, 'h.csv:1:20'],
    ['a negative stock', 'period,group,stock\n2020-09,a,-1\n', /stock is "-1"; a count is a number/, 'h.csv:2:11'],
    ['a thousands mark', 'period,group,stock\n2020-09,a,"1,000"\n', /without marks for thousands/, 'h.csv:2:11'],
    [
      'a month that is none',
      'period,group,stock\n2020-13,a,1\n',
      /period is "2020-13"; a period is a month/,
      'h.csv:2:1',
    ],
    ['a formula for a name', 'period,group,stock\n2020-09,=A1,1\n', /group is "=A1"; a name begins/, 'h.csv:2:9'],
    ['a row told twice', 'period,group,stock\n2020-09,a,1\n2020-09,a,2\n', /stands on an earlier line/, 'h.csv:3:1'],
    ['a line cut off', 'period,group,stock\n2020-09,a\n', /the row has 2 cells; its header has 3/, 'h.csv:2:1'],
    ['a file without rows', 'period,group,stock\n', /a header and no rows/, 'h.csv:1:1'],
    ['a file without an end', 'period,group,stock\n2020-09,a,1', /cut off/, 'h.csv:2:1'],
    ['a quote left open', 'period,group,stock\n2020-09,"a,1\n', /in CSV a quote stands/, 'h.csv:2:1'],
  ];
  for (const [name, text, message, path] of refused) {
    test(`${name} is refused with its place, its rule and a next step`, () => {
      const result = read(text);
      assert.ok(!result.ok);
      assert.match(result.problems[0]?.message ?? '', message);
      assert.equal(result.problems[0]?.path, path);
      assert.ok((result.problems[0]?.hint ?? '').length > 10);
    });
  }
});

describe('the official layouts', () => {
  test('headcount by grade gives a row for each period and grade', () => {
    const rows = rowsOf('Time,All Grades,Band 1\n2009-09-01,10,4\n');
    assert.deepEqual(
      rows.map(({ period, band, stock }) => [period, band, stock]),
      [
        [116, '*', 10],
        [116, 'Band 1', 4],
      ],
    );
  });

  test('turnover by region gathers the counts of a year, and refuses a period that is no year', () => {
    const header = 'PERIOD,TYPE,REGION,STAFF_GROUP,HC,FTE\n';
    const [row, ...more] = rowsOf(
      `${header}202409 to 202509,Joiners,England,CF,9,8\n202409 to 202509,Leavers,England,CF,7,6\n`,
    );
    assert.deepEqual(
      [row?.period, row?.place, row?.group, row?.joiners, row?.leavers, row?.stock],
      [308, '*', 'CF', 9, 7, null],
    );
    assert.equal(more.length, 0);
    const month = read(`${header}202508 to 202509,Joiners,England,CF,9,8\n`);
    assert.ok(!month.ok);
    assert.match(month.problems[0]?.message ?? '', /a period is one year/);
  });

  test('counts by grade and age need a period from outside the file', () => {
    const text =
      'GRADE,AGE,STOCK_HC,STOCK_FTE,JOINERS_HC,JOINERS_FTE,LEAVERS_HC,LEAVERS_FTE\nBand 2,Under 25,896,822.9,429,400.2,383,356.4\n';
    const without = read(text);
    assert.ok(!without.ok);
    assert.match(without.problems[0]?.hint ?? '', /--period/);
    const [row] = rowsOf(text, 309);
    assert.deepEqual(
      [row?.band, row?.ageGroup, row?.stock, row?.joiners, row?.leavers],
      ['Band 2', 'Under 25', 896, 429, 383],
    );
  });

  const folder = join(process.env['CADRE_SHARED'] ?? '', 'data/nhs');
  const isThere = process.env['CADRE_SHARED'] !== undefined && existsSync(folder);
  test('the published files are read whole', { skip: isThere ? false : 'CADRE_SHARED is not set' }, () => {
    const sizes = ['headcount_by_band_2009_2022', 'joiners_leavers_by_region', 'band_age_oct24_oct25'].map((name) => {
      const file = join(folder, `central_functions_${name}.csv`);
      const rows = readHistory({ file, bytes: readFileSync(file), period: 309 });
      assert.ok(rows.ok, JSON.stringify(rows));
      return rows.value.length;
    });
    assert.deepEqual(sizes[0], 19 * 14);
    assert.ok((sizes[1] ?? 0) > 20 && (sizes[2] ?? 0) > 50);
  });
});
