// Reads tables that people send, in a thread beside the pages that may hold only so much, and work only so long.
import { Worker } from 'node:worker_threads';
import { LIMITS, type Result } from '#kernel';
import type { SentTable, TableReader } from '#service';
import { refuseAtSight, refused } from './refuse-at-sight.ts';

export type SentTableTerms = {
  readonly seconds: number;
  readonly megabytes: number;
};

/** Several times what the largest table takes. */
export const USUAL_TERMS: SentTableTerms = {
  seconds: LIMITS.sentTableSeconds,
  megabytes: LIMITS.sentTableMegabytes,
};

/** One thread reads file after file; where one takes too much of it, it is ended, and the next file has a new one. */
export function createSentTableReader(terms: SentTableTerms): TableReader {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  let thread: Worker | null = null;
  return async (file) => {
    const looked = refuseAtSight(file);
    if (!looked.ok) return looked;
    if (waiting >= LIMITS.sentTablesWaiting) return refused(file.name, 'unavailable', 'many files are being read');
    waiting += 1;
    const read = last.then(async () => {
      thread ??= startThread(terms, () => {
        thread = null;
      });
      return readInThread(thread, file, terms);
    });
    last = read;
    try {
      return await read;
    } finally {
      waiting -= 1;
    }
  };
}

function startThread({ megabytes }: SentTableTerms, onEnd: () => void): Worker {
  const thread = new Worker(new URL('./sent-table-thread.ts', import.meta.url), {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: Math.ceil(megabytes / 8) },
  });
  thread.on('error', onEnd);
  thread.on('exit', onEnd);
  thread.unref();
  return thread;
}

type SentText = Parameters<TableReader>[0];

function readInThread(thread: Worker, file: SentText, terms: SentTableTerms): Promise<Result<SentTable>> {
  const { seconds, megabytes } = terms;
  return new Promise((resolve) => {
    const settle = (result: Result<SentTable>): void => {
      clearTimeout(timer);
      thread.off('message', settle).off('error', onError).off('exit', onExit);
      thread.unref();
      resolve(result);
    };
    const onError = () => settle(refused(file.name, 'too-large', `it takes more than ${megabytes} MB to read`));
    const onExit = () => settle(refused(file.name, 'unreadable', 'its reading broke off'));
    const timer = setTimeout(() => {
      settle(refused(file.name, 'too-large', `it takes more than ${seconds} seconds to read`));
      void thread.terminate();
    }, seconds * 1000);
    thread.on('message', settle).on('error', onError).on('exit', onExit);
    thread.ref();
    thread.postMessage(file);
  });
}
