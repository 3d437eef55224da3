// Makes the roles and the database of the service on the embedded server, where they are not there yet.
import type { Client } from 'pg';
import { APP_ROLE, OWNER_ROLE } from '../postgres/roles.ts';
import type { Secrets } from './cluster.ts';

export const DATABASE = 'cadre';

/** May be run any number of times, by several processes at once, and after a kill half-way. */
export async function prepareDatabase(superuser: Client, secrets: Secrets): Promise<void> {
  await superuser.query('select pg_advisory_lock($1)', [PREPARE_LOCK]);
  try {
    const { rows } = await superuser.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (rows.length > 0) return;
    for (const [role, password] of [
      [OWNER_ROLE, secrets.owner],
      [APP_ROLE, secrets.app],
    ] as const) {
      const known = await superuser.query('select 1 from pg_roles where rolname = $1', [role]);
      if (known.rows.length > 0) continue;
      const rights = 'login nosuperuser nobypassrls nocreatedb nocreaterole noreplication';
      await superuser.query(`create role ${role} ${rights} password ${superuser.escapeLiteral(password)}`);
    }
    // The database comes last: where it is there, the roles are too.
    await superuser.query(`create database ${DATABASE} owner ${OWNER_ROLE}`);
  } finally {
    await superuser.query('select pg_advisory_unlock($1)', [PREPARE_LOCK]);
  }
}

const PREPARE_LOCK = 4_216_002;
