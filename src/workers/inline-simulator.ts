// The Simulator port on the caller's own thread: the twin that the threads are held against.
import { chunkMerger, chunksOf, projectChunk } from '#engine';
import { fail, ok } from '#kernel';
import type { Simulator } from '#planning';
import { breakdown, stoppedByCaller } from './run-problems.ts';

/** Gives way between chunks, so that whoever wants to stop the run can. */
export function createInlineSimulator(): Simulator {
  return {
    async project(model, request, control) {
      const chunks = chunksOf(model, request.samples.count);
      const merger = chunkMerger(model, request);
      let done = 0;
      try {
        for (const chunk of chunks) {
          await nextTurn();
          if (control.signal.aborted) return fail(stoppedByCaller);
          merger.add(projectChunk(model, request, chunk));
          done += 1;
          control.onProgress(done / chunks.length);
        }
        return ok(merger.finish());
      } catch (error) {
        return fail(breakdown(error));
      }
    },
  };
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
