// The door of queue/: long work, handed to workers on this machine and on others.
export type { QueueAddress } from './boss/boss.ts';
export { openQueue, type ServiceQueue } from './boss/boss-queue.ts';
export { openWorker, type BossWorker, type WorkerTerms } from './boss/boss-worker.ts';
export type { ChunkRunner } from './fan-out/chunk-work.ts';
export * from './job-work.ts';
export { createMemoryQueue, type MemoryQueue } from './memory-queue.ts';
export { runJob, type WorkerWorld } from './run-job.ts';
