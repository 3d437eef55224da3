// Refuses a login that could reach past the walls between tenants.
import { sql } from 'kysely';
import type { Problem } from '#kernel';
import type { Database } from './connections.ts';

/** @returns why the service must not work as this role, null where the database holds it to one tenant */
export async function loginProblem(database: Database): Promise<Problem | null> {
  const { rows } = await sql<{ role: string; fault: string | null }>`
    select current_user as role, case
      when rolsuper then 'is a superuser'
      when rolbypassrls then 'passes by row-level security'
      when exists (
        select from pg_class
        where relnamespace = 'public'::regnamespace and pg_has_role(current_user, relowner, 'member')
      ) then 'owns tables, or may become the role that does'
    end as fault
    from pg_roles where rolname = current_user`.execute(database);
  const [{ role, fault } = { role: '', fault: 'is unknown' }] = rows;
  if (fault === null) return null;
  return {
    code: 'inconsistent',
    message: `DATABASE_URL logs in as '${role}', which ${fault}; the service works only as a role that the database holds to one tenant at a time`,
    path: 'DATABASE_URL',
    hint: 'Log in as cadre_app in DATABASE_URL, and name the owner of the tables in DATABASE_OWNER_URL.',
  };
}
