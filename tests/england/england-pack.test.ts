// Holds packs/england to its sources: what is derived is derived again, and what it promises is counted.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse as parseCsv } from 'csv-parse/sync';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import { effectiveRegister, type HealthSystem, type TableCell } from '#workforce';
import { readPack } from '#pack';
import { estimateStock, readInputs, stockText } from '../../scripts/estimate-england-stock.ts';
import { projectRoot } from '../support/tracked-files.ts';

const folder = join(projectRoot, 'packs', 'england');
const reading = await readPack(folder);
assert.ok(reading.ok, 'packs/england is read without a problem');
const { system, blueprint } = reading.value;
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const isOpenAt = (month: number) => (channel: HealthSystem['channels'][number]) =>
  (channel.opens ?? month) <= month && (channel.closes ?? month + 1) > month;

test('stock.csv is what the estimate writes', () => {
  assert.equal(readFileSync(join(folder, 'stock.csv'), 'utf8'), stockText(estimateStock(readInputs())));
});

test('the digital stock is the published 46,009 grown as Central functions did, to the nearest few', () => {
  const shareOf = new Map(
    system.roles.map((role) => [role.id, role.composition.find((part) => part.profession === 'digital')?.shareOfFte]),
  );
  const digitalFte = sum(system.stock.map((row) => row.fte * (shareOf.get(row.role) ?? 0)));
  assert.ok(Math.abs(digitalFte - (46_009 * 120_192) / 103_928) < 5, `${digitalFte} FTE`);
});

test('the mean salary of the stock lies where the published pay bill puts it', () => {
  const text = readFileSync(join(folder, 'estimate', 'digital-stock.yaml'), 'utf8');
  const range = z.object({ low: z.number(), high: z.number() });
  const { check } = z.object({ check: z.object({ meanSalaryGbpPerYear: range }) }).parse(parseYaml(text));
  const salaries = tableOf('pay.salary');
  const payOf = (band: string): number => salaries.find(({ at }) => at[0] === band)?.value ?? Number.NaN;
  const mean = sum(system.stock.map((row) => row.fte * payOf(row.band))) / sum(system.stock.map((row) => row.fte));
  assert.ok(mean > check.meanSalaryGbpPerYear.low && mean < check.meanSalaryGbpPerYear.high, `£${mean} a year`);
});

test('each system holds its share of Central functions in purely digital posts', () => {
  const hybrids = new Set(system.roles.filter((role) => role.composition.length > 1).map((role) => role.id));
  const rows = system.stock.filter((row) => !hybrids.has(row.role));
  const proxies = system.driverValues.filter((value) => value.driver === 'centralFunctionsFte');
  const [fte, proxyFte] = [sum(rows.map((row) => row.fte)), sum(proxies.map((proxy) => proxy.value))];
  for (const { place, value } of proxies) {
    const held = sum(rows.filter((row) => row.place === place).map((row) => row.fte)) / fte;
    assert.ok(Math.abs(held - value / proxyFte) < 0.0005, `${place} holds ${held}, its proxy ${value / proxyFte}`);
  }
});

test('leaving and joining rates are those of the official table, cell by cell', () => {
  const table = z
    .array(
      z.object({
        band: z.string(),
        ageGroup: z.string(),
        headcount: z.coerce.number(),
        joiners: z.coerce.number(),
        leavers: z.coerce.number(),
      }),
    )
    .parse(parseCsv(readFileSync(join(folder, 'estimate', 'central-functions.csv')), { columns: true }));
  const cellOf = (band: string, ageGroup: string) =>
    table.find((cell) => cell.band === band && cell.ageGroup === ageGroup);
  for (const { at, value } of tableOf('attrition.yearly')) {
    const [band = '', ageGroup = ''] = at;
    const cell = cellOf(band === '*' ? 'all' : band, ageGroup);
    assert.ok(cell !== undefined && cell.headcount >= 100, `${at.join(' ')} has people enough`);
    assert.ok(Math.abs(value - cell.leavers / cell.headcount) <= 0.0005 + 1e-9, `${at.join(' ')} leaves at ${value}`);
  }
  for (const { at, value } of tableOf('recruitment.yearly').filter(({ at: [band] }) => !/8c|8d|9/.test(band ?? ''))) {
    const [band = '', ageGroup = ''] = at;
    const joiners = cellOf(band, ageGroup)?.joiners ?? 0;
    const people = cellOf(band, 'all')?.headcount ?? Number.NaN;
    assert.ok(Math.abs(value - joiners / people) <= 0.00005 + 1e-9, `${at.join(' ')} joins at ${value}`);
  }
});

