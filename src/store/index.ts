// The door of store/: what the service keeps, in memory or in PostgreSQL, and the PostgreSQL that comes with Cadre.
export { backUp, type BackupOrder } from './backup/back-up.ts';
export type { BackupSummary } from './backup/backup-lines.ts';
export { restore, type RestoreOrder } from './backup/restore.ts';
export { checkContents, type ContentFault } from './check-contents.ts';
export { type EmbeddedDatabase, openEmbedded } from './embedded/open-embedded.ts';
export { usualFolder } from './embedded/usual-folder.ts';
export { createMemoryStore } from './memory-store.ts';
export { createPostgresStore, type PostgresAddress } from './postgres/postgres-store.ts';
