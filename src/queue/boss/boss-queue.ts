// The port through which long work is handed in, on pg-boss.
import { ok } from '#kernel';
import type { JobQueue, Store } from '#service';
import { JOBS, openBoss, type QueueAddress } from './boss.ts';

export type ServiceQueue = JobQueue & { close(): Promise<void> };

export type QueueTerms = {
  readonly address: QueueAddress;
  readonly store: Store;
  readonly onFault: (fault: unknown) => void;
};

/** Opens the end of the queue at which work is handed in; nothing is done in this process. */
export async function openQueue({ address, store, onFault }: QueueTerms): Promise<ServiceQueue> {
  const boss = await openBoss(address, 'server', onFault);
  return {
    async announce(tenant, job) {
      const priority = -(await underWay(store, tenant));
      await boss.send(JOBS, { tenant, id: job.id }, { singletonKey: `${tenant}/${job.id}`, priority });
    },
    // Who has the job hears of it from its row, within a second; who has not yet begun finds it ended.
    cancel: () => Promise.resolve(),
    close: () => boss.stop({ graceful: false }),
  };
}

/** As many as are looked through. */
const LOOKED_THROUGH = 100;

/** Fair shares: the first job of a tenant stands before the second of every other. */
async function underWay(store: Store, tenant: string): Promise<number> {
  const jobs = await store.inTenant(tenant, async (session) =>
    ok(await session.jobs.list({ places: null, kind: null, limit: LOOKED_THROUGH })),
  );
  return jobs.ok ? jobs.value.filter(({ state }) => state === 'queued' || state === 'running').length : 0;
}
