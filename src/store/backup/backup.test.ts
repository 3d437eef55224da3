// Holds that a backup restores to the same data, and that one that is not whole restores nothing.
import assert from 'node:assert/strict';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { Client } from 'pg';
import { checkChain, type Store } from '#service';
import { openTemporaryDatabase, type TemporaryDatabase } from '../../../tests/support/temporary-database.ts';
import { AT, DEED, doing, JOB, memberOf, put, savePack, valueOf } from '../contract/bench.test-support.ts';
import { createPostgresStore } from '../postgres/postgres-store.ts';
import { backUp } from './back-up.ts';
import { restore } from './restore.ts';

describe('a backup', () => {
  let [source, target]: TemporaryDatabase[] = [];
  let store: Store;
  let file = '';

  before(async () => {
    [source, target] = await Promise.all([openTemporaryDatabase(), openTemporaryDatabase()]);
    const opened = valueOf(await createPostgresStore(source));
    store = opened.store;
    file = join(source.folder, 'backup.jsonl');
    await fill(store);
    const secretHash = 'secret-of-the-session';
    const times = { createdAt: AT, usedAt: AT };
    await opened.sessions.put({ secretHash, tenant: 'north', member: 'member-1', csrfToken: 'c', ...times });
  });
  after(async () => {
    await store.close();
    await source?.close();
    await target?.close();
  });

  const databases = () => {
    assert.ok(source !== undefined && target !== undefined);
    return { source, target };
  };
  const take = (name: string) =>
    backUp({ ownerConnectionString: databases().source.ownerConnectionString, file: name, takenAt: AT });

  test('a backup holds every table but sessions and migrations, and only its owner can read it', async () => {
    const summary = valueOf(await take(file));
    const rows = Object.fromEntries(summary.tables.map((table) => [table.table, table.rows]));
    assert.deepEqual(rows, {
      answers: 2,
      audit_heads: 2,
      audit_lines: 510,
      jobs: 2,
      members: 2,
      pack_files: 4,
      pack_versions: 4,
      record_versions: 502,
      records: 500,
      results: 2,
      tenants: 2,
    });
    assert.equal((await stat(file)).mode & 0o777, 0o600);
    assert.doesNotMatch(await readFile(file, 'utf8'), /secret-of-the-session/);
  });

  test('a backup never replaces a file, and one that cannot be written says so', async () => {
    const again = await take(file);
    const nowhere = await take(join(file, 'below'));
    assert.deepEqual(
      [again, nowhere].map((result) => (result.ok ? '' : result.problems[0]?.code)),
      ['not-writable', 'not-writable'],
    );
  });

  test('a backup that was cut, changed or mixed up restores nothing', async () => {
    const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
    const spoilt = {
      'is empty': '',
      'has no first line': lines.slice(1).join('\n'),
      'has no last line': lines.slice(0, -1).join('\n'),
      'is cut in a line': lines.join('\n').slice(0, -20),
      'lacks a row': lines.toSpliced(lines.length - 2, 1).join('\n'),
      'has a changed row': lines.map((line) => line.replace('twelve starts', 'thirteen starts')).join('\n'),
      'is something else': 'name,value\n1,2\n',
    };
    for (const [what, text] of Object.entries(spoilt)) {
      const name = join(databases().source.folder, `spoilt-${what.replaceAll(' ', '-')}.jsonl`);
      await writeFile(name, `${text}\n`);
      const restored = await restore({ ...databases().target, file: name });
      assert.equal(restored.ok ? 'ok' : restored.problems[0]?.code, 'unreadable', what);
    }
    const other = join(databases().source.folder, 'other-migrations.jsonl');
    await writeFile(other, lines.join('\n').replace(/"sha256":"[0-9a-f]/, '"sha256":"x'));
    const refused = await restore({ ...databases().target, file: other });
    assert.equal(refused.ok ? 'ok' : refused.problems[0]?.code, 'inconsistent');
    assert.equal(await tenantsIn(databases().target), 0);
  });

  test('what is restored is the same to the byte: rows, sums, heads of the audit, and the next backup', async () => {
    const { source, target } = databases();
    const kept = valueOf(await backUp({ ...source, file: `${file}.second`, takenAt: AT }));
    assert.deepEqual(valueOf(await restore({ ...target, file: `${file}.second` })), kept);
    assert.deepEqual(valueOf(await backUp({ ...target, file: `${file}.third`, takenAt: AT })), kept);
    assert.equal(await readFile(`${file}.third`, 'utf8'), await readFile(`${file}.second`, 'utf8'));
    const opened = valueOf(await createPostgresStore(target));
    for (const tenant of ['north', 'south']) {
      const check = await doing(opened.store, tenant, (session) => checkChain(session, tenant, []));
      assert.equal(check.fault, null);
      const last = await doing(opened.store, tenant, ({ records }) => records.get('commitment', 'c-1'));
      assert.equal(valueOf(await put(opened.store, tenant, { madeFrom: last?.version ?? 0 })).version, 3);
    }
    await opened.store.close();
  });

  test('a database that holds tenants is never restored into', async () => {
    const refused = await restore({ ...databases().target, file });
    assert.equal(refused.ok ? 'ok' : refused.problems[0]?.code, 'not-writable');
  });
});

async function fill(store: Store): Promise<void> {
  for (const tenant of ['north', 'south']) {
    valueOf(await store.addTenant({ id: tenant, name: `Tenant of the ${tenant}` }));
    valueOf(await savePack(store, tenant, [['pack.yaml', 'name: "ü\\n"\n', 0]]));
    valueOf(await savePack(store, tenant, [['pack.yaml', null, 1]]));
    valueOf(await put(store, tenant, { madeFrom: 0, body: { nul: 'a\0b', numbers: [0.1, 1e300, -5], nothing: null } }));
    valueOf(await put(store, tenant, { madeFrom: 1 }));
    await doing(store, tenant, async ({ records, jobs, members, results, answers }) => {
      for (let count = 2; count <= 250; count++) {
        const draft = { kind: 'commitment', id: `c-${count}`, place: null, owner: null, party: null, state: 'draft' };
        valueOf(await records.put({ ...draft, body: { count } }, 0, DEED));
      }
      valueOf(await jobs.add({ ...JOB, shareDone: 1 / 3 }, DEED));
      valueOf(await members.put(memberOf(tenant, {}), DEED));
      await results.keep('key-1', new Map([['part', 'x'.repeat(100_000)]]));
      const claim = { member: 'member-1', key: 'k', requestHash: 'h', at: AT };
      await answers.claim(claim);
      await answers.keep(claim, { status: 201, headers: { etag: '"1"' }, body: '{}' });
    });
  }
}

async function tenantsIn({ ownerConnectionString }: TemporaryDatabase): Promise<number> {
  const owner = new Client(ownerConnectionString);
  await owner.connect();
  const { rows } = await owner.query<{ count: number }>('select count(*)::int as count from tenants');
  await owner.end();
  return rows[0]?.count ?? -1;
}
