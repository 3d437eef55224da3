// Holds the launcher: one server per folder, shared, found again, started again, and gone with its last user.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { valueOf } from '../contract/bench.test-support.ts';
import { type EmbeddedDatabase, openEmbedded } from './open-embedded.ts';

const OPENER = fileURLToPath(new URL('../../../tests/support/embedded-user.ts', import.meta.url));
const isRoot = process.getuid?.() === 0;

describe('the embedded database', () => {
  let root = '';
  before(async () => {
    root = await mkdtemp(join(tmpdir(), 'cadre-embedded-'));
    await chmod(root, 0o755);
  });
  const users: EmbeddedDatabase[] = [];
  const open = async (folder: string) => {
    const user = valueOf(await openEmbedded(folder));
    users.push(user);
    return user;
  };
  after(async () => {
    for (const user of users) await user.stop();
    for (const name of await readdir(root)) await killServer(join(root, name));
    await rm(root, { recursive: true, force: true });
  });

  test('two who open one folder share one server, and the last to stop ends it', async () => {
    const folder = join(root, 'shared');
    const [one, other] = await Promise.all([open(folder), open(folder)]);
    assert.equal(one.connectionString, other.connectionString);
    valueOf(await one.stop());
    assert.equal(await answer(other.connectionString), 'cadre_app');
    valueOf(await other.stop());
    valueOf(await other.stop());
    await assert.rejects(answer(other.connectionString));
  });

  test('what was written is there after a stop and a start', async () => {
    const folder = join(root, 'kept');
    const first = await open(folder);
    await ask(first.ownerConnectionString, 'create table kept as select 42 as figure');
    valueOf(await first.stop());
    const second = await open(folder);
    assert.deepEqual(await ask(second.ownerConnectionString, 'select figure from kept'), [{ figure: 42 }]);
    valueOf(await second.stop());
  });

  test('a server whose starter was killed is found and taken on, and so is one that was killed itself', async () => {
    const folder = join(root, 'orphan');
    const starter = spawn(process.execPath, [OPENER, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
    const address = await new Promise<string>((resolve) => {
      starter.stdout.setEncoding('utf8').once('data', (text: string) => resolve(text.trim()));
    });
    starter.kill('SIGKILL');
    await new Promise((resolve) => starter.once('close', resolve));
    const server = await serverProcess(folder);
    const heir = await open(folder);
    assert.equal(heir.connectionString, address);
    assert.equal(await serverProcess(folder), server);
    valueOf(await heir.stop());
    await assert.rejects(answer(address));

    const next = await open(folder);
    process.kill(await serverProcess(folder), 'SIGKILL');
    const afterKill = await open(folder);
    assert.equal(await answer(afterKill.connectionString), 'cadre_app');
    valueOf(await next.stop());
    valueOf(await afterKill.stop());
  });

  test('nobody gets in without the password, and nobody but its user and root reads the files', async () => {
    const folder = join(root, 'closed');
    const opened = await open(folder);
    for (const role of ['cadre_app', 'cadre_owner', 'postgres']) {
      const address = new URL(opened.connectionString);
      address.username = role;
      address.password = 'guessed';
      await assert.rejects(answer(address.href), /password authentication failed/);
    }
    const passwords = await stat(join(folder, 'cluster', 'cadre-passwords.json'));
    const cluster = await stat(join(folder, 'cluster'));
    assert.deepEqual([passwords.mode & 0o777, cluster.mode & 0o777], [0o600, 0o700]);
    if (isRoot) assert.notEqual(cluster.uid, 0);
    const rows = await ask(
      opened.ownerConnectionString,
      "select name, setting from pg_settings where name in ('fsync', 'full_page_writes', 'listen_addresses', 'synchronous_commit') order by name",
    );
    assert.deepEqual(
      rows.map((row) => Object.values(row).join('=')),
      ['fsync=on', 'full_page_writes=on', 'listen_addresses=127.0.0.1', 'synchronous_commit=on'],
    );
    valueOf(await opened.stop());
  });

  test('a folder made by another release is left alone and told so', async () => {
    const folder = join(root, 'older');
    await mkdir(join(folder, 'cluster'), { recursive: true });
    await writeFile(join(folder, 'cluster', 'PG_VERSION'), '17\n');
    const refused = await openEmbedded(folder);
    assert.ok(!refused.ok);
    assert.match(refused.problems[0]?.message ?? '', /was made by PostgreSQL 17/);
  });

  test(
    'root is told where a folder cannot be reached by the user that the server runs as',
    { skip: !isRoot },
    async () => {
      const closed = join(root, 'private');
      await mkdir(closed, { mode: 0o700 });
      const refused = await openEmbedded(join(closed, 'data'));
      assert.ok(!refused.ok);
      assert.match(refused.problems[0]?.message ?? '', /which only its owner may enter/);
    },
  );

  test('folders that are missing above it are made so that the server’s user may pass, and it alone is closed', async () => {
    const folder = join(root, 'missing', 'above', 'data');
    const opened = valueOf(await openEmbedded(folder));
    const modes = await Promise.all([folder, join(folder, '..'), join(folder, '..', '..')].map(modeOf));
    valueOf(await opened.stop());
    const usual = 0o777 & ~process.umask();
    assert.deepEqual(modes, [isRoot ? 0o711 : 0o700, usual, usual]);
  });

  test('it runs as any other user too', { skip: !isRoot }, async () => {
    const { exitCode, told } = await openAs(65_534, 'plain');
    assert.equal(exitCode, 0, told);
    assert.match(told, /^postgres:\/\/cadre_app:/);
  });

  test('a number that is no user of the machine is told what to do', { skip: !isRoot }, async () => {
    const { exitCode, told } = await openAs(54_321, 'unlisted');
    assert.equal(exitCode, 1, told);
    assert.match(told, /user ID 54321: .*add a line for this number to \/etc\/passwd/);
  });

  /** Who may read, write and pass, without the kind of file. */
  async function modeOf(path: string): Promise<number> {
    const { mode } = await stat(path);
    return mode & 0o777;
  }

  async function openAs(uid: number, name: string) {
    const folder = join(root, name);
    await mkdir(folder);
    spawnSync('chown', [`${uid}:${uid}`, folder]);
    const user = spawn(process.execPath, [OPENER, folder, 'stop'], {
      uid,
      gid: uid,
      env: { PATH: process.env['PATH'] },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let told = '';
    user.stdout.setEncoding('utf8').on('data', (text: string) => (told += text));
    user.stderr.setEncoding('utf8').on('data', (text: string) => (told += text));
    const exitCode = await new Promise((resolve) => user.once('close', resolve));
    return { exitCode, told };
  }
});

async function ask(connectionString: string, text: string): Promise<readonly Record<string, unknown>[]> {
  const client = new Client({ connectionString });
  client.on('error', () => null);
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

async function answer(connectionString: string): Promise<unknown> {
  return (await ask(connectionString, 'select current_user as name'))[0]?.['name'];
}

async function serverProcess(folder: string): Promise<number> {
  return Number((await readFile(join(folder, 'cluster', 'postmaster.pid'), 'utf8')).split('\n')[0]);
}

async function killServer(folder: string): Promise<void> {
  const pid = await serverProcess(folder).catch(() => 0);
  if (pid > 1) process.kill(pid, 'SIGQUIT');
}
