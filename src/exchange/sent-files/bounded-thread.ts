// A thread that works through one thing after another beside the pages, and may hold only so much and work only so long.
import { Worker } from 'node:worker_threads';
import type { Result } from '#kernel';

export type ThreadTerms = {
  /** The file that runs as the thread: it answers each message by one message, a result. */
  readonly file: URL;
  readonly seconds: number;
  readonly megabytes: number;
  /** How many may wait for their turn. */
  readonly waitingMax: number;
  /** Whether it stays for the next, which saves its start, or ends, which gives its memory back. */
  readonly afterwards: 'stays' | 'ends';
};

/** Says in the words of what was asked that it cannot be done. */
export type Refuse = (code: 'too-large' | 'unreadable' | 'unavailable', why: string) => Result<never>;

export type BoundedThread = { readonly ask: <T>(message: unknown, refuse: Refuse) => Promise<Result<T>> };

/** Where one thing takes too much of it, it is ended, and the next has a new one. */
export function createBoundedThread(terms: ThreadTerms): BoundedThread {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  let thread: Worker | null = null;
  return {
    async ask<T>(message: unknown, refuse: Refuse) {
      if (waiting >= terms.waitingMax) return refuse('unavailable', 'many are being read');
      waiting += 1;
      const turn = last.then(async () => {
        const current = thread ?? startThread(terms);
        thread = current;
        const { answer, isSpent } = await askThread<T>({ thread: current, terms, refuse }, message);
        if (isSpent || terms.afterwards === 'ends') {
          thread = null;
          await current.terminate();
        }
        return answer;
      });
      last = turn;
      try {
        return await turn;
      } finally {
        waiting -= 1;
      }
    },
  };
}

function startThread({ file, megabytes }: ThreadTerms): Worker {
  const thread = new Worker(file, {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: Math.ceil(megabytes / 8) },
  });
  // Whoever waits hears of it; between two turns nobody does, and the process goes on all the same.
  thread.on('error', () => undefined);
  thread.unref();
  return thread;
}

type Turn<T> = {
  readonly answer: Result<T>;
  /** Whether the thread has ended or is about to, so that the next needs another. */
  readonly isSpent: boolean;
};

type Asked = { readonly thread: Worker; readonly terms: ThreadTerms; readonly refuse: Refuse };

function askThread<T>({ thread, terms, refuse }: Asked, message: unknown): Promise<Turn<T>> {
  const { seconds, megabytes } = terms;
  return new Promise((resolve) => {
    const settle = (turn: Turn<T>): void => {
      clearTimeout(timer);
      thread.off('message', onMessage).off('error', onError).off('exit', onExit);
      thread.unref();
      resolve(turn);
    };
    const giveUp = (...[code, why]: Parameters<Refuse>) => settle({ answer: refuse(code, why), isSpent: true });
    const onMessage = (answer: Result<T>) => settle({ answer, isSpent: false });
    const onError = () => giveUp('too-large', `it takes more than ${megabytes} MB to read`);
    const onExit = () => giveUp('unreadable', 'its reading broke off');
    const timer = setTimeout(
      () => giveUp('too-large', `it takes more than ${seconds} seconds to read`),
      seconds * 1000,
    );
    thread.on('message', onMessage).on('error', onError).on('exit', onExit);
    thread.ref();
    thread.postMessage(message);
  });
}
