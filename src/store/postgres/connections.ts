// The seam between Kysely and the driver: every query of the store passes here, and every error becomes one of ours.
import {
  CamelCasePlugin,
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import { Pool, type PoolClient } from 'pg';
import { assert } from '#kernel';
import { requireKeepable } from '../refusals.ts';
import { translated } from './database-errors.ts';
import type { Tables } from './tables.ts';

/** The tables by way of a pool of connections. */
export type Database = Kysely<Tables>;

export function openDatabase(connectionString: string): Database {
  const pool = new Pool({ connectionString, max: CONNECTIONS_MAX, application_name: 'cadre', ...WAITS });
  // A connection that breaks says so by this event as well; idle, the pool throws it away, and in use, its query fails.
  pool.on('error', () => null);
  pool.on('connect', (client) => client.on('error', () => null));
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => pooledDriver(pool),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
}

/** Connections of one process; a page takes a few milliseconds of one, so ten serve hundreds of pages a second. */
const CONNECTIONS_MAX = 10;

/** Bounds on waiting, so that a stuck database is told as one and holds nothing up for ever. */
const WAITS = {
  connectionTimeoutMillis: 10_000,
  lock_timeout: 5000,
  statement_timeout: 30_000,
  idle_in_transaction_session_timeout: 60_000,
} as const;

function pooledDriver(pool: Pool): Driver {
  const open = new WeakMap<DatabaseConnection, PooledConnection>();
  const pooled = (connection: DatabaseConnection) => {
    const found = open.get(connection);
    assert(found !== undefined, 'a connection comes from the pool that it goes back to');
    return found;
  };
  return {
    init: async () => {},
    async acquireConnection() {
      const client = await pool.connect().catch((error: unknown) => {
        throw translated(error, 'connect');
      });
      const connection = new PooledConnection(client);
      open.set(connection, connection);
      return connection;
    },
    beginTransaction: (connection, { isolationLevel }) =>
      pooled(connection).ask(`start transaction isolation level ${isolationLevel ?? 'read committed'}`),
    commitTransaction: (connection) => pooled(connection).commit(),
    rollbackTransaction: (connection) => pooled(connection).rollBack(),
    releaseConnection: async (connection) => pooled(connection).release(),
    destroy: () => pool.end(),
  };
}

class PooledConnection implements DatabaseConnection {
  readonly #client: PoolClient;
  #isBroken = false;

  constructor(client: PoolClient) {
    this.#client = client;
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    requireKeepable(...parameters.flat().filter((parameter) => typeof parameter === 'string'));
    try {
      const { rows, rowCount } = await this.#client.query(sql, [...parameters]);
      return { rows, numAffectedRows: BigInt(rowCount ?? 0) };
    } catch (error) {
      throw translated(error, 'query');
    }
  }

  streamQuery(): never {
    throw new Error('the store reads in pages and opens no stream');
  }

  async ask(command: string): Promise<void> {
    try {
      await this.#client.query(command);
    } catch (error) {
      throw translated(error, 'query');
    }
  }

  /** PostgreSQL answers `rollback` to a `commit` where a query before it failed, and says so in its tag alone. */
  async commit(): Promise<void> {
    let tag: string;
    try {
      tag = (await this.#client.query('commit')).command;
    } catch (error) {
      throw translated(error, 'commit');
    }
    assert(tag === 'COMMIT', 'work that goes on after a query failed keeps nothing: let the failure out');
  }

  /** A connection that cannot even do this is not used again; closing it rolls back as well. */
  async rollBack(): Promise<void> {
    await this.#client.query('rollback').catch(() => {
      this.#isBroken = true;
    });
  }

  release(): void {
    this.#client.release(this.#isBroken);
  }
}
