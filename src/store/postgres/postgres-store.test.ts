// Holds the store in PostgreSQL against the contract of the store.
import { openTemporaryDatabase } from '../../../tests/support/temporary-database.ts';
import { storeContract } from '../contract.test-support.ts';
import { createPostgresStore } from './postgres-store.ts';

storeContract('the store in PostgreSQL', async () => {
  const database = await openTemporaryDatabase();
  const opened = await createPostgresStore(database);
  if (!opened.ok) throw new Error(opened.problems.map(({ message }) => message).join('; '));
  const { store, sessions } = opened.value;
  return {
    store,
    sessions,
    async close() {
      await store.close();
      await database.close();
    },
  };
});
