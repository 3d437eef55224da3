// Holds that the database itself keeps tenants apart: by its catalogue, and by queries that forget the tenant.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Client, Pool } from 'pg';
import { ok } from '#kernel';
import { checkChain, type Store } from '#service';
import { openTemporaryDatabase, type TemporaryDatabase } from '../../../tests/support/temporary-database.ts';
import { checkContents } from '../check-contents.ts';
import { doing, put, valueOf } from '../contract/bench.test-support.ts';
import { createPostgresStore } from './postgres-store.ts';

/** Tables that hold rows of no tenant; sessions are found by the hash of a secret before a tenant is known. */
const OUTSIDE_TENANTS = ['schema_migrations', 'sessions', 'tenants'];

describe('the walls between tenants', () => {
  let database: TemporaryDatabase;
  let store: Store;
  let owner: Client;
  let app: Pool;

  before(async () => {
    database = await openTemporaryDatabase();
    ({ store } = valueOf(await createPostgresStore(database)));
    owner = new Client(database.ownerConnectionString);
    await owner.connect();
    app = new Pool({ connectionString: database.connectionString, max: 1 });
    for (const id of ['north', 'south']) {
      valueOf(await store.addTenant({ id, name: id }));
      valueOf(await put(store, id, { madeFrom: 0 }));
    }
  });
  after(async () => {
    await owner.end();
    await app.end();
    await store.close();
    await database.close();
  });

  const names = async (query: string) => (await owner.query<{ name: string }>(query)).rows.map(({ name }) => name);

  test('every table but the named ones is held to one tenant, its owner included, by one policy of both kinds', async () => {
    const tables = await names("select tablename as name from pg_tables where schemaname = 'public' order by 1");
    const walled = await names(`
      select relname as name from pg_class
      where relkind = 'r' and relnamespace = 'public'::regnamespace and relrowsecurity and relforcerowsecurity order by 1`);
    const held = await names(`
      select tablename as name from pg_policies where schemaname = 'public' and permissive = 'PERMISSIVE' and cmd = 'ALL'
        and qual = with_check and qual like '%tenant_id%NULLIF(current_setting(''app.tenant_id''::text, true), ''''::text)%'
      order by 1`);
    const policies = await names('select tablename as name from pg_policies order by 1');
    const expected = tables.filter((name) => !OUTSIDE_TENANTS.includes(name));
    assert.ok(expected.length >= 10);
    assert.deepEqual([walled, held, policies], [expected, expected, expected]);
  });

  test('every key of a table of tenants begins with the tenant', async () => {
    const wrong = await names(`
      select conname as name from pg_constraint
      join pg_class on pg_class.oid = conrelid
      join pg_attribute on attrelid = conrelid and attnum = conkey[1]
      where contype in ('p', 'u', 'f') and relrowsecurity and attname <> 'tenant_id'`);
    assert.deepEqual(wrong, []);
  });

  test('the service logs in as a role that owns nothing, may become nobody else and passes by no wall', async () => {
    const { rows } = await owner.query(`
      select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
        (select count(*)::int from pg_class where relowner = role.oid) as owned,
        (select count(*)::int from pg_auth_members where member = role.oid) as memberships
      from pg_roles role where rolname = 'cadre_app'`);
    assert.deepEqual(rows, [
      {
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: false,
        rolcreatedb: false,
        rolreplication: false,
        owned: 0,
        memberships: 0,
      },
    ]);
  });

  test('no function runs with another’s rights, and no view hides whose rows it shows', async () => {
    assert.deepEqual(
      await names("select proname as name from pg_proc where prosecdef and pronamespace = 'public'::regnamespace"),
      [],
    );
    assert.deepEqual(await names("select viewname as name from pg_views where schemaname = 'public'"), []);
  });

  test('history can be added to and neither changed nor removed by the service', async () => {
    for (const table of ['pack_versions', 'pack_files', 'record_versions', 'audit_lines']) {
      for (const change of [`update ${table} set tenant_id = 'south'`, `delete from ${table}`, `truncate ${table}`]) {
        await assert.rejects(app.query(change), /permission denied/, change);
      }
    }
  });

  test('a version of a record can be blanked by the service and never become anything else', async () => {
    const change = async (set: string) => {
      const client = await app.connect();
      try {
        await client.query('begin');
        await client.query("select set_config('app.tenant_id', 'north', true)");
        return (await client.query(`update record_versions set ${set}`)).rowCount;
      } catch (error) {
        return String(error);
      } finally {
        await client.query('rollback');
        client.release();
      }
    };
    for (const set of [`body = '{"starts":13}'`, `body = 'null', owner = 'member-2'`, 'owner = null']) {
      assert.match(String(await change(set)), /blanked and never changed/, set);
    }
    assert.match(String(await change("state = 'agreed'")), /permission denied/);
    assert.equal(await change("body = 'null', owner = null"), 1);
  });

  test('a query that forgets the tenant sees no row, and one with another’s name sees none of it', async () => {
    const count = async () => (await app.query('select count(*)::int as count from record_versions')).rows[0]?.count;
    assert.equal(await count(), 0);
    await app.query('begin');
    await app.query("select set_config('app.tenant_id', 'north', true)");
    assert.equal(await count(), 1);
    const others = await app.query("select * from record_versions where tenant_id = 'south'");
    assert.equal(others.rows.length, 0);
    const insert = "insert into results (tenant_id, key, name, text) values ('south', 'k', 'n', 't')";
    await assert.rejects(app.query(insert), /row-level security/);
    await app.query('rollback');
    assert.equal(await count(), 0);
    await app.query("set app.tenant_id = ''");
    assert.equal(await count(), 0);
  });

  test('the owner of the tables is held to one tenant as well', async () => {
    assert.deepEqual((await owner.query('select * from record_versions')).rows, []);
  });

  test('a connection goes back to the pool with no tenant set, after a success, a failure and a throw', async () => {
    const one = valueOf(
      await createPostgresStore({ connectionString: database.connectionString, ownerConnectionString: null }),
    );
    const works = [
      async () => ok(null),
      async () => ({ ok: false as const, problems: [] }),
      async () => {
        throw new Error('broken');
      },
    ];
    for (const work of works) await one.store.inTenant('north', work).catch(() => null);
    const { rows } = await owner.query(
      "select count(*)::int as open from pg_stat_activity where state like 'idle in%'",
    );
    assert.equal(rows[0]?.open, 0);
    const seen = await doing(
      one.store,
      'south',
      async ({ records }) => (await records.get('commitment', 'c-1'))?.version,
    );
    assert.equal(seen, 1);
    await one.store.close();
  });

  test('a row that the owner changed behind the audit’s back shows, with the line that says otherwise', async () => {
    assert.equal(await doing(store, 'south', checkContents), null);
    await owner.query('begin');
    await owner.query("select set_config('app.tenant_id', 'south', true)");
    await owner.query(`update record_versions set body = '{"starts":13}'`);
    await owner.query('commit');
    const fault = { sequence: 1, subject: 'record/commitment/c-1' };
    assert.deepEqual(await doing(store, 'south', checkContents), fault);
  });

  test('a line of the audit that the owner changed shows', async () => {
    await owner.query('begin');
    await owner.query("select set_config('app.tenant_id', 'north', true)");
    await owner.query("update audit_lines set summary = 'Nothing happened.'");
    await owner.query('commit');
    const faultIn = (tenant: string) =>
      doing(store, tenant, async (session) => (await checkChain(session, tenant, [])).fault);
    assert.deepEqual(await faultIn('north'), { sequence: 1, what: 'changed' });
    assert.equal(await faultIn('south'), null);
  });
});
