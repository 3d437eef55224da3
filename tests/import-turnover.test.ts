// Tests the import of the official turnover file, from the real file to a pack that the reader takes.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readPack } from '#pack';
import type { Pack } from '#planning';
import type { Result } from '#kernel';
import { importNhsTurnover } from '../src/main/import-nhs-turnover.ts';

const packs = join(dirname(fileURLToPath(import.meta.url)), '..', 'packs');
const packDirectory = join(packs, 'england');
const shared = process.env['CADRE_SHARED'];
const real = join(shared ?? '', 'data', 'nhs', 'turnover_benchmarking_staffgroup_org_monthly_Oct-25.csv');
const needsFile = { skip: shared === undefined && 'CADRE_SHARED is not set' };

let scratch = '';
before(() => {
  scratch = mkdtempSync(join(tmpdir(), 'cadre-import-test-'));
});
after(() => rmSync(scratch, { recursive: true, force: true }));

function soundPack(read: Result<Pack>): Pack {
  assert.ok(read.ok, JSON.stringify(read));
  return read.value;
}

function headcountBySystem(pack: Pack): ReadonlyMap<string, number> {
  const parentOf = new Map(
    pack.system.places.map((place) => [place.code, place.tier === 'organisation' ? place.parent : place.code]),
  );
  const totals = new Map<string, number>();
  for (const row of pack.system.stock) {
    const system = parentOf.get(row.place) ?? '';
    totals.set(system, (totals.get(system) ?? 0) + row.headcount);
  }
  return totals;
}

test(
  'the real file makes a sound pack of 247 organisations with the same people in every system',
  needsFile,
  async () => {
    const into = join(scratch, 'october');
    const imported = await importNhsTurnover({ file: real, packDirectory, into });
    assert.ok(imported.ok, JSON.stringify(imported));
    assert.deepEqual([imported.value.organisations, imported.value.systems, imported.value.month], [247, 42, 309]);
    const before = soundPack(await readPack(packDirectory));
    const made = soundPack(await readPack(into));
    assert.equal(made.system.places.filter((place) => place.tier === 'organisation').length, 247);
    assert.equal(made.system.baseMonth, 309);
    assert.deepEqual(headcountBySystem(made), headcountBySystem(before));
    assert.equal(made.cases.length, before.cases.length);
    assert.ok(made.system.sources.some((source) => source.id === 'nhs-turnover-organisations-2025-10'));
    assert.ok(readFileSync(join(into, 'pack.yaml'), 'utf8').includes('# Every figure names one of these by id.'));
  },
);

test("another month's file makes that month the base and carries the stock there", needsFile, async () => {
  const file = join(scratch, 'november.csv');
  writeFileSync(file, grown(readFileSync(real, 'utf8')));
  const into = join(scratch, 'november');
  const imported = await importNhsTurnover({ file, packDirectory, into });
  assert.ok(imported.ok, JSON.stringify(imported));
  const before = headcountBySystem(soundPack(await readPack(packDirectory)));
  const made = soundPack(await readPack(into));
  assert.equal(made.system.baseMonth, 310);
  for (const [system, headcount] of headcountBySystem(made)) {
    // The pack states its driver to one decimal, so a total may round to the next person.
    assert.ok(Math.abs(headcount - (before.get(system) ?? 0) * 1.1) <= 1, system);
  }
  assert.ok(imported.value.notes.some((note) => note.includes('2025-11')));
});

/** The same organisations a month later, each count a tenth larger, with joiners and leavers that fit. */
function grown(text: string): string {
  return text
    .replaceAll('202509 to 202510', '202510 to 202511')
    .replace(
      /,(\d+),([\d.]+)$/gm,
      (_, headcount: string, fte: string) => `,${Number(headcount) * 11},${(Number(fte) * 11).toFixed(5)}`,
    )
    .replace(
      /,(\d+),([\d.]+)$/gm,
      (_, headcount: string, fte: string) => `,${Math.ceil(Number(headcount) / 10)},${(Number(fte) / 10).toFixed(5)}`,
    );
}

test('a file with systems that the pack does not know names them, and nothing is written', needsFile, async () => {
  const into = join(scratch, 'hamlet');
  const imported = await importNhsTurnover({ file: real, packDirectory: join(packs, 'hamlet'), into });
  assert.ok(!imported.ok);
  assert.ok(imported.problems.some(({ message }) => message.includes("'QKK' (South East London)")));
  assert.ok(!readdirSync(scratch).includes('hamlet'));
});

test('a system that is cut out of the file is named, and nothing is written', needsFile, async () => {
  const file = join(scratch, 'without-devon.csv');
  const lines = readFileSync(real, 'utf8').split('\n');
  writeFileSync(file, lines.filter((line) => !line.includes(',QJK,')).join('\n'));
  const imported = await importNhsTurnover({ file, packDirectory, into: join(scratch, 'devon') });
  assert.ok(!imported.ok);
  assert.match(imported.problems[0]?.message ?? '', /'QJK' \(Devon\)/);
  assert.ok(!readdirSync(scratch).includes('devon'));
});

test('a folder with something in it is left as it is', needsFile, async () => {
  const into = mkdtempSync(join(scratch, 'taken-'));
  writeFileSync(join(into, 'mine.txt'), 'mine');
  const imported = await importNhsTurnover({ file: real, packDirectory, into });
  assert.ok(!imported.ok);
  assert.equal(imported.problems[0]?.code, 'not-writable');
  assert.deepEqual(readdirSync(into), ['mine.txt']);
});

test('a file that is not there and a folder in its place are refused by name', async () => {
  for (const file of [join(scratch, 'nowhere.csv'), scratch]) {
    const imported = await importNhsTurnover({ file, packDirectory, into: join(scratch, 'none') });
    assert.ok(!imported.ok && imported.problems[0]?.path === file);
  }
});
