// The thread itself: keeps the model and the request it was last given, and projects the chunks it is asked for.
import { isMainThread, parentPort } from 'node:worker_threads';
import { chunksOf, projectChunk, type Chunk, type Model, type ProjectionRequest } from '#engine';
import { assert } from '#kernel';
import type { FromThread, ToThread } from './chunk-messages.ts';
import { buffersOf } from './transfer-list.ts';

type Desk = {
  readonly model: Model | null;
  readonly chunks: readonly Chunk[];
  readonly request: ProjectionRequest | null;
};

let desk: Desk = { model: null, chunks: [], request: null };

assert(!isMainThread && parentPort !== null, 'this file runs as a worker thread');
const port = parentPort;

port.on('message', (message: ToThread) => {
  try {
    switch (message.kind) {
      case 'model':
        desk = { model: message.model, chunks: [], request: null };
        return;
      case 'request':
        desk = { ...desk, ...orderOf(desk.model, message.request) };
        return;
      case 'chunk':
        return hand({ kind: 'result', index: message.index, result: project(desk, message.index) });
    }
  } catch (error) {
    hand({ kind: 'failure', reason: error instanceof Error ? error.message : String(error) });
  }
});

function orderOf(model: Model | null, request: ProjectionRequest): Pick<Desk, 'chunks' | 'request'> {
  assert(model !== null, 'a thread has the model before the request');
  return { chunks: chunksOf(model, request.samples.count), request };
}

function project({ model, chunks, request }: Desk, index: number) {
  const chunk = chunks[index];
  assert(model !== null && request !== null && chunk !== undefined, `chunk ${index} has its model and request`);
  return projectChunk(model, request, chunk);
}

/** Results are handed over, not copied. */
function hand(message: FromThread): void {
  port.postMessage(message, message.kind === 'result' ? buffersOf(message.result) : []);
}
