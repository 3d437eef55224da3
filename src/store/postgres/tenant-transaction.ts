// What the shelves of one transaction share: its tables, its tenant, the tenant's lock and the audit's next line.
import type { Kysely } from 'kysely';
import { assert } from '#kernel';
import { type AuditHead, type Deed, sealLine } from '#service';
import type { AuditedChange } from '../audited-change.ts';
import { requireKeepable } from '../refusals.ts';
import type { Tables } from './tables.ts';

/** One transaction of one tenant. */
export type TenantTransaction = {
  readonly tables: Kysely<Tables>;
  readonly tenantId: string;
  /** Called before anything is changed: two who change a tenant's data never do so at once, in whatever order they touch
   *  it. Where another has done so since this transaction began, it is run again. */
  lock(): Promise<void>;
  /** Adds the line of the audit that belongs to a change. */
  record(deed: Deed, change: AuditedChange): Promise<void>;
};

export function tenantTransaction(tables: Kysely<Tables>, tenantId: string): TenantTransaction {
  const head = async (): Promise<AuditHead> => {
    const row = await tables
      .selectFrom('auditHeads')
      .select(['sequence', 'hash'])
      .where('tenantId', '=', tenantId)
      .forUpdate()
      .executeTakeFirst();
    assert(row !== undefined, 'every tenant has the head of its audit');
    return row;
  };
  return {
    tables,
    tenantId,
    async lock() {
      await head();
    },
    async record({ by, at, action, resource, place, summary }, { subject, contentHash }) {
      requireKeepable(by, at, place, summary, subject);
      const line = sealLine(await head(), { by, at, action, resource, place, summary, subject, contentHash });
      await tables
        .insertInto('auditLines')
        .values({ tenantId, ...line })
        .execute();
      const { sequence, hash } = line;
      await tables.updateTable('auditHeads').set({ sequence, hash }).where('tenantId', '=', tenantId).execute();
    },
  };
}
