// A worker in a process of its own, for tests that kill it: it plans, optimises, projects, or waits until it is killed.
import { readPackTexts } from '#pack';
import { openWorker } from '#queue';
import { createPostgresStore } from '#store';
import { createChunkPool, createThreadSimulator } from '#workers';
import { threadedWork } from '../../src/main/service/threaded-work.ts';
import { projectionWork, waitingWork } from './test-works.ts';

const [connectionString = ''] = process.argv.slice(2);
const opened = await createPostgresStore({ connectionString, ownerConnectionString: null });
if (!opened.ok) throw new Error(opened.problems[0]?.message);
const pool = createChunkPool();
await openWorker({
  address: { connectionString, ownerConnectionString: null },
  store: opened.value.store,
  clock: () => new Date().toISOString(),
  readPackTexts,
  works: new Map([
    ['plan', threadedWork],
    ['optimise', threadedWork],
    ['projection', projectionWork],
    ['waiting', waitingWork],
  ]),
  onFault: (fault) => process.stderr.write(`${String(fault)}\n`),
  local: createThreadSimulator({ threads: 1 }),
  runChunk: pool.project,
  threads: 1,
});
process.send?.('ready');
process.on('disconnect', () => process.exit());
