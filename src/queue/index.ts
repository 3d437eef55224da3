// The door of queue/: long work, handed to workers on this machine and on others.
export type { Commission, JobWork, JobWorks, WorkControl } from './job-work.ts';
export { createMemoryQueue, type MemoryQueue } from './memory-queue.ts';
export { runJob, type WorkerWorld } from './run-job.ts';
