// Brings the tables up to date: numbered files, run forward only, each once, whole or not at all.
import { readdir, readFile } from 'node:fs/promises';
import { Client } from 'pg';
import { sql } from 'kysely';
import { fail, ok, type Problem, type Result, sha256Hex } from '#kernel';
import { StoreFault } from '../refusals.ts';
import type { Database } from './connections.ts';
import { translated } from './database-errors.ts';
import { APP_ROLE } from './roles.ts';

type Migration = { readonly number: number; readonly name: string; readonly text: string; readonly sha256: string };

/** Runs what has not been run yet, as the owner of the tables. Two processes that start at once do so one by one.
 *  @param connectionString whose password the service's role gets where that role is not there yet */
export async function migrate(ownerConnectionString: string, connectionString: string): Promise<Result<null>> {
  const owner = new Client({
    connectionString: ownerConnectionString,
    application_name: 'cadre migrations',
    connectionTimeoutMillis: 10_000,
  });
  owner.on('error', () => null);
  try {
    await owner.connect();
    await owner.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const roleProblem = await addAppRole(owner, connectionString);
    if (roleProblem !== null) return fail(roleProblem);
    await owner.query(FIRST_TABLE);
    const { rows } = await owner.query<Applied>('select number, name, sha256 from schema_migrations order by number');
    const all = await migrations();
    const problem = historyProblem(rows, all);
    if (problem !== null) return fail(problem);
    for (const migration of all.slice(rows.length)) await apply(owner, migration);
    return ok(null);
  } catch (error) {
    const told = translated(error, 'query');
    if (told instanceof StoreFault) return fail({ ...told.problem, path: 'DATABASE_OWNER_URL' });
    throw told;
  } finally {
    // The lock goes with the connection.
    await owner.end().catch(() => null);
  }
}

/** @returns why this program cannot work with the tables as they are, null where it can */
export async function versionProblem(database: Database): Promise<Problem | null> {
  const { rows: tables } = await sql<{ isThere: boolean }>`
    select to_regclass('schema_migrations') is not null as is_there`.execute(database);
  const isThere = tables[0]?.isThere === true;
  const applied = isThere
    ? await database.selectFrom('schemaMigrations').select(['number', 'name', 'sha256']).orderBy('number').execute()
    : [];
  const all = await migrations();
  const problem = historyProblem(applied, all);
  if (problem !== null || applied.length === all.length) return problem;
  return {
    code: 'inconsistent',
    message: `the database has ${applied.length} of the ${all.length} migrations that this program needs`,
    path: 'DATABASE_URL',
    hint: 'Name the owner of its tables in DATABASE_OWNER_URL once, and start again: the missing ones are then run.',
  };
}

type Applied = Pick<Migration, 'number' | 'name' | 'sha256'>;

const MIGRATION_LOCK = 4_216_003;

const FIRST_TABLE = `
  create table if not exists schema_migrations (
    number integer primary key, name text not null, sha256 text not null, applied_at timestamptz not null default now()
  )`;

async function migrations(): Promise<readonly Migration[]> {
  const folder = new URL('../migrations/', import.meta.url);
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted();
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(new URL(name, folder), 'utf8');
      return { number: Number(name.slice(0, 4)), name, text, sha256: sha256Hex(text) };
    }),
  );
}

function historyProblem(applied: readonly Applied[], all: readonly Migration[]): Problem | null {
  const strange = applied.find((one, index) => all[index]?.sha256 !== one.sha256);
  if (strange === undefined) return null;
  const isNewer = strange.number > all.length;
  return {
    code: 'inconsistent',
    message: isNewer
      ? `the database was made by a newer program: it has migration ${strange.name}, which this one does not know`
      : `the database was changed by another migration ${strange.number} than ${strange.name} of this program`,
    path: 'DATABASE_URL',
    hint: isNewer
      ? 'Start the newer program. Migrations run forward only; to go back, restore a backup that the older one made.'
      : 'Use the program that made it; a migration is never edited once it has been run.',
  };
}

async function apply(owner: Client, { number, name, text, sha256 }: Migration): Promise<void> {
  await owner.query('begin');
  // Who holds a table for longer than this is not made to wait behind us; the next start tries again.
  await owner.query("set local lock_timeout = '2s'");
  await owner.query(text);
  await owner.query('insert into schema_migrations (number, name, sha256) values ($1, $2, $3)', [number, name, sha256]);
  await owner.query('commit');
}

async function addAppRole(owner: Client, connectionString: string): Promise<Problem | null> {
  const { rows } = await owner.query<{ known: boolean; may: boolean }>(
    `select exists (select from pg_roles where rolname = $1) as known,
       (select rolcreaterole or rolsuper from pg_roles where rolname = current_user) as may`,
    [APP_ROLE],
  );
  if (rows[0]?.known === true) return null;
  const { username, password } = new URL(connectionString);
  if (rows[0]?.may === true && decodeURIComponent(username) === APP_ROLE) {
    await owner.query(`create role ${APP_ROLE} login password ${owner.escapeLiteral(decodeURIComponent(password))}`);
    return null;
  }
  return {
    code: 'not-found',
    message: `the database server has no role '${APP_ROLE}'`,
    path: 'DATABASE_URL',
    hint: `Let its administrator run: create role ${APP_ROLE} login password '…'; and log in as it in DATABASE_URL.`,
  };
}
