// The door of engine/: compile, run, summarise.
export { compile, type CompileInput } from './model/compile.ts';
export type { Model } from './model/model.ts';
export * from './projection.ts';
export { chunksOf, type Chunk } from './run/chunks.ts';
export { mergeChunks } from './run/merge-chunks.ts';
export { projectChunk, type ChunkResult } from './run/project-chunk.ts';
