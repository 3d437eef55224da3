// The queue in memory: jobs run in this process one after the other, each tenant in turn; for tests and for one process.
import type { Job, JobQueue } from '#service';
import { runJob, type WorkerWorld } from './run-job.ts';

/** A queue with the worker that serves it. */
export type MemoryQueue = JobQueue & {
  /** @returns once no job is waiting or running */
  idle(): Promise<void>;
  close(): Promise<void>;
};

/** @param worldOf asked for when the first job runs, since the world may hold this queue */
export function createMemoryQueue(worldOf: () => WorkerWorld): MemoryQueue {
  const waiting = new Map<string, Job[]>();
  const stopping = { aborted: false };
  let running: Promise<void> | null = null;
  const next = (): { readonly tenant: string; readonly job: Job } | null => {
    for (const [tenant, jobs] of waiting) {
      const job = jobs.shift();
      // A tenant goes to the end of the row with each job, so that one with many does not hold up one with few.
      waiting.delete(tenant);
      if (jobs.length > 0) waiting.set(tenant, jobs);
      if (job !== undefined) return { tenant, job };
    }
    return null;
  };
  const work = async (): Promise<void> => {
    for (let taken = next(); taken !== null && !stopping.aborted; taken = next()) {
      const { tenant, job } = taken;
      await runJob(worldOf(), { tenant, id: job.id }, stopping).catch((fault: unknown) => worldOf().onFault(fault));
    }
    running = null;
  };
  return {
    async announce(tenant, job) {
      waiting.set(tenant, [...(waiting.get(tenant) ?? []), job]);
      running ??= work();
    },
    async cancel(tenant, id) {
      const left = (waiting.get(tenant) ?? []).filter((job) => job.id !== id);
      if (left.length > 0) waiting.set(tenant, left);
      else waiting.delete(tenant);
    },
    async idle() {
      await running;
    },
    async close() {
      stopping.aborted = true;
      await running;
    },
  };
}
