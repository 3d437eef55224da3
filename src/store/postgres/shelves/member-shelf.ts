// Memberships of a tenant in PostgreSQL: who may do what, and where.
import { assert, fail, ok } from '#kernel';
import type { MemberEntry, MemberShelf } from '#service';
import { auditedMember } from '../../audited-change.ts';
import { duplicate } from '../../refusals.ts';
import type { TenantTransaction } from '../tenant-transaction.ts';

export function postgresMembers(transaction: TenantTransaction): MemberShelf {
  const { tables, tenantId } = transaction;
  const members = () =>
    tables
      .selectFrom('members')
      .select(MEMBER_COLUMNS)
      .select('tenantId as tenant')
      .where('tenantId', '=', tenantId)
      .orderBy('id');
  return {
    find: (issuer, subject) => members().where('issuer', '=', issuer).where('subject', '=', subject).execute(),
    get: async (id) => (await members().where('id', '=', id).executeTakeFirst()) ?? null,
    list: () => members().execute(),
    async put(entry, deed) {
      assert(entry.tenant === tenantId, 'a member is kept in the tenant that the membership is of');
      await transaction.lock();
      const { tenant, id, role, place, supplier, displayName, issuer, subject, isDisabled } = entry;
      const fields = { role, place, supplier, displayName, issuer, subject, isDisabled };
      const same = await members()
        .where('id', '<>', id)
        .where('issuer', '=', issuer)
        .where('subject', '=', subject)
        .where('role', '=', role)
        .where('place', '=', place)
        .where('supplier', 'is not distinct from', supplier)
        .executeTakeFirst();
      if (same !== undefined) return fail(duplicate(`the same membership as member/${id}`));
      await tables
        .insertInto('members')
        .values({ tenantId, id, ...fields })
        .onConflict((conflict) => conflict.columns(['tenantId', 'id']).doUpdateSet(fields))
        .execute();
      const kept: MemberEntry = { tenant, id, ...fields };
      await transaction.record(deed, auditedMember(kept));
      return ok(kept);
    },
  };
}

const MEMBER_COLUMNS = ['id', 'role', 'place', 'supplier', 'displayName', 'issuer', 'subject', 'isDisabled'] as const;
