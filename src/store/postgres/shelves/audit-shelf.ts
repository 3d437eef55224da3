// The audit in PostgreSQL: lines that are only ever added, each sealed to the one before.
import { firstHead, type AuditShelf } from '#service';
import type { TenantTransaction } from '../tenant-transaction.ts';

export function postgresAudit(transaction: TenantTransaction): AuditShelf {
  const { tables, tenantId } = transaction;
  return {
    lines: (from, limit) =>
      tables
        .selectFrom('auditLines')
        .select(LINE_COLUMNS)
        .where('tenantId', '=', tenantId)
        .where('sequence', '>=', from)
        .orderBy('sequence')
        .limit(limit)
        .execute(),
    linesBy: (member) =>
      tables
        .selectFrom('auditLines')
        .select(LINE_COLUMNS)
        .where('tenantId', '=', tenantId)
        .where('by', '=', member)
        .orderBy('sequence')
        .execute(),
    async head() {
      const row = await tables
        .selectFrom('auditHeads')
        .select(['sequence', 'hash'])
        .where('tenantId', '=', tenantId)
        .executeTakeFirst();
      return row ?? firstHead(tenantId);
    },
    append: (deed, subject) => transaction.record(deed, { subject, contentHash: null }),
  };
}

const LINE_COLUMNS = [
  'sequence',
  'by',
  'at',
  'action',
  'resource',
  'place',
  'summary',
  'subject',
  'contentHash',
  'hash',
] as const;
