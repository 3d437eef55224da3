// Who is signed in, in PostgreSQL: rows outside of tenants, found by the hash of a secret that is not kept.
import type { SessionStore } from '#service';
import type { Database } from './connections.ts';

export function postgresSessions(database: Database): SessionStore {
  return {
    async get(secretHash) {
      const row = await database
        .selectFrom('sessions')
        .select(['secretHash', 'tenant', 'member', 'csrfToken', 'createdAt', 'usedAt'])
        .where('secretHash', '=', secretHash)
        .executeTakeFirst();
      return row ?? null;
    },
    async put({ secretHash, tenant, member, csrfToken, createdAt, usedAt }) {
      const fields = { tenant, member, csrfToken, createdAt, usedAt };
      await database
        .insertInto('sessions')
        .values({ secretHash, ...fields })
        .onConflict((conflict) => conflict.column('secretHash').doUpdateSet(fields))
        .execute();
    },
    async touch(secretHash, at) {
      await database.updateTable('sessions').set({ usedAt: at }).where('secretHash', '=', secretHash).execute();
    },
    async remove(secretHash) {
      await database.deleteFrom('sessions').where('secretHash', '=', secretHash).execute();
    },
    listOf: (tenant, member) =>
      database
        .selectFrom('sessions')
        .select(['secretHash', 'tenant', 'member', 'csrfToken', 'createdAt', 'usedAt'])
        .where('tenant', '=', tenant)
        .where('member', '=', member)
        .orderBy('createdAt')
        .execute(),
    async removeOf(tenant, member) {
      await database.deleteFrom('sessions').where('tenant', '=', tenant).where('member', '=', member).execute();
    },
    async purge(before) {
      const { numDeletedRows } = await database.deleteFrom('sessions').where('usedAt', '<', before).executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}
