// Holds how a database is brought up to date, and which databases and logins are refused, by name and without secrets.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Client } from 'pg';
import type { Problem } from '#kernel';
import { openTemporaryDatabase, type TemporaryDatabase } from '../../../tests/support/temporary-database.ts';
import { valueOf } from '../contract/bench.test-support.ts';
import { createPostgresStore, type PostgresAddress } from './postgres-store.ts';

describe('opening a store in PostgreSQL', () => {
  let database: TemporaryDatabase;
  let owner: Client;

  before(async () => {
    database = await openTemporaryDatabase();
    owner = new Client(database.ownerConnectionString);
    await owner.connect();
  });
  after(async () => {
    await owner.end();
    await database.close();
  });

  const asApp = () => ({ connectionString: database.connectionString, ownerConnectionString: null });
  const refusal = async (address: PostgresAddress): Promise<Problem> => {
    const opened = await createPostgresStore(address);
    assert.ok(!opened.ok, 'it was to be refused');
    const [problem] = opened.problems;
    assert.ok(problem !== undefined);
    const secrets = [database.connectionString, database.ownerConnectionString].map((text) => new URL(text).password);
    for (const secret of secrets) assert.ok(!JSON.stringify(problem).includes(secret));
    assert.doesNotMatch(JSON.stringify(problem), /\b(select|insert|from pg_)\b/);
    return problem;
  };

  test('a database without tables is refused until its owner brings it up to date', async () => {
    assert.match((await refusal(asApp())).message, /has 0 of the \d+ migrations/);
    const both = await Promise.all([createPostgresStore(database), createPostgresStore(database)]);
    for (const opened of both) await valueOf(opened).store.close();
    const again = valueOf(await createPostgresStore(asApp()));
    assert.ok((await again.store.health()).ok);
    await again.store.close();
    const { rows } = await owner.query('select count(*)::int as count, max(number) as last from schema_migrations');
    assert.equal(rows[0]?.count, rows[0]?.last);
  });

  test('a login that owns the tables is refused as the login of the service', async () => {
    const { code, path, message } = await refusal({ ...asApp(), connectionString: database.ownerConnectionString });
    assert.deepEqual([code, path], ['inconsistent', 'DATABASE_URL']);
    assert.match(message, /'cadre_owner', which owns tables/);
  });

  test('a database of a newer program is left alone', async () => {
    await owner.query("insert into schema_migrations (number, name, sha256) values (9999, '9999-later.sql', 'x')");
    for (const address of [asApp(), database]) {
      assert.match((await refusal(address)).message, /made by a newer program: it has migration 9999-later\.sql/);
    }
    await owner.query('delete from schema_migrations where number = 9999');
  });

  test('a migration that is not the one that was run is told', async () => {
    await owner.query("update schema_migrations set sha256 = 'x' || sha256 where number = 1");
    assert.match((await refusal(database)).message, /was changed by another migration 1/);
    await owner.query('update schema_migrations set sha256 = substr(sha256, 2) where number = 1');
    await valueOf(await createPostgresStore(database)).store.close();
  });

  test('a database that does not answer, a wrong password and a database that is not there are told as such', async () => {
    const address = new URL(database.connectionString);
    const changed = (change: Partial<Pick<URL, 'port' | 'password' | 'pathname'>>) => {
      const { href } = Object.assign(new URL(address), change);
      return { connectionString: href, ownerConnectionString: null };
    };
    for (const wrong of [{ port: '1' }, { password: 'guessed' }, { pathname: '/nowhere' }]) {
      assert.equal((await refusal(changed(wrong))).code, 'unavailable');
    }
  });
});
