// The tenant's pack in PostgreSQL: each file with its versions, which are only ever added to.
import { fail, ok } from '#kernel';
import type { PackHead, PackShelf } from '#service';
import { auditedPack } from '../../audited-change.ts';
import { firstProblem } from '../../pack-change.ts';
import type { TenantTransaction } from '../tenant-transaction.ts';

export function postgresPack(transaction: TenantTransaction): PackShelf {
  const { tables, tenantId } = transaction;
  const head = async (): Promise<PackHead> =>
    (await versions(transaction).select(['version', 'hash']).limit(1).executeTakeFirst()) ?? { version: 0, hash: '' };
  return {
    head,
    async files(version) {
      const newest = (await head()).version;
      const rows = await fileRows(transaction, version ?? newest).execute();
      if ((version ?? newest) > newest) return new Map();
      return new Map(
        rows.flatMap(({ path, text, version }) => (text === null ? [] : [[path, { text, version }] as const])),
      );
    },
    async save(changes, hash, deed) {
      await transaction.lock();
      const there = await fileRows(transaction, (await head()).version)
        .where(
          'path',
          'in',
          changes.map(({ path }) => path),
        )
        .execute();
      const problem = firstProblem(changes, (path) => there.find((file) => file.path === path) ?? null);
      if (problem !== null) return fail(problem);
      const saved = { version: (await head()).version + 1, hash };
      const { by, at, summary } = deed;
      await tables
        .insertInto('packVersions')
        .values({ tenantId, ...saved, by, at, summary })
        .execute();
      for (const { path, text } of changes) {
        await tables.insertInto('packFiles').values({ tenantId, path, version: saved.version, text }).execute();
      }
      await transaction.record(deed, auditedPack(saved, changes));
      return ok(saved);
    },
    async history(limit) {
      const rows = await versions(transaction)
        .select(['version', 'hash', 'by', 'at', 'summary'])
        .limit(limit)
        .execute();
      return Promise.all(rows.map(async (row) => ({ ...row, paths: await pathsOf(transaction, row.version) })));
    },
  };
}

function versions({ tables, tenantId }: TenantTransaction) {
  return tables.selectFrom('packVersions').where('tenantId', '=', tenantId).orderBy('version', 'desc');
}

/** The newest row of each file up to a version, in order of path. */
function fileRows({ tables, tenantId }: TenantTransaction, version: number) {
  return tables
    .selectFrom('packFiles')
    .distinctOn('path')
    .select(['path', 'text', 'version'])
    .where('tenantId', '=', tenantId)
    .where('version', '<=', version)
    .orderBy('path')
    .orderBy('version', 'desc');
}

async function pathsOf({ tables, tenantId }: TenantTransaction, version: number): Promise<readonly string[]> {
  const rows = await tables
    .selectFrom('packFiles')
    .select('path')
    .where('tenantId', '=', tenantId)
    .where('version', '=', version)
    .orderBy('path')
    .execute();
  return rows.map(({ path }) => path);
}
