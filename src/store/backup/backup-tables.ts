// Which tables a backup holds and in which form: read from the database itself, so that none is forgotten.
import type { Client } from 'pg';
import { assert } from '#kernel';

export type BackupTable = {
  readonly name: string;
  readonly columns: readonly BackupColumn[];
  /** Names of the columns that order its rows. */
  readonly key: readonly string[];
  /** Whether its rows belong to tenants; those of the others are the same for all. */
  readonly isOfTenant: boolean;
};

/** JSON is carried as the text that it was kept as. */
export type BackupColumn = { readonly name: string; readonly isJson: boolean };

/** Who is signed in signs in again, and no secret lies in a backup; migrations are named in its first line. */
const LEFT_OUT: readonly string[] = ['sessions', 'schema_migrations'];

/** Tables in an order in which every row comes after those that it refers to. */
export async function backupTables(owner: Client): Promise<readonly BackupTable[]> {
  const { rows: columns } = await owner.query<{ table: string; name: string; type: string }>(`
    select table_name as table, column_name as name, data_type as type from information_schema.columns
    where table_schema = 'public' order by table_name, ordinal_position`);
  const { rows: keys } = await owner.query<{ table: string; name: string }>(`
    select conrelid::regclass::text as table, attname::text as name from pg_constraint
    join lateral unnest(conkey) with ordinality as part (number, place) on true
    join pg_attribute on attrelid = conrelid and attnum = number
    where contype = 'p' and connamespace = 'public'::regnamespace order by 1, place`);
  const { rows: references } = await owner.query<{ table: string; to: string }>(`
    select conrelid::regclass::text as table, confrelid::regclass::text as to from pg_constraint
    where contype = 'f' and connamespace = 'public'::regnamespace`);
  const names = [...new Set(columns.map(({ table }) => table))].filter((name) => !LEFT_OUT.includes(name));
  return inOrderOfReference(names, references).map((name) => {
    const own = columns.filter(({ table }) => table === name);
    return {
      name,
      columns: own.map((column) => ({ name: column.name, isJson: column.type === 'json' })),
      key: keys.filter(({ table }) => table === name).map((part) => part.name),
      isOfTenant: own.some((column) => column.name === 'tenant_id'),
    };
  });
}

function inOrderOfReference(
  names: readonly string[],
  references: readonly { readonly table: string; readonly to: string }[],
): readonly string[] {
  const ordered: string[] = [];
  while (ordered.length < names.length) {
    const next = names.find(
      (name) => !ordered.includes(name) && references.every(({ table, to }) => table !== name || ordered.includes(to)),
    );
    assert(next !== undefined, 'no two tables refer to each other');
    ordered.push(next);
  }
  return ordered;
}
