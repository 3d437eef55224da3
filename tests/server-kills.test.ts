// Kills the server, and now and then the database under it, while people write over HTTP, and looks what is left.
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { ok } from '#kernel';
import { checkChain, type Store } from '#service';
import { createPostgresStore } from '#store';
import { addTenant, memberOf, signIn } from './access/service-under-test.ts';
import { openTemporaryDatabase, type TemporaryDatabase } from './support/temporary-database.ts';

const KILLS = 20;
const TENANT = 'hamlet';
const PROGRAM = fileURLToPath(new URL('support/service-process.ts', import.meta.url));
let database: TemporaryDatabase;
let store: Store;
let changing: Record<string, string>;

before(async () => {
  database = await openTemporaryDatabase();
  const opened = await createPostgresStore(database);
  assert.ok(opened.ok);
  const { sessions } = opened.value;
  ({ store } = opened.value);
  const clock = () => new Date().toISOString();
  const world = { store, sessions, clock };
  await addTenant(world, TENANT);
  ({ changing } = await signIn(world, memberOf('national-planner', TENANT)));
});

after(async () => {
  await store.close();
  await database.close();
});

type Server = { readonly child: ChildProcess; readonly address: string };

async function startServer(): Promise<Server> {
  const child = spawn(process.execPath, [PROGRAM, database.connectionString], { stdio: ['ignore', 'pipe', 'inherit'] });
  const address = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
    child.stdout.once('data', (text: Buffer) => resolve(text.toString().trim()));
  });
  return { child, address };
}

/** A community under a name that nothing else has. */
const bodyOf = (name: string) => ({
  name,
  purpose: 'To share what works.',
  place: 'MILL',
  requirements: ['REC-1'],
  members: [],
  conveners: [],
  activity: [],
  links: [],
  state: 'potential',
});

const kept = z.object({ id: z.string() });

/** @returns the id that was acknowledged; null where the server was gone before it answered */
async function write(address: string, name: string): Promise<string | null> {
  try {
    const answer = await fetch(`${address}/api/v1/records/community`, {
      method: 'POST',
      headers: { ...withoutOrigin(changing), 'content-type': 'application/json', 'idempotency-key': name },
      body: JSON.stringify({ body: bodyOf(name), summary: 'A community was kept.' }),
    });
    // Refused for the moment: the same request is sent again with its key.
    if (answer.status === 503 || answer.status === 409) return null;
    const text = await answer.text();
    assert.equal(answer.status, 201, text);
    return kept.parse(JSON.parse(text)).id;
  } catch (error) {
    if (error instanceof assert.AssertionError) throw error;
    return null;
  }
}

function withoutOrigin({ cookie = '', ...headers }: Record<string, string>): Record<string, string> {
  return { cookie, 'x-csrf-token': headers['x-csrf-token'] ?? '' };
}

test('the server is killed twenty times while four write, the database with it five times, and nothing acknowledged is lost, half there or there twice', async () => {
  const acknowledged = new Map<string, string>();
  for (let kill = 0; kill < KILLS; kill++) {
    const server = await startServer();
    const gone = new Promise((resolve) => server.child.once('exit', resolve));
    const killAt = acknowledged.size + 4 + ((kill * 7) % 9);
    const unanswered = new Set<string>();
    let isKilled = false;
    const writer = async (number: number): Promise<void> => {
      for (let count = 0; !isKilled; count++) {
        const name = `k${kill}-${number}-${count}`;
        unanswered.add(name);
        const id = await write(server.address, name);
        if (id === null) continue;
        unanswered.delete(name);
        acknowledged.set(name, id);
        if (acknowledged.size < killAt || isKilled) continue;
        isKilled = true;
        if (kill % 4 === 3) await killDatabase();
        server.child.kill('SIGKILL');
      }
    };
    await Promise.all([1, 2, 3, 4].map(writer));
    await gone;
    const next = await startServer();
    for (const name of unanswered) {
      const id = await write(next.address, name);
      assert.ok(id !== null, `${name} is not taken when it is sent again`);
      acknowledged.set(name, id);
    }
    await assertKept(acknowledged);
    next.child.kill('SIGKILL');
  }
  assert.ok(acknowledged.size >= KILLS * 4);
});

/** Each acknowledged name is there once, under the id that was said, with one line of the audit, and no other name is. */
async function assertKept(acknowledged: ReadonlyMap<string, string>): Promise<void> {
  const all = { places: null, owner: null, party: null, state: null, after: null, limit: 10_000 };
  const read = await store.inTenant(TENANT, async ({ records, audit }) =>
    ok({
      records: await records.list({ kind: 'community', ...all }),
      lines: await audit.lines(1, 100_000),
      chain: await checkChain({ audit }, TENANT, []),
    }),
  );
  assert.ok(read.ok);
  const there = new Map(
    read.value.records.map(({ id, body }) => [z.object({ name: z.string() }).parse(body).name, id]),
  );
  assert.equal(there.size, read.value.records.length, 'a name is there twice');
  assert.deepEqual(new Map([...there].toSorted()), new Map([...acknowledged].toSorted()));
  const subjects = read.value.lines.filter(({ resource }) => resource === 'community').map(({ subject }) => subject);
  assert.equal(subjects.length, acknowledged.size);
  assert.equal(new Set(subjects).size, subjects.length);
  assert.equal(read.value.chain.fault, null);
}

async function killDatabase(): Promise<void> {
  const killed = databaseProcess();
  process.kill(killed, 'SIGKILL');
  // Its launcher starts one that died again on its own.
  for (let tries = 0; tries < 600; tries++) {
    if (![0, killed].includes(databaseProcess()) && (await store.health()).ok) return;
    await wait(50);
  }
  assert.fail('the database was not started again');
}

function databaseProcess(): number {
  const file = join(database.folder, 'cluster', 'postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0;
}
