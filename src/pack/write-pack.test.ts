// Writing a folder whole or not at all, and starting a pack of one's own.
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { newPack } from './new-pack.ts';
import { readPack } from './read-pack.ts';
import { writePack } from './write-pack.ts';

const HAMLET = fileURLToPath(new URL('../../packs/hamlet', import.meta.url));
const scratch = await mkdtemp(join(tmpdir(), 'cadre-write-'));
after(() => rm(scratch, { recursive: true, force: true }));

const FILES = new Map([
  ['pack.yaml', 'id: one\n'],
  ['blueprint/profiles/north.yaml', 'id: north\n'],
]);

describe('writing a folder', () => {
  test('a new folder holds every file as it was given, and nothing is left beside it', async () => {
    const holder = join(scratch, 'new');
    const written = await writePack(join(holder, 'pack'), FILES);
    assert.deepEqual(written, { ok: true, value: null });
    assert.deepEqual(await readdir(holder), ['pack']);
    for (const [path, text] of FILES) assert.equal(await readFile(join(holder, 'pack', path), 'utf8'), text);
  });

  test('an empty folder is filled', async () => {
    const empty = join(scratch, 'empty');
    await mkdir(empty);
    assert.ok((await writePack(empty, FILES)).ok);
    assert.deepEqual((await readdir(empty)).toSorted(), ['blueprint', 'pack.yaml']);
  });

  test('a folder that holds something is refused and stays as it was', async () => {
    const full = join(scratch, 'full');
    await mkdir(full);
    await writeFile(join(full, 'mine.txt'), 'mine');
    const written = await writePack(full, FILES);
    assert.ok(!written.ok);
    assert.equal(written.problems[0]?.code, 'not-writable');
    assert.match(written.problems[0]?.message ?? '', /holds 1 entries/);
    assert.deepEqual(await readdir(full), ['mine.txt']);
  });

  test('where a file is in the way nothing is written', async () => {
    const holder = join(scratch, 'way');
    await mkdir(holder);
    await writeFile(join(holder, 'file'), 'mine');
    for (const target of [join(holder, 'file'), join(holder, 'file', 'pack')]) {
      const written = await writePack(target, FILES);
      assert.ok(!written.ok);
      assert.equal(written.problems[0]?.code, 'not-writable');
      assert.equal(written.problems[0]?.path, target);
    }
    assert.deepEqual(await readdir(holder), ['file']);
  });

  test('a write that fails half-way leaves nothing', async () => {
    const holder = join(scratch, 'half');
    await mkdir(holder);
    const clash = new Map([
      ['a', 'a file'],
      ['a/b', 'a file under a file'],
    ]);
    const written = await writePack(join(holder, 'pack'), clash);
    assert.ok(!written.ok);
    assert.deepEqual(await readdir(holder), []);
  });

  test('a path that leads out of the folder is a programmer’s error', async () => {
    for (const path of ['../out', '/root', 'a/../../b', 'a//b', 'c:\\d']) {
      await assert.rejects(writePack(join(scratch, 'out'), new Map([[path, '']])), /stays inside/);
    }
  });
});

describe('a new pack', () => {
  test('it is hamlet with its comments, under its own id and name', async () => {
    const directory = join(scratch, 'Über-Land 7');
    const made = await newPack({ template: HAMLET, directory });
    assert.deepEqual(made, { ok: true, value: { id: 'uber-land-7', name: 'Uber land 7' } });
    const reading = await readPack(directory);
    assert.ok(reading.ok);
    assert.equal(reading.value.system.id, 'uber-land-7');
    assert.equal(reading.value.system.name, 'Uber land 7');
    const [head, original] = await Promise.all(
      [directory, HAMLET].map((pack) => readFile(join(pack, 'pack.yaml'), 'utf8')),
    );
    assert.equal(head?.split('\n').length, original?.split('\n').length);
    assert.ok(head?.includes('# the month of the opening stock'));
  });

  test('it is never put over something else', async () => {
    const directory = join(scratch, 'taken');
    await mkdir(directory);
    await writeFile(join(directory, 'mine.txt'), 'mine');
    const made = await newPack({ template: HAMLET, directory });
    assert.ok(!made.ok);
    assert.deepEqual(await readdir(directory), ['mine.txt']);
  });

  test('a folder without a letter in its name is refused', async () => {
    const made = await newPack({ template: HAMLET, directory: join(scratch, '---') });
    assert.ok(!made.ok);
    assert.match(made.problems[0]?.message ?? '', /no letter or digit/);
  });
});
