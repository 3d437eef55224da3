// The door of workers/: projections on several threads, or on this one, behind the Simulator port of planning.
export { createChunkPool, type ChunkPool } from './chunk-pool.ts';
export { createInlineSimulator } from './inline-simulator.ts';
export { createThreadSimulator, type ThreadSimulator } from './thread-simulator.ts';
