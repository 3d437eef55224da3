// Kills the database and the processes that write to it, at moments that nobody chose, and looks what is left.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Store } from '#service';
import { createPostgresStore } from '#store';
import { assertPairsWhole, writePair } from './support/paired-writes.ts';
import { openTemporaryDatabase, type TemporaryDatabase } from './support/temporary-database.ts';

const KILLS = 20;
const WRITERS_KILLED = 10;
const TENANT = 'north';
let database: TemporaryDatabase;
let store: Store;

before(async () => {
  database = await openTemporaryDatabase();
  const opened = await createPostgresStore(database);
  assert.ok(opened.ok);
  ({ store } = opened.value);
  assert.ok((await store.addTenant({ id: TENANT, name: 'North' })).ok);
});

after(async () => {
  await store.close();
  await database.close();
});

test('the database is killed twenty times while four write, and nothing acknowledged is lost or half there', async () => {
  const acknowledged: string[] = [];
  for (let kill = 0; kill < KILLS; kill++) {
    const killAt = acknowledged.length + 5 + ((kill * 7) % 11);
    let killed = 0;
    const writer = async (name: number): Promise<void> => {
      for (let count = 0; killed === 0; count++) {
        const written = await writePair(store, TENANT, `d${kill}-${name}-${count}`);
        if (written.ok) acknowledged.push(written.value);
        else assert.equal(written.problems[0]?.code, 'unavailable');
        if (acknowledged.length >= killAt && killed === 0) {
          killed = serverProcess();
          process.kill(killed, 'SIGKILL');
        }
      }
    };
    await Promise.all([writer(1), writer(2), writer(3), writer(4)]);
    await answersAgain(killed);
    await assertPairsWhole(store, TENANT, acknowledged);
  }
  assert.ok(acknowledged.length >= KILLS * 5);
});

test('ten processes are killed while they write, and nothing that they said was kept is lost or half there', async () => {
  const acknowledged: string[] = [];
  for (let kill = 0; kill < WRITERS_KILLED; kill += 2) {
    await Promise.all([writeUntilKilled(`w${kill}`, 3 + (kill % 7)), writeUntilKilled(`w${kill + 1}`, 5 + (kill % 5))]);
    await assertPairsWhole(store, TENANT, acknowledged);
  }
  assert.ok(acknowledged.length >= WRITERS_KILLED * 3);

  async function writeUntilKilled(prefix: string, killAt: number): Promise<void> {
    const program = fileURLToPath(new URL('support/store-writer.ts', import.meta.url));
    const child = spawn(process.execPath, [program, database.connectionString, TENANT, prefix], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let told = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      told += text;
      if (told.split('\n').length > killAt) child.kill('SIGKILL');
    });
    await new Promise((resolve) => child.on('close', resolve));
    assert.equal(child.signalCode, 'SIGKILL');
    acknowledged.push(...told.split('\n').slice(0, -1));
  }
});

/** @returns 0 where none has written itself down */
function serverProcess(): number {
  const file = join(database.folder, 'cluster', 'postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0;
}

/** The launcher starts a server that died again on its own. */
async function answersAgain(killed: number): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    const isAnother = ![0, killed].includes(serverProcess());
    if (isAnother && (await store.health()).ok) return;
    await wait(50);
  }
  assert.fail('the server was not started again');
}
