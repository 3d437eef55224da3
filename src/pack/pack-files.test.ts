// Folders and files that are not what a pack is made of, each refused by name.
import assert from 'node:assert/strict';
import { appendFile, cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { LIMITS, type Problem } from '#kernel';
import { readPack } from './read-pack.ts';

const HAMLET = fileURLToPath(new URL('../../packs/hamlet', import.meta.url));
const scratch = await mkdtemp(join(tmpdir(), 'cadre-files-'));
after(() => rm(scratch, { recursive: true, force: true }));

let copies = 0;
/** A copy of hamlet that a test may spoil. */
async function copyOfHamlet(): Promise<string> {
  copies += 1;
  const pack = join(scratch, `pack-${copies}`);
  await cp(HAMLET, pack, { recursive: true });
  return pack;
}

async function refused(pack: string): Promise<readonly Problem[]> {
  const reading = await readPack(pack);
  assert.ok(!reading.ok, 'the pack is refused');
  return reading.problems;
}

describe('a folder that is no pack', () => {
  test('a folder that is not there is named', async () => {
    const [problem] = await refused('no/such/pack');
    assert.equal(problem?.code, 'not-found');
    assert.equal(problem?.path, 'no/such/pack');
    assert.match(problem?.message ?? '', /'no\/such\/pack' is not there/);
    assert.match(problem?.hint ?? '', /cadre new/);
  });

  test('a file in place of the folder is named', async () => {
    const [problem] = await refused(join(HAMLET, 'pack.yaml'));
    assert.equal(problem?.code, 'unreadable');
  });

  test('every file that is missing from an empty folder is named', async () => {
    const pack = join(scratch, 'empty');
    await mkdir(pack);
    const problems = await refused(pack);
    assert.equal(problems.length, 9);
    assert.ok(problems.every(({ code, hint }) => code === 'not-found' && hint.includes('packs/hamlet')));
  });
});

test('a folder that cannot be read is told as such, and not taken for an empty one', async () => {
  const pack = await copyOfHamlet();
  await rm(join(pack, 'cases'), { recursive: true });
  await symlink('cases', join(pack, 'cases'));
  const [problem] = await refused(pack);
  assert.equal(problem?.code, 'unreadable');
  assert.match(problem?.message ?? '', /folder 'cases' of the pack cannot be read: the system answered ELOOP/);
});

describe('a file that is not what it should be', () => {
  const cases = [
    {
      name: 'a link out of the pack is refused',
      file: 'roles.yaml',
      spoil: async (path: string) => {
        await rm(path);
        await symlink('/etc/hostname', path);
      },
      code: 'unreadable',
      says: 'a link to elsewhere',
    },
    {
      name: 'a link within the pack is refused as well',
      file: 'cases/again.yaml',
      spoil: (path: string) => symlink('first-year.yaml', path),
      code: 'unreadable',
      says: 'a pack holds its files itself',
    },
    {
      name: 'a folder in place of a file is refused',
      file: 'stock.csv',
      spoil: async (path: string) => {
        await rm(path);
        await mkdir(path);
      },
      code: 'unreadable',
      says: 'a folder, but a plain file is asked for',
    },
    {
      name: 'a folder among the scenarios is refused',
      file: 'scenarios/old',
      spoil: (path: string) => mkdir(path),
      code: 'unknown-reference',
      says: 'files that end in .yaml alone',
    },
    {
      name: 'a huge file is refused before it is read',
      file: 'channels.yaml',
      spoil: (path: string) => writeFile(path, Buffer.alloc(LIMITS.yamlBytes + 1, 0x20)),
      code: 'too-large',
      says: `${LIMITS.yamlBytes + 1} bytes long`,
    },
    {
      name: 'a binary file is refused where the first NUL stands',
      file: 'drivers.csv',
      spoil: (path: string) => writeFile(path, Buffer.from('place,driver\nMI\0L')),
      code: 'unreadable',
      says: 'binary',
      at: ':2:3',
    },
    {
      name: 'a file in another encoding is refused where it begins to differ',
      file: 'places.csv',
      spoil: (path: string) => appendFile(path, Buffer.from('X,M\xfchle', 'latin1')),
      code: 'unreadable',
      says: 'not UTF-8',
      at: ':7:1',
    },
    {
      name: 'a scenario that ends in .yml is refused, for nothing would read it',
      file: 'scenarios/frozen.yml',
      spoil: (path: string) => writeFile(path, 'id: frozen\n'),
      code: 'unknown-reference',
      says: 'files that end in .yaml alone',
    },
    {
      name: 'a table that nothing would read is refused',
      file: 'stocks.csv',
      spoil: (path: string) => writeFile(path, 'place\n'),
      code: 'unknown-reference',
      says: 'nothing would read it',
      hint: 'did you mean "stock.csv"?',
    },
    {
      name: 'a misspelt folder is refused',
      file: 'senarios',
      spoil: (path: string) => mkdir(path),
      code: 'unknown-reference',
      says: 'no part of a pack has that name',
      hint: 'did you mean "scenarios"?',
    },
  ];
  for (const { name, file, spoil, code, says, at = ':1:1', hint } of cases) {
    test(name, async () => {
      const pack = await copyOfHamlet();
      await spoil(join(pack, file));
      const problems = await refused(pack);
      const found = problems.find(({ path }) => path === `${pack}/${file}${at}`);
      assert.ok(found !== undefined, JSON.stringify(problems, null, 1));
      assert.equal(found.code, code);
      assert.ok(found.message.includes(file) && found.message.includes(says), found.message);
      assert.ok(found.hint.includes(hint ?? '.'), found.hint);
    });
  }
});
