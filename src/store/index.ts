// The door of store/: what the service keeps, in memory or in PostgreSQL.
export { createMemoryStore } from './memory-store.ts';
