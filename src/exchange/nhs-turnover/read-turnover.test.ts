// Tests that the official file is read as it stands, and that any other is refused by line, value, rule and next step.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readNhsTurnover } from '#exchange';
import type { Problem } from '#kernel';
import { REFUSALS } from './refused-files.test-support.ts';
import { bytesOf, sampleLines } from './sample-file.test-support.ts';

test('a file in the official layout gives its month, its organisations and what it counts in each', () => {
  const read = readNhsTurnover('sample.csv', bytesOf(sampleLines()));
  assert.ok(read.ok, JSON.stringify(read));
  assert.equal(read.value.month, 309);
  assert.deepEqual(
    read.value.organisations.map(({ code, name, kind, system, region }) => [
      code,
      name,
      kind,
      system.code,
      region.name,
    ]),
    [
      ['QA1', 'Mill Valley Board', 'Integrated Care Board', 'QA1', 'North'],
      ['RA1', 'Mill Hospital', 'Acute - Large', 'QA1', 'North'],
      ['RB1', 'Well Community Care, East', 'Community Provider Trust', 'QB1', 'South'],
    ],
  );
  const [, mill] = read.value.organisations;
  const values = [
    'staffHeadcount',
    'centralFunctionsHeadcount',
    'acuteTrusts',
    'integratedCareBoards',
    'maternityProviders',
  ];
  assert.deepEqual(
    values.map((id) => mill?.values.get(id)),
    [1104, 202, 1, 0, 1],
  );
  assert.ok(Math.abs((mill?.values.get('centralFunctionsFte') ?? 0) - 181.8) < 1e-9);
  assert.equal(mill?.path, 'sample.csv:2:1');
});

test('another month, rows in another order, a byte-order mark and CRLF give the same organisations', () => {
  const plain = readNhsTurnover('sample.csv', bytesOf(sampleLines()));
  assert.ok(plain.ok);
  const [header = '', ...rows] = sampleLines('202512 to 202601');
  const shuffled = bytesOf([`\ufeff${header}\r`, ...rows.toReversed().map((row) => `${row}\r`)]);
  const other = readNhsTurnover('sample.csv', shuffled);
  assert.ok(other.ok, JSON.stringify(other));
  assert.equal(other.value.month, 312);
  assert.deepEqual(
    other.value.organisations.map(({ code, values }) => [code, [...values]]),
    plain.value.organisations.map(({ code, values }) => [code, [...values]]),
  );
});

for (const { what, spoil, line, says } of REFUSALS) {
  test(`${what} is refused with its line, its value, the rule and the next step`, () => {
    const spoilt = spoil(sampleLines());
    const read = readNhsTurnover('sample.csv', spoilt instanceof Uint8Array ? spoilt : bytesOf(spoilt));
    assert.ok(!read.ok, 'it was accepted');
    const [first]: readonly Problem[] = read.problems;
    assert.match(first?.message ?? '', says);
    assert.match(first?.path ?? '', new RegExp(`^sample\\.csv:${line}:\\d+$`));
    assert.match(first?.hint ?? '', /^[A-Z].*\.$/s);
    assert.ok(read.problems.length <= 50 && read.problems.every((problem) => problem.message.length < 900));
  });
}

const shared = process.env['CADRE_SHARED'];
test(
  'the real file of October 2025 has 247 organisations in 42 systems',
  { skip: shared === undefined && 'CADRE_SHARED is not set' },
  () => {
    const file = join(shared ?? '', 'data', 'nhs', 'turnover_benchmarking_staffgroup_org_monthly_Oct-25.csv');
    const read = readNhsTurnover('october.csv', readFileSync(file));
    assert.ok(read.ok, JSON.stringify(read));
    assert.equal(read.value.month, 309);
    assert.equal(read.value.organisations.length, 247);
    assert.equal(new Set(read.value.organisations.map(({ system }) => system.code)).size, 42);
    const total = (id: string): number =>
      read.value.organisations.reduce((sum, { values }) => sum + (values.get(id) ?? Number.NaN), 0);
    // The sums that the reference pack states with this file as their source.
    assert.equal(Math.round(total('centralFunctionsFte')), 112_035);
    assert.equal(total('centralFunctionsHeadcount'), 122_136);
    assert.equal(Math.round(total('staffFte')), 1_330_539);
  },
);
