// The Simulator port on worker threads: chunks go to whoever is free, results are merged in the order of chunks.
import {
  chunkMerger,
  chunksOf,
  type ChunkMerger,
  type ChunkResult,
  type Model,
  type Projection,
  type ProjectionRequest,
} from '#engine';
import { assert, fail, ok, type Problem, type Result } from '#kernel';
import type { RunControl, Simulator } from '#planning';
import { createChunkThread, type ChunkThread } from './chunk-thread-handle.ts';
import { breakdown, stoppedByCaller } from './run-problems.ts';

/** Results that may wait for one before them: as many as a block of samples has chunks, so that they fit in memory. */
const MOST_AHEAD = 16;

/** How often it is looked whether the caller wants to stop, milliseconds. */
const POLL_MILLISECONDS = 50;

export type ThreadSimulator = Simulator & { readonly close: () => Promise<void> };

/** From so many cells (members × samples × months) of one place's sums on, threads end with their projection. A cell takes
 *  24 bytes and a thread keeps the sums of a handful of places, so that a nation's threads would go on holding hundreds of
 *  megabytes beside whatever follows; starting them anew takes less than a second. */
const MOST_CELLS_KEPT = 500_000;

/** Threads start when first needed, keep their model from one projection to the next unless it is a large one, and never
 *  hold the process open. The same request gives the same bytes on any number of threads. */
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
      const count = Math.min(threads, chunksOf(model, request.samples.count).length);
      pool = [...pool, ...Array.from({ length: Math.max(0, count - pool.length) }, createChunkThread)];
      const merger = chunkMerger(model, request);
      const problem = await projectChunks({ model, request, control, merger, pool: pool.slice(0, count) });
      if (problem !== null || cellsOf(model, request) > MOST_CELLS_KEPT) await close();
      return problem === null ? finished(merger) : fail(problem);
    },
  };
}

function cellsOf({ roles, bands, steps }: Model, { samples }: ProjectionRequest): number {
  return (roles.length + bands.length) * samples.count * (steps + 1);
}

type Run = {
  readonly model: Model;
  readonly request: ProjectionRequest;
  readonly control: RunControl;
  readonly merger: ChunkMerger;
  readonly pool: readonly ChunkThread[];
};

/** Deals out the chunks, and merges each result as soon as those before it are in.
 *  @returns why it came to no end, or null where every chunk is merged */
function projectChunks({ model, request, control, merger, pool }: Run): Promise<Problem | null> {
  const chunkCount = chunksOf(model, request.samples.count).length;
  const waiting = new Map<number, ChunkResult>();
  const idle = new Set<ChunkThread>(pool);
  let next = 0;
  let merged = 0;
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      if (control.signal.aborted) settle(stoppedByCaller);
    }, POLL_MILLISECONDS);
    const settle = (problem: Problem | null): void => {
      clearInterval(timer);
      for (const thread of pool) thread.rest();
      resolve(problem);
    };
    const giveChunks = (): void => {
      for (const thread of idle) {
        if (next >= Math.min(chunkCount, merged + MOST_AHEAD)) return;
        idle.delete(thread);
        thread.project(next++);
      }
    };
    const mergeWhatIsReady = (): void => {
      for (let ready = waiting.get(merged); ready !== undefined; ready = waiting.get(merged)) {
        merger.add(ready);
        waiting.delete(merged);
        merged += 1;
      }
    };
    for (const thread of pool) {
      thread.begin(model, request, {
        onResult: (index, result) => {
          idle.add(thread);
          giveChunks();
          waiting.set(index, result);
          try {
            mergeWhatIsReady();
          } catch (error) {
            return settle(breakdown(error));
          }
          giveChunks();
          control.onProgress((merged + waiting.size) / chunkCount);
          if (merged === chunkCount) settle(null);
        },
        onFailure: settle,
      });
    }
    giveChunks();
  });
}

function finished(merger: ChunkMerger): Result<Projection> {
  try {
    return ok(merger.finish());
  } catch (error) {
    return fail(breakdown(error));
  }
}
