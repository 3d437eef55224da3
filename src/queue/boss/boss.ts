// The queue's own tables in PostgreSQL, by pg-boss: made by the owner of the database, used by a role that owns nothing.
import { Client } from 'pg';
import { PgBoss } from 'pg-boss';

export type QueueAddress = {
  readonly connectionString: string;
  /** The role that may make tables; null where they are there already. */
  readonly ownerConnectionString: string | null;
};

/** Schema of the queue's tables. */
const SCHEMA = 'queue';
/** Whole jobs, and chunks of their projections. */
export const JOBS = 'jobs';
export const CHUNKS = 'chunks';

/** A worker that is killed is missed after this, and its work is given to another at the next look. */
const HEARTBEAT_SECONDS = 10;
const LOOK_SECONDS = 5;
/** A job comes back as often as a machine is lost or restarted under it; past this it is the job that kills. */
const RETRIES = 20;
/** The longest that any job may take. */
const EXPIRE_SECONDS = 6 * 3600;

/** What every user of the queue is named in the table of instances. */
export type Part = 'server' | 'worker';

/** Opens the queue. @param onFault told of faults of ours, with no data of anybody's */
export async function openBoss(address: QueueAddress, part: Part, onFault: (fault: unknown) => void): Promise<PgBoss> {
  if (address.ownerConnectionString !== null) await makeTables(address.ownerConnectionString, address, onFault);
  const boss = new PgBoss({
    connectionString: address.connectionString,
    schema: SCHEMA,
    application_name: `cadre ${part}`,
    max: 4,
    migrate: false,
    createSchema: false,
    schedule: false,
    supervise: part === 'worker',
    superviseIntervalSeconds: LOOK_SECONDS,
    monitorIntervalSeconds: LOOK_SECONDS,
    reindex: false,
    monitorVacuum: false,
    registerInstance: true,
    instanceName: part,
    instanceHeartbeatSeconds: HEARTBEAT_SECONDS,
  });
  boss.on('error', onFault);
  await boss.start();
  return boss;
}

/** Two processes that start at once do so one by one: pg-boss takes a lock of its own. */
async function makeTables(
  ownerConnectionString: string,
  { connectionString }: QueueAddress,
  onFault: (fault: unknown) => void,
): Promise<void> {
  const owner = new PgBoss({
    connectionString: ownerConnectionString,
    schema: SCHEMA,
    schedule: false,
    supervise: false,
  });
  owner.on('error', onFault);
  await owner.start();
  const terms = {
    retryLimit: RETRIES,
    retryDelay: 0,
    heartbeatSeconds: HEARTBEAT_SECONDS,
    expireInSeconds: EXPIRE_SECONDS,
    deleteAfterSeconds: 3600,
  };
  // A job is waiting or running once at most, however often it is announced.
  await owner.createQueue(JOBS, { ...terms, policy: 'exclusive' });
  await owner.createQueue(CHUNKS, { ...terms, policy: 'exclusive' });
  await owner.stop({ graceful: false });
  await grant(ownerConnectionString, new URL(connectionString).username);
}

async function grant(ownerConnectionString: string, role: string): Promise<void> {
  const client = new Client({ connectionString: ownerConnectionString });
  await client.connect();
  const name = client.escapeIdentifier(decodeURIComponent(role));
  try {
    await client.query(`grant usage on schema ${SCHEMA} to ${name}`);
    await client.query(`grant select, insert, update, delete on all tables in schema ${SCHEMA} to ${name}`);
    await client.query(`grant usage on all sequences in schema ${SCHEMA} to ${name}`);
    await client.query(`grant execute on all functions in schema ${SCHEMA} to ${name}`);
  } finally {
    await client.end();
  }
}
