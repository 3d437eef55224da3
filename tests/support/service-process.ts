// The service's API in a process of its own on a real PostgreSQL, for tests that kill it: says its address and serves.
import { createSentFileReaders, USUAL_TERMS, writeCsv, writeXlsx } from '#exchange';
import { createServer } from '#http';
import { readPackTexts } from '#pack';
import { createMemoryQueue } from '#queue';
import { createPostgresStore } from '#store';
import { createInlineSimulator } from '#workers';
import { randomBytes } from 'node:crypto';
import { flushCompileCache } from 'node:module';
import { writePackText } from '../../src/main/service/pack-text-writer.ts';
import { serviceKinds } from '../../src/main/service/service-kinds.ts';

const [connectionString = ''] = process.argv.slice(2);
const opened = await createPostgresStore({ connectionString, ownerConnectionString: null });
if (!opened.ok) throw new Error(opened.problems[0]?.message);
const { store, sessions } = opened.value;
const clock = () => new Date().toISOString();
let address = '';
let seconds = 0;
const app = await createServer({
  world: {
    store,
    sessions,
    queue: createMemoryQueue(() => ({
      store,
      clock,
      readPackTexts,
      works: new Map(),
      simulatorFor: () => createInlineSimulator(),
      onFault: (fault) => process.stderr.write(`${String(fault)}\n`),
    })),
    clock,
    makeId: () => randomBytes(16).toString('hex'),
    readPackTexts,
    writePackText,
    ...createSentFileReaders(USUAL_TERMS),
    kinds: serviceKinds,
    badges: null,
    keptHeads: async () => [],
  },
  pages: { routes: [], problemPage: () => '', assets: new Map() },
  version: '1',
  publicUrl: () => address,
  isEncrypted: false,
  trustedProxies: [],
  session: { idleMinutes: 30, absoluteHours: 12 },
  login: { addressFor: async () => address, identify: async () => null, intercept: null },
  tables: { csv: writeCsv, xlsx: writeXlsx },
  metricsToken: null,
  logger: false,
  // A test sends more in a minute than one person may, so each look at the clock finds a second gone.
  now: () => (seconds += 1) * 1000,
});
address = await app.listen({ host: '127.0.0.1', port: 0 });
process.stdout.write(`${address}\n`);
// Whoever is killed keeps nothing at its end.
flushCompileCache();