test('every region, system, digital role and hybrid role that the pack promises is there', () => {
  assert.equal(system.places.filter((place) => place.tier === 'region').length, 7);
  assert.equal(system.places.filter((place) => place.tier === 'system').length, 42);
  const families = new Set(system.roles.filter((role) => role.source === 'gdad-2025-10').map((role) => role.family));
  assert.equal(families.size, 7);
  assert.ok(system.roles.filter((role) => role.composition.length === 1).length >= 20);
  assert.ok(system.roles.filter((role) => role.composition.length > 1).length >= 6);
  assert.ok(blueprint.catalogue.requirements.length >= 25);
  assert.ok(system.scenarios.length >= 7);
});

test('nine channels or more are open throughout, and every role is reached by market recruitment', () => {
  const last = system.baseMonth + system.horizonMonths - 1;
  const open = system.channels.filter(isOpenAt(system.baseMonth + 12)).filter(isOpenAt(last));
  assert.ok(open.length >= 9, `${open.length} channels`);
  const reached = new Set(system.channels.find((each) => each.kind === 'market')?.yields.map((post) => post.role));
  assert.deepEqual(
    system.roles.map((role) => role.id).filter((role) => !reached.has(role)),
    [],
  );
});

test('every proxy and every judgement has a range, in the register and in each scenario', () => {
  const registers = system.scenarios.map((scenario) => effectiveRegister(system, scenario));
  const bare = registers
    .flat()
    .filter(({ kind, spread }) => (kind === 'proxy' || kind === 'judgement') && spread === null);
  assert.deepEqual([...new Set(bare.map(({ id }) => id))], []);
});

test('nobody has signed a figure off, and every owner is a role', () => {
  assert.deepEqual(
    system.assumptions.filter(({ signedOffBy }) => signedOffBy !== null),
    [],
  );
  assert.ok(system.assumptions.every(({ owner }) => /lead|[Hh]ead|officer|architect/.test(owner)));
});

const shared = process.env['CADRE_SHARED'];
const skip = shared === undefined ? 'CADRE_SHARED is not set, so the official files are not at hand' : false;

test('the drivers add up the official file of organisations', { skip }, () => {
  const path = 'data/nhs/turnover_benchmarking_staffgroup_org_monthly_Oct-25.csv';
  const rows = z
    .array(z.object({ TYPE: z.string(), ICS_CODE: z.string(), STAFF_GROUP_1_NAME: z.string(), FTE: z.coerce.number() }))
    .parse(parseCsv(readFileSync(join(shared ?? '', path)), { columns: true, bom: true }))
    .filter((row) => row.TYPE === 'Denominator at end of period');
  const groups = { staffFte: 'All staff groups', centralFunctionsFte: 'Central functions', midwivesFte: 'Midwives' };
  for (const [driver, group] of Object.entries(groups)) {
    for (const { place, value } of system.driverValues.filter((each) => each.driver === driver)) {
      const official = sum(
        rows.filter((r) => r.ICS_CODE === place && r.STAFF_GROUP_1_NAME === group).map((r) => r.FTE),
      );
      assert.ok(Math.abs(value - official) <= 0.05 + 1e-6, `${place} ${driver}: ${value} against ${official}`);
    }
  }
});

test('roles and skills of the government framework bear its names', { skip }, () => {
  const rows = z
    .array(z.object({ Role: z.string(), 'Skill Name': z.string() }))
    .parse(parseCsv(readFileSync(join(shared ?? '', 'data/gdad/gdad_role.csv')), { columns: true, bom: true }));
  const skills = new Set(rows.map((row) => row['Skill Name']));
  const names = new Set(rows.map((row) => row.Role));
  const ours = system.roles.filter((role) => role.source === 'gdad-2025-10');
  assert.deepEqual(
    ours.map((role) => role.name.replace(' and analysts', '')).filter((name) => !names.has(name)),
    [],
  );
  assert.deepEqual(
    ours.flatMap((role) => role.skills.map(({ skill }) => skill)).filter((skill) => !skills.has(skill)),
    [],
  );
});

function tableOf(id: string): readonly TableCell[] {
  const value = system.assumptions.find((assumption) => assumption.id === id)?.value;
  assert.ok(value?.kind === 'table', `${id} is a table`);
  return value.cells;
}
