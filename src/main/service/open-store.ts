// Opens the database that the settings name, or the embedded one where they name none.
import { ok, type Result } from '#kernel';
import type { SessionStore, Store } from '#service';
import { createPostgresStore, openEmbedded, type PostgresAddress } from '#store';
import { dataDirectory } from './data-directory.ts';
import type { ServiceConfig } from './service-config.ts';

/** The store, where it is, and how to give it up. */
export type OpenedStore = {
  readonly store: Store;
  readonly sessions: SessionStore;
  readonly address: PostgresAddress;
  close(): Promise<void>;
};

export async function openStore(config: ServiceConfig): Promise<Result<OpenedStore>> {
  const { DATABASE_URL, DATABASE_OWNER_URL } = config;
  if (DATABASE_URL !== undefined) {
    return opened({ connectionString: DATABASE_URL, ownerConnectionString: DATABASE_OWNER_URL ?? null }, () =>
      Promise.resolve(),
    );
  }
  const embedded = await openEmbedded(await dataDirectory(config));
  if (!embedded.ok) return embedded;
  const { connectionString, ownerConnectionString, stop } = embedded.value;
  return opened({ connectionString, ownerConnectionString }, async () => {
    await stop();
  });
}

async function opened(address: PostgresAddress, stop: () => Promise<void>): Promise<Result<OpenedStore>> {
  const made = await createPostgresStore(address);
  if (!made.ok) {
    await stop();
    return made;
  }
  const { store, sessions } = made.value;
  return ok({
    store,
    sessions,
    address,
    async close() {
      await store.close();
      await stop();
    },
  });
}
