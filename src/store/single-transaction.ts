// Refuses a transaction within another, which would wait for itself for ever.
import { AsyncLocalStorage } from 'node:async_hooks';
import { assert } from '#kernel';

const current = new AsyncLocalStorage<string>();

/** Runs a transaction; whatever it starts may start no other. */
export function inTransaction<T>(tenant: string, run: () => Promise<T>): Promise<T> {
  assert(current.getStore() === undefined, 'a transaction starts no other: use the session that it was given');
  return current.run(tenant, run);
}
