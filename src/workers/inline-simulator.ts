// The Simulator port on the caller's own thread: the twin that the threads are held against.
import { chunksOf, mergeChunks, projectChunk, type ChunkResult } from '#engine';
import { fail, ok } from '#kernel';
import type { Simulator } from '#planning';
import { breakdown, stoppedByCaller } from './run-problems.ts';

/** Gives way between chunks, so that whoever wants to stop the run can. */
export function createInlineSimulator(): Simulator {
  return {
    async project(model, request, control) {
      const chunks = chunksOf(model);
      const results: ChunkResult[] = [];
      try {
        for (const chunk of chunks) {
          await nextTurn();
          if (control.signal.aborted) return fail(stoppedByCaller);
          results.push(projectChunk(model, request, chunk));
          control.onProgress(results.length / chunks.length);
        }
        return ok(mergeChunks(model, request, results));
      } catch (error) {
        return fail(breakdown(error));
      }
    },
  };
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
