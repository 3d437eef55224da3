// Reads tables and official files that people send, in a thread beside the pages that may hold only so much, and work only so long.
import { Worker } from 'node:worker_threads';
import { LIMITS, type Result } from '#kernel';
import type { EvidenceReader, TableReader } from '#service';
import { refuseAtSight, refused } from './refuse-at-sight.ts';
import type { SentFile } from './sent-file-thread.ts';

export type SentFileTerms = {
  readonly seconds: number;
  readonly megabytes: number;
};

/** Several times what the largest table takes. */
export const USUAL_TERMS: SentFileTerms = {
  seconds: LIMITS.sentTableSeconds,
  megabytes: LIMITS.sentTableMegabytes,
};

export type SentFileReaders = { readonly readTable: TableReader; readonly readEvidence: EvidenceReader };

/** One thread reads file after file; where one takes too much of it, it is ended, and the next file has a new one. */
export function createSentFileReaders(terms: SentFileTerms): SentFileReaders {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  let thread: Worker | null = null;
  const read = async <T>(sent: SentFile): Promise<Result<T>> => {
    const { name } = sent.file;
    if (waiting >= LIMITS.sentTablesWaiting) return refused(name, 'unavailable', 'many files are being read');
    waiting += 1;
    const turn = last.then(async () => {
      const current = thread ?? startThread(terms);
      thread = current;
      const { answer, isSpent } = await readInThread<T>(current, sent, terms);
      if (isSpent) thread = null;
      return answer;
    });
    last = turn;
    try {
      return await turn;
    } finally {
      waiting -= 1;
    }
  };
  return {
    readTable: async (file) => {
      const looked = refuseAtSight(file);
      return looked.ok ? read({ kind: 'table', file }) : looked;
    },
    readEvidence: async (file) => {
      const looked = refuseAtSight({ name: file.name, text: new TextDecoder().decode(file.bytes) });
      return looked.ok ? read({ kind: 'evidence', file }) : looked;
    },
  };
}

function startThread({ megabytes }: SentFileTerms): Worker {
  const thread = new Worker(new URL('./sent-file-thread.ts', import.meta.url), {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: Math.ceil(megabytes / 8) },
  });
  // Whoever waits for the file hears of it; between two files nobody does, and the process goes on all the same.
  thread.on('error', () => undefined);
  thread.unref();
  return thread;
}

type Reading<T> = {
  readonly answer: Result<T>;
  /** Whether the thread has ended or is about to, so that the next file needs another. */
  readonly isSpent: boolean;
};

function readInThread<T>(thread: Worker, sent: SentFile, { seconds, megabytes }: SentFileTerms): Promise<Reading<T>> {
  const { name } = sent.file;
  return new Promise((resolve) => {
    const settle = (reading: Reading<T>): void => {
      clearTimeout(timer);
      thread.off('message', onMessage).off('error', onError).off('exit', onExit);
      thread.unref();
      resolve(reading);
    };
    const giveUp = (...[code, why]: [code: 'too-large' | 'unreadable', why: string]) =>
      settle({ answer: refused(name, code, why), isSpent: true });
    const onMessage = (answer: Result<T>) => settle({ answer, isSpent: false });
    const onError = () => giveUp('too-large', `it takes more than ${megabytes} MB to read`);
    const onExit = () => giveUp('unreadable', 'its reading broke off');
    const timer = setTimeout(() => {
      giveUp('too-large', `it takes more than ${seconds} seconds to read`);
      void thread.terminate();
    }, seconds * 1000);
    thread.on('message', onMessage).on('error', onError).on('exit', onExit);
    thread.ref();
    thread.postMessage(sent);
  });
}
