// Reading the hamlet pack whole, and telling many problems at once.
import assert from 'node:assert/strict';
import { appendFile, cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { LIMITS, parseMonth, type Problem } from '#kernel';
import { readPack, readPackFiles } from './read-pack.ts';

const HAMLET = fileURLToPath(new URL('../../packs/hamlet', import.meta.url));
const scratch = await mkdtemp(join(tmpdir(), 'cadre-read-'));
after(() => rm(scratch, { recursive: true, force: true }));

let copies = 0;
/** A copy of hamlet that a test may spoil. */
async function copyOfHamlet(): Promise<string> {
  copies += 1;
  const pack = join(scratch, `pack-${copies}`);
  await cp(HAMLET, pack, { recursive: true });
  return pack;
}

async function sound(pack: string) {
  const reading = await readPack(pack);
  assert.ok(reading.ok, reading.ok ? '' : JSON.stringify(reading.problems, null, 1));
  return reading.value;
}

async function refused(pack: string): Promise<readonly Problem[]> {
  const reading = await readPack(pack);
  assert.ok(!reading.ok, 'the pack is refused');
  return reading.problems;
}

describe('a sound pack', () => {
  test('hamlet comes out in the words of the domain', async () => {
    const { system, blueprint, cases } = await sound(HAMLET);
    assert.equal(system.id, 'hamlet');
    assert.equal(system.baseMonth, parseMonth('2025-10'));
    assert.deepEqual(
      system.places.map(({ code, parent, to }) => [code, parent, to]),
      [
        ['HAM', null, null],
        ['HAM-R', 'HAM', null],
        ['HAM-S', 'HAM-R', null],
        ['MILL', 'HAM-S', null],
        ['WELL', 'HAM-S', null],
      ],
    );
    assert.equal(
      system.stock.reduce((people, { headcount }) => people + headcount, 0),
      57,
    );
    assert.deepEqual(system.roles[2]?.composition, [
      { profession: 'nursing', shareOfFte: 0.6 },
      { profession: 'digital', shareOfFte: 0.4 },
    ]);
    assert.equal(blueprint.catalogue.requirements.length, 3);
    assert.deepEqual(blueprint.profiles[0]?.scope, { kind: 'community' });
    assert.deepEqual(cases[0]?.figure, { measure: 'headcount', place: 'HAM', role: '*', month: parseMonth('2026-10') });
    assert.deepEqual([cases[0]?.low, cases[0]?.high], [50, 60]);
  });

  test('a table of values, steps and one value each come out in their form', async () => {
    const { system } = await sound(HAMLET);
    const valueOf = (id: string) => system.assumptions.find((assumption) => assumption.id === id)?.value;
    assert.deepEqual(valueOf('vacancy.share'), { kind: 'scalar', value: 0.07 });
    assert.deepEqual(valueOf('recruitment.level'), {
      kind: 'dated',
      steps: [
        { from: parseMonth('2025-10'), value: 0.9 },
        { from: parseMonth('2027-04'), value: 1 },
      ],
    });
    assert.deepEqual(valueOf('attrition.yearly'), {
      kind: 'table',
      axes: ['band', 'ageGroup'],
      cells: [
        { at: ['5', 'under-35'], value: 0.15 },
        { at: ['*', 'under-35'], value: 0.12 },
        { at: ['*', '35-54'], value: 0.06 },
        { at: ['*', '55-plus'], value: 0.15 },
      ],
    });
  });

  test('every location names the line on which the thing stands', async () => {
    const { locations, system, blueprint } = await sound(HAMLET);
    for (const [key, location] of locations) {
      const [file = '', line = ''] = location.split(':');
      const text = (await readFile(join(HAMLET, file), 'utf8')).split('\n')[Number(line) - 1] ?? '';
      const words = key.split('/').slice(1);
      for (const word of words) assert.ok(text.includes(word), `${key} is at ${location}: ${text}`);
    }
    const things = [system.assumptions, system.roles, system.channels, system.stock, system.driverValues];
    const { requirements } = blueprint.catalogue;
    assert.ok(locations.size >= [...things, requirements].reduce((sum, { length }) => sum + length, 0));
    for (const { id } of requirements) assert.ok(locations.has(`requirement/${id}`), id);
  });

  test('the hash is the same with other line ends, a byte-order mark, and files beside the pack', async () => {
    const pack = await copyOfHamlet();
    const { hash } = await sound(HAMLET);
    for (const file of ['pack.yaml', 'stock.csv', 'blueprint/catalogue.yaml']) {
      const text = await readFile(join(pack, file), 'utf8');
      await writeFile(join(pack, file), `\uFEFF${text.replaceAll('\n', '\r\n')}`);
    }
    await writeFile(join(pack, 'README.md'), 'About this pack.');
    await writeFile(join(pack, '.DS_Store'), Buffer.from([0, 1, 2]));
    await mkdir(join(pack, 'estimate'));
    await writeFile(join(pack, 'estimate', 'working.csv'), 'a,b\n');
    assert.equal((await sound(pack)).hash, hash);
  });

  test('the hash changes with one letter and with the name of a file', async () => {
    const { hash } = await sound(HAMLET);
    const letter = await copyOfHamlet();
    await appendFile(join(letter, 'roles.yaml'), '# x\n');
    const name = await copyOfHamlet();
    await rename(join(name, 'scenarios/funded.yaml'), join(name, 'scenarios/posts.yaml'));
    const hashes = [hash, (await sound(letter)).hash, (await sound(name)).hash];
    assert.equal(new Set(hashes).size, 3);
  });

  test('the files of a pack, written anew, make the same pack', async () => {
    const files = await readPackFiles(HAMLET);
    assert.ok(files.ok);
    const listed = await readdir(HAMLET, { recursive: true });
    const written = listed.filter((path) => /\.(yaml|csv)$/.test(path));
    assert.deepEqual([...files.value.keys()].toSorted(), written.toSorted());
    const pack = join(scratch, 'anew');
    for (const [path, text] of files.value) {
      await mkdir(join(pack, path, '..'), { recursive: true });
      await writeFile(join(pack, path), text);
    }
    assert.equal((await sound(pack)).hash, (await sound(HAMLET)).hash);
  });

  test('columns of a table may stand in any order', async () => {
    const pack = await copyOfHamlet();
    const rows = (await readFile(join(pack, 'drivers.csv'), 'utf8')).trimEnd().split('\n');
    const turned = rows.map((row) => row.split(',').toReversed().join(','));
    await writeFile(join(pack, 'drivers.csv'), `${turned.join('\n')}\n`);
    assert.deepEqual((await sound(pack)).system.driverValues, (await sound(HAMLET)).system.driverValues);
  });
});

describe('many problems at once', () => {
  test('they come in the order of files and lines, from every file', async () => {
    const pack = await copyOfHamlet();
    await appendFile(join(pack, 'stock.csv'), 'MILL,data-analyst,9,55-plus,1,1,hamlet-teaching\n');
    await appendFile(join(pack, 'stock.csv'), 'MULL,data-analyst,5,55-plus,1,2,hamlet-teaching\n');
    await appendFile(join(pack, 'places.csv'), 'ODD,Odd,organisation,odd,HAMM,2000-01,,\n');
    const problems = await refused(pack);
    assert.deepEqual(
      problems.map(({ path }) => path.slice(pack.length + 1)),
      ['places.csv:7:26', 'stock.csv:20:19', 'stock.csv:21:1', 'stock.csv:21:31'],
    );
  });

  test('at most fifty are told, and how many are left', async () => {
    const pack = await copyOfHamlet();
    const rows = Array.from({ length: 300 }, () => 'MULL,nobody,1,none,1,1,nowhere\n');
    await appendFile(join(pack, 'stock.csv'), rows.join(''));
    const problems = await refused(pack);
    assert.equal(problems.length, LIMITS.problems);
    assert.match(problems.at(-1)?.message ?? '', /^\d+ more problems are not shown/);
  });

  test('paths begin with the folder as it was named', async () => {
    const pack = await copyOfHamlet();
    await writeFile(join(pack, 'roles.yaml'), '');
    const [problem] = await refused(`${pack}/`);
    assert.equal(problem?.path, `${pack}/roles.yaml:1:1`);
  });

  test('reading leaves the folder as it was', async () => {
    const pack = await copyOfHamlet();
    const before = await readdir(pack, { recursive: true });
    await readPack(pack);
    assert.deepEqual(await readdir(pack, { recursive: true }), before);
  });
});
