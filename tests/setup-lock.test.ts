// Two first starts at the same time set up one after the other, and a killed one leaves nothing that others wait for.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { test } from 'node:test';
import { freshFolder } from './support/run-cadre.ts';
import { projectRoot } from './support/tracked-files.ts';

const lockModule = pathToFileURL(join(projectRoot, 'scripts/setup-lock.js')).href;

/** Adds one to a counter by reading and writing it back slowly, which loses counts where two do it at once. */
const worker = `
  import { readFileSync, writeFileSync } from 'node:fs';
  import { whileLocked } from '${lockModule}';
  whileLocked('lock', () => {
    const count = Number(readFileSync('count', 'utf8'));
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    writeFileSync('count', String(count + 1));
  });`;

async function countTogether(cwd: string, workers: number): Promise<void> {
  writeFileSync(join(cwd, 'count'), '0');
  const started = Array.from({ length: workers }, () =>
    spawn(process.execPath, ['--input-type=module', '--eval', worker], { cwd, stdio: 'inherit' }),
  );
  const codes = await Promise.all(started.map(async (child) => (await once(child, 'exit'))[0]));
  assert.deepEqual(
    codes,
    codes.map(() => 0),
  );
  assert.equal(readFileSync(join(cwd, 'count'), 'utf8'), String(workers));
  assert.deepEqual(readdirSync(cwd), ['count']);
}

test('processes that start together work one after the other', async (context) => {
  await countTogether(freshFolder(context), 6);
});

test('a lock whose holder was killed is taken over', async (context) => {
  const cwd = freshFolder(context);
  const { pid } = spawnSync(process.execPath, ['--eval', '0']);
  writeFileSync(join(cwd, 'lock'), String(pid));
  await countTogether(cwd, 3);
});
