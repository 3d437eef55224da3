// The Simulator port on worker threads: chunks go to whoever is free, results are merged in the order of chunks.
import { chunksOf, mergeChunks, type ChunkResult, type Model, type Projection, type ProjectionRequest } from '#engine';
import { assert, fail, ok, type Problem, type Result } from '#kernel';
import type { RunControl, Simulator } from '#planning';
import { createChunkThread, type ChunkThread } from './chunk-thread-handle.ts';
import { breakdown, stoppedByCaller } from './run-problems.ts';

/** How often it is looked whether the caller wants to stop, milliseconds. */
const POLL_MILLISECONDS = 50;

export type ThreadSimulator = Simulator & { readonly close: () => Promise<void> };

/** Threads start when first needed, keep their model from one projection to the next, and never hold the process open.
 *  The same request gives the same bytes on any number of threads. */
export function createThreadSimulator({ threads }: { readonly threads: number }): ThreadSimulator {
  assert(Number.isInteger(threads) && threads >= 1, `a pool has one thread or more, not ${threads}`);
  let pool: readonly ChunkThread[] = [];
  const close = async (): Promise<void> => {
    const closing = pool;
    pool = [];
    await Promise.all(closing.map((thread) => thread.end()));
  };
  return {
    close,
    async project(model, request, control) {
      const count = Math.min(threads, chunksOf(model).length);
      pool = [...pool, ...Array.from({ length: Math.max(0, count - pool.length) }, createChunkThread)];
      const outcome = await collectChunks({ model, request, control, pool: pool.slice(0, count) });
      if (!outcome.ok) await close();
      return outcome.ok ? merged(model, request, outcome.value) : outcome;
    },
  };
}

type Run = {
  readonly model: Model;
  readonly request: ProjectionRequest;
  readonly control: RunControl;
  readonly pool: readonly ChunkThread[];
};

function collectChunks({ model, request, control, pool }: Run): Promise<Result<readonly ChunkResult[]>> {
  const chunkCount = chunksOf(model).length;
  const results = new Map<number, ChunkResult>();
  let next = 0;
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      if (control.signal.aborted) settle(fail(stoppedByCaller));
    }, POLL_MILLISECONDS);
    const settle = (outcome: Result<readonly ChunkResult[]>): void => {
      clearInterval(timer);
      for (const thread of pool) thread.rest();
      resolve(outcome);
    };
    const giveChunk = (thread: ChunkThread): void => {
      if (next < chunkCount) thread.project(next++);
    };
    for (const thread of pool) {
      thread.begin(model, request, {
        onResult: (index, result) => {
          results.set(index, result);
          control.onProgress(results.size / chunkCount);
          if (results.size === chunkCount) settle(ok(inOrder(results)));
          else giveChunk(thread);
        },
        onFailure: (problem: Problem) => settle(fail(problem)),
      });
      giveChunk(thread);
    }
  });
}

function inOrder(results: ReadonlyMap<number, ChunkResult>): readonly ChunkResult[] {
  return [...results].toSorted(([a], [b]) => a - b).map(([, result]) => result);
}

function merged(model: Model, request: ProjectionRequest, results: readonly ChunkResult[]): Result<Projection> {
  try {
    return ok(mergeChunks(model, request, results));
  } catch (error) {
    return fail(breakdown(error));
  }
}
