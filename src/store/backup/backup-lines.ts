// The form of a backup: lines of canonical JSON, the first says of what it is, the last what it holds.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '#kernel';

export const FORMAT = 'cadre-backup-1';

const MIGRATION = z.strictObject({ number: z.int(), name: z.string(), sha256: z.string() });
const CELL = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const TABLE_SUM = z.strictObject({ table: z.string(), rows: z.int(), sha256: z.string() });
const AUDIT_HEAD = z.strictObject({ tenant: z.string(), sequence: z.int(), hash: z.string() });

/** Every line of a backup is one of these. */
export const BACKUP_LINE = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('backup'),
    format: z.literal(FORMAT),
    takenAt: z.string(),
    migrations: z.array(MIGRATION).readonly(),
  }),
  z.strictObject({ kind: z.literal('table'), table: z.string(), columns: z.array(z.string()).readonly() }),
  z.strictObject({ kind: z.literal('tenant'), tenant: z.string() }),
  z.strictObject({ kind: z.literal('row'), cells: z.array(CELL).readonly() }),
  z.strictObject({
    kind: z.literal('end'),
    tables: z.array(TABLE_SUM).readonly(),
    auditHeads: z.array(AUDIT_HEAD).readonly(),
  }),
]);
export type BackupLine = z.infer<typeof BACKUP_LINE>;
export type Cell = z.infer<typeof CELL>;

/** What a backup holds: rows and the SHA-256 of each table, and the head of each tenant's audit. */
export type BackupSummary = Omit<Extract<BackupLine, { kind: 'end' }>, 'kind'>;

/** Adds up the rows of one table as they pass. */
export type TableSum = { add(cells: readonly Cell[]): void; done(): z.infer<typeof TABLE_SUM> };

export function sumTable(table: string): TableSum {
  const hash = createHash('sha256');
  let rows = 0;
  return {
    add(cells) {
      rows += 1;
      hash.update(`${canonicalJson(cells)}\n`);
    },
    done: () => ({ table, rows, sha256: hash.digest('hex') }),
  };
}
