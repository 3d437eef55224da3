// Holds where the database lies when nobody has said.
import assert from 'node:assert/strict';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { usualFolder } from './usual-folder.ts';

const isRoot = process.getuid?.() === 0;

test('the database lies beside the program unless root keeps that folder to itself', async () => {
  const home = await mkdtemp(join(tmpdir(), 'cadre-usual-'));
  const folder = join(home, 'not', 'there', 'yet');
  try {
    await chmod(home, 0o755);
    assert.equal(await usualFolder(folder), folder);
    await chmod(home, 0o700);
    const kept = await usualFolder(folder);
    if (isRoot) assert.match(kept, /^\/var\/lib\/cadre\/[0-9a-f]{8}$/);
    else assert.equal(kept, folder);
    const other = await usualFolder(join(home, 'another'));
    assert.equal(other === kept, false, 'each copy of the program has a folder of its own');
  } finally {
    await rm(home, { recursive: true, force: true });
  }
});
