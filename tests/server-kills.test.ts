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
import { keyedChooser } from './support/keyed-chooser.ts';
import { openTemporaryDatabase, type TemporaryDatabase } from './support/temporary-database.ts';

const KILLS = 20;
const RETRY_MS = 20;
/** When the kills fall. */
const choose = keyedChooser(2026);
const TENANT = 'hamlet';
const PROGRAM = fileURLToPath(new URL('support/service-process.ts', import.meta.url));
let database: TemporaryDatabase;
let store: Store;
let changing: Record<string, string>;
const started: ChildProcess[] = [];

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
  for (const child of started) child.kill('SIGKILL');
  await store.close();
  await database.close();
});

type Server = { readonly child: ChildProcess; readonly address: string };

async function startServer(): Promise<Server> {
  const child = spawn(process.execPath, [PROGRAM, database.connectionString], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // What the first has compiled the others need not compile again.
    env: { ...process.env, NODE_COMPILE_CACHE: join(database.folder, 'compiled') },
  });
  started.push(child);
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

/** @returns the id that was acknowledged; null where the server was gone before it answered, or refused for the moment */
async function write(address: string, name: string): Promise<string | null> {
  const answer = await fetch(`${address}/api/v1/records/community`, {
    method: 'POST',
    headers: { ...changing, origin: address, 'content-type': 'application/json', 'idempotency-key': name },
    body: JSON.stringify({ body: bodyOf(name), summary: 'A community was kept.' }),
  })
    .then(async (each) => ({ status: each.status, text: await each.text() }))
    .catch(() => null);
  if (answer === null || answer.status === 503 || answer.status === 409) return null;
  assert.equal(answer.status, 201, answer.text);
  return kept.parse(JSON.parse(answer.text)).id;
}

type Round = { readonly kill: number; readonly acknowledged: Map<string, string> };

/** Four write, each sending the same with the same key until it is acknowledged, until the server is killed.
 *  @returns what was sent and not acknowledged */
async function writeUntilKilled({ address, child }: Server, { kill, acknowledged }: Round): Promise<readonly string[]> {
  const unanswered = new Set<string>();
  const killed = { aborted: false };
  const writer = async (number: number): Promise<void> => {
    for (let count = 0; !killed.aborted; count++) {
      const name = `k${kill}-${number}-${count}`;
      unanswered.add(name);
      for (let id: string | null = null; id === null && !killed.aborted;) {
        id = await write(address, name);
        if (id === null) await wait(RETRY_MS);
        else acknowledged.set(name, id);
      }
      if (acknowledged.has(name)) unanswered.delete(name);
    }
  };
  const more = async (count: number): Promise<void> => {
    const enough = acknowledged.size + count;
    while (acknowledged.size < enough) await wait(1);
  };
  const killing = async (): Promise<void> => {
    await more(4 + choose(8));
    if (kill % 4 === 3) {
      await killDatabase();
      await more(1);
    }
    await wait(choose(20));
    child.kill('SIGKILL');
    killed.aborted = true;
  };
  await Promise.all([killing(), ...[1, 2, 3, 4].map(writer)]);
  return [...unanswered];
}

test(
  'the server is killed twenty times while four write, the database under it five times, and nothing acknowledged is lost, half there or there twice',
  { timeout: 600_000 },
  async () => {
    const acknowledged = new Map<string, string>();
    let server = await startServer();
    for (let kill = 0; kill < KILLS; kill++) {
      const gone = new Promise((resolve) => server.child.once('exit', resolve));
      const unanswered = await writeUntilKilled(server, { kill, acknowledged });
      await gone;
      server = await startServer();
      for (const name of unanswered) {
        const id = await write(server.address, name);
        assert.ok(id !== null, `${name} is not taken when it is sent again`);
        acknowledged.set(name, id);
      }
      // A key that was answered is answered so again, by a server that never saw it.
      const [name, id] = [...acknowledged][choose(acknowledged.size)] ?? ['', ''];
      assert.equal(await write(server.address, name), id);
      await assertKept(acknowledged);
    }
    assert.ok(acknowledged.size >= KILLS * 4);
  },
);

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
  for (let tries = 0; tries < 1200; tries++) {
    if (![0, killed].includes(databaseProcess()) && (await store.health()).ok) return;
    await wait(50);
  }
  assert.fail('the database was not started again');
}

function databaseProcess(): number {
  const file = join(database.folder, 'cluster', 'postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0;
}
