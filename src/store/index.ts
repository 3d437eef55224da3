// The door of store/: what the service keeps, in memory or in PostgreSQL, and the PostgreSQL that comes with Cadre.
export { type EmbeddedDatabase, openEmbedded } from './embedded/open-embedded.ts';
export { createMemoryStore } from './memory-store.ts';
export { createPostgresStore, type PostgresAddress } from './postgres/postgres-store.ts';
