// Takes a backup: every table as it stood at one moment, in one file, with the sums that a restore holds it against.
import { access, type FileHandle, open, rename, rm } from 'node:fs/promises';
import { Client } from 'pg';
import { assert, canonicalJson, fail, ok, type Problem, type Result } from '#kernel';
import type { Instant } from '#service';
import { StoreFault } from '../refusals.ts';
import { translated } from '../postgres/database-errors.ts';
import { type BackupLine, type BackupSummary, type Cell, FORMAT, sumTable } from './backup-lines.ts';
import { isOfFile } from './file-errors.ts';
import { type BackupTable, backupTables } from './backup-tables.ts';

export type BackupOrder = {
  /** Logs in as the role that owns the tables. */
  readonly ownerConnectionString: string;
  readonly file: string;
  readonly takenAt: Instant;
};

/** The service may go on meanwhile; what it changes after the beginning is not in the backup. The file is readable to its
 *  owner alone, appears only once it is whole, and replaces none.
 *  @returns a failure `not-writable` where the file is there already or cannot be written */
export async function backUp({ ownerConnectionString, file, takenAt }: BackupOrder): Promise<Result<BackupSummary>> {
  const partial = `${file}.partial`;
  const owner = new Client({ connectionString: ownerConnectionString, application_name: 'cadre backup' });
  owner.on('error', () => null);
  let handle: FileHandle | null = null;
  try {
    if (await isThere(file)) return fail(notWritable(file, 'is there already'));
    handle = await open(partial, 'w', 0o600);
    await owner.connect();
    const summary = await write(owner, handle, takenAt);
    await handle.sync();
    await rename(partial, file);
    return ok(summary);
  } catch (error) {
    await rm(partial, { force: true }).catch(() => null);
    if (isOfFile(error)) return fail(notWritable(file, `cannot be written (${error.code})`));
    const told = translated(error, 'query');
    if (told instanceof StoreFault) return fail(told.problem);
    throw told;
  } finally {
    await handle?.close().catch(() => null);
    await owner.end().catch(() => null);
  }
}

async function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

function notWritable(file: string, what: string): Problem {
  const hint = 'Name a new file in a folder that is there and has room.';
  return { code: 'not-writable', message: `'${file}' ${what}`, path: file, hint };
}

async function write(owner: Client, handle: FileHandle, takenAt: Instant): Promise<BackupSummary> {
  const put = (line: BackupLine) => handle.write(`${canonicalJson(line)}\n`);
  await owner.query('begin transaction isolation level repeatable read read only');
  const migrations = await owner.query('select number, name, sha256 from schema_migrations order by number');
  await put({ kind: 'backup', format: FORMAT, takenAt, migrations: migrations.rows });
  const tenants = (await owner.query<{ id: string }>('select id from tenants order by id')).rows.map(({ id }) => id);
  const tables: BackupSummary['tables'][number][] = [];
  for (const table of await backupTables(owner)) {
    await put({ kind: 'table', table: table.name, columns: table.columns.map(({ name }) => name) });
    const sum = sumTable(table.name);
    // Row-level security holds the owner too: what belongs to tenants is read tenant by tenant.
    for (const tenant of table.isOfTenant ? tenants : [null]) {
      if (tenant !== null) {
        await owner.query("select set_config('app.tenant_id', $1, true)", [tenant]);
        await put({ kind: 'tenant', tenant });
      }
      for await (const cells of rowsOf(owner, table)) {
        sum.add(cells);
        await put({ kind: 'row', cells });
      }
    }
    tables.push(sum.done());
  }
  const summary = { tables, auditHeads: await auditHeads(owner, tenants) };
  await put({ kind: 'end', ...summary });
  await owner.query('commit');
  return summary;
}

/** So many at once that the database is not asked for each, so few that they fit in memory whatever they hold. */
const ROWS_AT_ONCE = 200;

async function* rowsOf(owner: Client, { name, columns, key }: BackupTable): AsyncIterable<readonly Cell[]> {
  const list = columns.map((column) => (column.isJson ? `${quoted(column.name)}::text` : quoted(column.name)));
  const order = key.map(quoted).join(', ');
  await owner.query(
    `declare backup no scroll cursor for select ${list.join(', ')} from ${quoted(name)} order by ${order}`,
  );
  for (;;) {
    const { rows } = await owner.query<Cell[]>({ text: `fetch ${ROWS_AT_ONCE} from backup`, rowMode: 'array' });
    yield* rows;
    if (rows.length < ROWS_AT_ONCE) break;
  }
  await owner.query('close backup');
}

function quoted(name: string): string {
  assert(/^[a-z_]+$/.test(name), 'tables and columns are named in small letters');
  return `"${name}"`;
}

async function auditHeads(owner: Client, tenants: readonly string[]): Promise<BackupSummary['auditHeads']> {
  const heads: BackupSummary['auditHeads'][number][] = [];
  for (const tenant of tenants) {
    await owner.query("select set_config('app.tenant_id', $1, true)", [tenant]);
    const { rows } = await owner.query<{ sequence: number; hash: string }>('select sequence, hash from audit_heads');
    heads.push(...rows.map((head) => ({ tenant, ...head })));
  }
  return heads;
}
