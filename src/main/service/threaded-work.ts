// Planning jobs in a thread each: it can be ended at any moment, whatever it is reckoning, and its memory comes back.
import { Worker } from 'node:worker_threads';
import { fail, type Result } from '#kernel';
import { STOPPED, type Commission, type JobWork, type WorkControl } from '#queue';
import type { FromJobThread, ToJobThread } from './job-thread-messages.ts';

/** How often it is looked whether the job was stopped, milliseconds: well within the second that is promised. */
const POLL_MS = 100;

/** Does the work of the job's kind as it would be done here, byte for byte. */
export const threadedWork: JobWork = (commission, control) => {
  const thread = new Worker(new URL('./job-thread.ts', import.meta.url), { execArgv: [] });
  // The answer does not wait for the thread to end, which on a busy machine may take longer than the stop itself.
  return followThread(thread, commission, control).finally(() => void thread.terminate());
};

type Parts = Result<ReadonlyMap<string, string>>;

function followThread(thread: Worker, commission: Commission, control: WorkControl): Promise<Parts> {
  const { simulator, signal, onProgress, onStanding } = control;
  const send = (message: ToJobThread): void => thread.postMessage(message);
  return new Promise<Parts>((resolve, reject) => {
    const timer = setInterval(() => {
      if (signal.aborted) resolve(fail(STOPPED));
    }, POLL_MS);
    thread.once('exit', (code) => {
      clearInterval(timer);
      if (signal.aborted) resolve(fail(STOPPED));
      else reject(new Error(`The thread of a job ended by itself, with exit code ${code}.`));
    });
    thread.once('error', reject);
    thread.on('message', (message: FromJobThread) => {
      switch (message.kind) {
        case 'progress':
          return onProgress(message.step, message.shareDone);
        case 'standing':
          return onStanding?.(message.standing);
        case 'project': {
          const onShare = (shareDone: number): void => send({ kind: 'projecting', shareDone });
          simulator
            .project(message.model, message.request, { signal, onProgress: onShare })
            .then((projection) => send({ kind: 'projected', projection }), reject);
          return;
        }
        case 'done':
          return resolve(message.parts);
      }
    });
    send({ kind: 'job', commission });
  });
}
