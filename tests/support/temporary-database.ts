// A PostgreSQL of a test's own: in a folder that goes with it, also where the process of the test is killed.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openEmbedded } from '#store';

export type TemporaryDatabase = {
  readonly folder: string;
  readonly connectionString: string;
  readonly ownerConnectionString: string;
  /** Stops the server and removes its folder. */
  close(): Promise<void>;
};

export async function openTemporaryDatabase(): Promise<TemporaryDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'cadre-database-'));
  const watcher = spawn(process.execPath, [fileURLToPath(new URL('end-database.ts', import.meta.url)), folder], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  const opened = await openEmbedded(folder);
  if (!opened.ok) throw new Error(opened.problems.map(({ message }) => message).join('; '));
  const { connectionString, ownerConnectionString, stop } = opened.value;
  return {
    folder,
    connectionString,
    ownerConnectionString,
    async close() {
      await stop();
      watcher.stdin.end();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
