// The store in PostgreSQL: one transaction per piece of work, held to one tenant by the database itself.
import { type Kysely, sql } from 'kysely';
import { fail, ok, type Result } from '#kernel';
import { firstHead, type SessionStore, type Store, type StoreSession } from '#service';
import { duplicate, notFound, StoreFault } from '../refusals.ts';
import { inTransaction } from '../single-transaction.ts';
import { type Database, openDatabase } from './connections.ts';
import { ConflictFault, tooBusy } from './database-errors.ts';
import { loginProblem } from './login-role.ts';
import { migrate, versionProblem } from './migrate.ts';
import { postgresSessions } from './session-store.ts';
import { postgresAnswers } from './shelves/answer-shelf.ts';
import { postgresAudit } from './shelves/audit-shelf.ts';
import { postgresJobs, postgresResults } from './shelves/job-shelf.ts';
import { postgresMembers } from './shelves/member-shelf.ts';
import { postgresPack } from './shelves/pack-shelf.ts';
import { postgresRecords } from './shelves/record-shelf.ts';
import { createTurns } from '../turns.ts';
import type { Tables } from './tables.ts';
import { tenantTransaction } from './tenant-transaction.ts';

export type PostgresAddress = {
  /** Logs in as a role that owns nothing. */
  readonly connectionString: string;
  /** Logs in as the role that owns the tables, to bring them up to date; null where that is done elsewhere. */
  readonly ownerConnectionString: string | null;
};

/** Opens the store, with its tables brought up to date where an owner is given. Refuses a database that is newer or older
 *  than this program, and a login that the database would not hold to one tenant. */
export async function createPostgresStore(
  address: PostgresAddress,
): Promise<Result<{ readonly store: Store; readonly sessions: SessionStore }>> {
  const { connectionString, ownerConnectionString } = address;
  if (ownerConnectionString !== null) {
    const migrated = await migrate(ownerConnectionString, connectionString);
    if (!migrated.ok) return migrated;
  }
  const database = openDatabase(connectionString);
  const health = await faultAsFailure(() => healthOf(database));
  if (health.ok) return ok({ store: storeIn(database), sessions: postgresSessions(database) });
  await database.destroy();
  return health;
}

async function healthOf(database: Database): Promise<Result<null>> {
  const problem = (await loginProblem(database)) ?? (await versionProblem(database));
  return problem === null ? ok(null) : fail(problem);
}

function storeIn(database: Database): Store {
  const untilNoConflict = retrying(database);
  return {
    inTenant: (tenant, work) =>
      inTransaction(tenant, () =>
        faultAsFailure(() =>
          untilNoConflict(tenant, async (tables) => {
            if (!(await enterTenant(tables, tenant))) return fail(notFound(`tenant '${tenant}'`));
            return work(sessionOn(tables, tenant));
          }),
        ),
      ),
    tenants: () => database.selectFrom('tenants').select(['id', 'name']).orderBy('id').execute(),
    addTenant: ({ id, name }) =>
      faultAsFailure(() =>
        untilNoConflict(id, async (tables) => {
          if (await enterTenant(tables, id)) return fail(duplicate(`tenant '${id}'`));
          await tables
            .insertInto('tenants')
            .values({ id, name })
            .onConflict((conflict) => conflict.doNothing())
            .execute();
          await tables
            .insertInto('auditHeads')
            .values({ tenantId: id, ...firstHead(id) })
            .execute();
          return ok(null);
        }),
      ),
    health: () => faultAsFailure(() => healthOf(database)),
    close: () => database.destroy(),
  };
}

/** For this transaction alone, so that the connection goes back to the pool with no tenant set.
 *  @returns whether there is such a tenant */
async function enterTenant(tables: Kysely<Tables>, tenant: string): Promise<boolean> {
  const { rows } = await sql<{ isThere: boolean }>`
    select set_config('app.tenant_id', ${tenant}, true), exists (select from tenants where id = ${tenant}) as is_there
  `.execute(tables);
  return rows[0]?.isThere === true;
}

function sessionOn(tables: Kysely<Tables>, tenant: string): StoreSession {
  const transaction = tenantTransaction(tables, tenant);
  return {
    pack: postgresPack(transaction),
    records: postgresRecords(transaction),
    results: postgresResults(transaction),
    jobs: postgresJobs(transaction),
    members: postgresMembers(transaction),
    audit: postgresAudit(transaction),
    answers: postgresAnswers(transaction),
    mark: () => markOf(tables, tenant),
  };
}

/** The audit has a line for each change, and work tells its steps without one. */
async function markOf(tables: Kysely<Tables>, tenant: string): Promise<string> {
  const { rows } = await sql<{ mark: string }>`
    select (select hash from audit_heads where tenant_id = ${tenant}) || coalesce((
      select md5(string_agg(concat_ws(' ', id, state, step, share_done, standing), '|' order by id))
      from jobs where tenant_id = ${tenant} and state in ('queued', 'running')
    ), '') as mark
  `.execute(tables);
  return rows[0]?.mark ?? '';
}

type Work<T> = (tables: Kysely<Tables>) => Promise<Result<T>>;

/** More than anyone at work here meets: after the first, those who must try again do so one by one. */
const ATTEMPTS_MAX = 12;

/** Of those who must try again each process sends one at a time, which waits its turn among all processes: a tenant where
 *  many change the same things takes one connection for it and not all. */
function retrying(database: Database) {
  const inTurn = createTurns();
  return async <T>(tenant: string, work: Work<T>): Promise<Result<T>> =>
    (await attempt(database, work)) ?? inTurn(tenant, () => attemptAlone(database, tenant, work));
}

function attemptAlone<T>(database: Database, tenant: string, work: Work<T>): Promise<Result<T>> {
  return database.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${RETRY_LOCK}, hashtext(${tenant}))`.execute(connection);
    try {
      for (let count = 1; count < ATTEMPTS_MAX; count++) {
        const done = await attempt(connection, work);
        if (done !== null) return done;
      }
      return fail(tooBusy);
    } finally {
      await sql`select pg_advisory_unlock(${RETRY_LOCK}, hashtext(${tenant}))`.execute(connection);
    }
  });
}

const RETRY_LOCK = 4216;

/** @returns null where others changed the same data meanwhile, and nothing was kept */
async function attempt<T>(database: Kysely<Tables>, work: Work<T>): Promise<Result<T> | null> {
  const transaction = await database.startTransaction().setIsolationLevel('repeatable read').execute();
  try {
    const done = await work(transaction);
    if (done.ok) await transaction.commit().execute();
    else await transaction.rollback().execute();
    return done;
  } catch (error) {
    if (!transaction.isCommitted && !transaction.isRolledBack) await transaction.rollback().execute();
    if (error instanceof ConflictFault) return null;
    throw error;
  }
}

async function faultAsFailure<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StoreFault) return fail(error.problem);
    throw error;
  }
}
