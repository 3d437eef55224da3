// The pool's end of one thread: sends the model when it is a new one, passes results on, and tells when it breaks down.
import { Worker } from 'node:worker_threads';
import type { ChunkResult, Model, ProjectionRequest } from '#engine';
import type { Problem } from '#kernel';
import type { FromThread, ToThread } from './chunk-messages.ts';
import { breakdown } from './run-problems.ts';

export type ChunkListener = {
  readonly onResult: (index: number, result: ChunkResult) => void;
  readonly onFailure: (problem: Problem) => void;
};

export type ChunkThread = {
  /** Makes the thread ready for the chunks of a request. */
  readonly begin: (model: Model, request: ProjectionRequest, listener: ChunkListener) => void;
  readonly project: (index: number) => void;
  /** Nobody listens any more, and the thread no longer keeps the process alive. */
  readonly rest: () => void;
  readonly end: () => Promise<void>;
};

const nobody: ChunkListener = { onResult: () => undefined, onFailure: () => undefined };

export function createChunkThread(): ChunkThread {
  // Without the process's own hooks: a thread reads plain TypeScript only, and starts sooner.
  const worker = new Worker(new URL('./chunk-worker.ts', import.meta.url), { execArgv: [] });
  let known: Model | null = null;
  let asked: ProjectionRequest | null = null;
  let listener = nobody;
  const send = (message: ToThread): void => worker.postMessage(message);
  worker.on('message', (message: FromThread) => {
    if (message.kind === 'result') listener.onResult(message.index, message.result);
    else listener.onFailure(breakdown(new Error(message.reason)));
  });
  worker.on('error', (error) => listener.onFailure(breakdown(error)));
  worker.on('exit', (code) => listener.onFailure(breakdown(new Error(`a thread ended with code ${code}`))));
  worker.unref();
  return {
    begin: (model, request, next) => {
      listener = next;
      worker.ref();
      if (known !== model) send({ kind: 'model', model });
      if (known !== model || asked !== request) send({ kind: 'request', request });
      known = model;
      asked = request;
    },
    project: (index) => send({ kind: 'chunk', index }),
    rest: () => {
      listener = nobody;
      worker.unref();
    },
    end: async () => {
      listener = nobody;
      await worker.terminate();
    },
  };
}
