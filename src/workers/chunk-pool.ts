// Single chunks on worker threads, for a projection whose other chunks run elsewhere.
import type { ChunkResult, Model, ProjectionRequest } from '#engine';
import { ok, fail, type Result } from '#kernel';
import { createChunkThread, type ChunkThread } from './chunk-thread-handle.ts';

export type ChunkPool = {
  /** Runs on a thread that is free, or on one more: the caller says how many at a time by how often it asks. */
  project(model: Model, request: ProjectionRequest, index: number): Promise<Result<ChunkResult>>;
  close(): Promise<void>;
};

/** Threads keep their model from one chunk to the next, and never hold the process open. */
export function createChunkPool(): ChunkPool {
  const threads = new Set<ChunkThread>();
  const free: ChunkThread[] = [];
  return {
    project(model, request, index) {
      const thread = free.pop() ?? createChunkThread();
      threads.add(thread);
      return new Promise((resolve) => {
        const onResult = (_: number, result: ChunkResult): void => {
          thread.rest();
          free.push(thread);
          resolve(ok(result));
        };
        thread.begin(model, request, {
          onResult,
          onFailure: (problem) => {
            threads.delete(thread);
            void thread.end();
            resolve(fail(problem));
          },
        });
        thread.project(index);
      });
    },
    async close() {
      await Promise.all([...threads].map((thread) => thread.end()));
      threads.clear();
      free.length = 0;
    },
  };
}
