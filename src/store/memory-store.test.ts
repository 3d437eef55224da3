// Holds the store in memory against the contract of the store.
import { storeContract } from './contract.test-support.ts';
import { createMemoryStore } from './memory-store.ts';

storeContract('the store in memory', async () => {
  const opened = createMemoryStore();
  return { ...opened, close: () => opened.store.close() };
});
