// Backup and restore for the command line, of the database that the settings name.
import type { BackupCount } from '#cli';
import { ok, type Result } from '#kernel';
import { backUp, openEmbedded, restore, type BackupSummary } from '#store';
import { dataDirectory } from './data-directory.ts';
import { readConfig } from './service-config.ts';
import { clock } from './surroundings.ts';

export function backUpFile(file: string): Promise<Result<BackupCount>> {
  return withDatabase(({ ownerConnectionString }) => backUp({ ownerConnectionString, file, takenAt: clock() }));
}

export function restoreFile(file: string): Promise<Result<BackupCount>> {
  return withDatabase((address) => restore({ ...address, file }));
}

type Address = { readonly connectionString: string; readonly ownerConnectionString: string };

async function withDatabase(work: (address: Address) => Promise<Result<BackupSummary>>): Promise<Result<BackupCount>> {
  const config = readConfig(process.env);
  if (!config.ok) return config;
  const { DATABASE_URL, DATABASE_OWNER_URL } = config.value;
  if (DATABASE_URL !== undefined && DATABASE_OWNER_URL !== undefined) {
    return counted(await work({ connectionString: DATABASE_URL, ownerConnectionString: DATABASE_OWNER_URL }));
  }
  if (DATABASE_URL !== undefined || DATABASE_OWNER_URL !== undefined) return { ok: false, problems: [halfNamed] };
  const opened = await openEmbedded(await dataDirectory(config.value));
  if (!opened.ok) return opened;
  const { connectionString, ownerConnectionString, stop } = opened.value;
  try {
    return counted(await work({ connectionString, ownerConnectionString }));
  } finally {
    await stop();
  }
}

function counted(done: Result<BackupSummary>): Result<BackupCount> {
  if (!done.ok) return done;
  const rows = done.value.tables.reduce((sum, table) => sum + table.rows, 0);
  return ok({ rows, tenants: done.value.auditHeads.length });
}

const halfNamed = {
  code: 'missing-source',
  message: 'Backup and restore log in as the owner of the tables, and the service as cadre_app: both are needed.',
  path: 'DATABASE_OWNER_URL',
  hint: 'Set both DATABASE_URL and DATABASE_OWNER_URL, or neither for the database in CADRE_DATA_DIR.',
} as const;
