// Restores a backup into an empty database: every row or none, held against the sums that the backup names.
import { open } from 'node:fs/promises';
import { Client } from 'pg';
import { fail, ok, type Problem, type Result } from '#kernel';
import { migrate } from '../postgres/migrate.ts';
import { translated } from '../postgres/database-errors.ts';
import type { PostgresAddress } from '../postgres/postgres-store.ts';
import { StoreFault } from '../refusals.ts';
import {
  BACKUP_LINE,
  type BackupLine,
  type BackupSummary,
  type Cell,
  sumTable,
  type TableSum,
} from './backup-lines.ts';
import { isOfFile } from './file-errors.ts';
import { type BackupTable, backupTables } from './backup-tables.ts';

export type RestoreOrder = {
  readonly file: string;
  readonly connectionString: string;
  readonly ownerConnectionString: NonNullable<PostgresAddress['ownerConnectionString']>;
};

/** Brings the tables of an empty database up to date and fills them. @returns what is now there, the same as `backUp` told */
export async function restore(order: RestoreOrder): Promise<Result<BackupSummary>> {
  const { file, ownerConnectionString, connectionString } = order;
  const migrated = await migrate(ownerConnectionString, connectionString);
  if (!migrated.ok) return migrated;
  const owner = new Client({ connectionString: ownerConnectionString, application_name: 'cadre restore' });
  owner.on('error', () => null);
  try {
    await owner.connect();
    await owner.query('begin');
    const restored = await fill(owner, file);
    await owner.query(restored.ok ? 'commit' : 'rollback');
    return restored;
  } catch (error) {
    if (isOfFile(error)) return fail(unreadable(file, 'it cannot be read'));
    const told = translated(error, 'query');
    if (told instanceof StoreFault) return fail(told.problem);
    throw told;
  } finally {
    // Closing rolls back what was not committed.
    await owner.end().catch(() => null);
  }
}

async function fill(owner: Client, file: string): Promise<Result<BackupSummary>> {
  const { rows } = await owner.query<{ count: string }>('select count(*) as count from tenants');
  if (rows[0]?.count !== '0') return fail(notEmpty);
  const tables = new Map((await backupTables(owner)).map((table) => [table.name, table]));
  const handle = await open(file);
  const sums: BackupSummary['tables'][number][] = [];
  let filler: Filler | null = null;
  let number = 0;
  try {
    for await (const text of handle.readLines({ encoding: 'utf8' })) {
      number += 1;
      const line = parsed(text);
      if (line === null || (number === 1) !== (line.kind === 'backup')) return fail(unreadable(file, `line ${number}`));
      if (line.kind === 'backup') {
        const problem = await otherTables(owner, line);
        if (problem !== null) return fail(problem);
        continue;
      }
      if (line.kind === 'table' || line.kind === 'end') {
        if (filler !== null) sums.push(await filler.done());
        filler = null;
      }
      if (line.kind === 'end') return heldAgainst(file, sums, line);
      if (line.kind === 'table') {
        const table = tables.get(line.table);
        if (table === undefined) return fail(unreadable(file, `line ${number}: no table '${line.table}'`));
        filler = fillerOf(owner, table, line.columns);
      } else if (filler === null) {
        return fail(unreadable(file, `line ${number}`));
      } else if (line.kind === 'tenant') await filler.enter(line.tenant);
      else await filler.add(line.cells);
    }
    return fail(unreadable(file, `it ends after line ${number} without its last line`));
  } finally {
    await handle.close();
  }
}

function parsed(text: string): BackupLine | null {
  try {
    return BACKUP_LINE.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

type Filler = {
  enter(tenant: string): Promise<void>;
  add(cells: readonly Cell[]): Promise<void>;
  done(): Promise<BackupSummary['tables'][number]>;
};

/** Rows sent to the database at once. */
const ROWS_AT_ONCE = 200;

function fillerOf(owner: Client, table: BackupTable, columns: readonly string[]): Filler {
  const sum: TableSum = sumTable(table.name);
  let waiting: (readonly Cell[])[] = [];
  const known = columns.filter((name) => table.columns.some((column) => column.name === name));
  const send = async () => {
    if (waiting.length === 0) return;
    const places = waiting.map((cells, row) => `(${cells.map((_, at) => `$${row * columns.length + at + 1}`).join()})`);
    const text = `insert into "${table.name}" (${known.map((name) => `"${name}"`).join()}) values ${places.join()}`;
    await owner.query(text, waiting.flat());
    waiting = [];
  };
  return {
    async enter(tenant) {
      await send();
      await owner.query("select set_config('app.tenant_id', $1, true)", [tenant]);
    },
    async add(cells) {
      sum.add(cells);
      waiting.push(cells);
      if (waiting.length >= ROWS_AT_ONCE) await send();
    },
    async done() {
      await send();
      return sum.done();
    },
  };
}

async function otherTables(owner: Client, line: Extract<BackupLine, { kind: 'backup' }>): Promise<Problem | null> {
  const { rows } = await owner.query('select number, name, sha256 from schema_migrations order by number');
  if (
    JSON.stringify(rows) ===
    JSON.stringify(line.migrations.map(({ number, name, sha256 }) => ({ number, name, sha256 })))
  ) {
    return null;
  }
  return {
    code: 'inconsistent',
    message: `the backup was taken with ${line.migrations.length} migrations, and this program has ${rows.length}, or others`,
    path: 'backup',
    hint: 'Restore it with the program that took it; a newer one then brings the tables up to date when it starts.',
  };
}

function heldAgainst(
  file: string,
  sums: BackupSummary['tables'],
  { tables, auditHeads }: Extract<BackupLine, { kind: 'end' }>,
): Result<BackupSummary> {
  const wrong = tables.find((table, index) => {
    const sum = sums[index];
    return sum?.table !== table.table || sum.rows !== table.rows || sum.sha256 !== table.sha256;
  });
  if (wrong === undefined && tables.length === sums.length) return ok({ tables, auditHeads });
  return fail(unreadable(file, `table '${wrong?.table ?? 'unknown'}' is not what its last line says`));
}

function unreadable(file: string, where: string): Problem {
  return {
    code: 'unreadable',
    message: `'${file}' is no whole backup: ${where}; nothing was restored`,
    path: file,
    hint: 'Take another copy of the backup, or an earlier one.',
  };
}

const notEmpty: Problem = {
  code: 'not-writable',
  message: 'the database holds tenants already; a backup is restored into an empty one only',
  path: 'database',
  hint: 'Name a new data folder, or a new database, and restore there.',
};
