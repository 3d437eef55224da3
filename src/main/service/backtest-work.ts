// The work behind a backtest: the history that was sent, tried year by year in a thread that can be ended.
import { Worker } from 'node:worker_threads';
import { fail, ok, type Problem, type Result } from '#kernel';
import { STOPPED, type JobWork } from '#queue';
import { BACKTEST_PART, backtestAskSchema, uploadAt, type Store } from '#service';
import type { BacktestMessage } from './backtest-thread.ts';

/** How often it is looked whether the job was stopped, milliseconds. */
const POLL_MS = 250;

export function createBacktestWork(store: Store): JobWork {
  return async ({ tenant, job }, { onProgress, signal }) => {
    const asked = backtestAskSchema.safeParse(job.request);
    if (!asked.success) return fail(gone);
    const { upload, seed } = asked.data.ask;
    onProgress('Reading the history', 0);
    const sent = await store.inTenant(tenant, async (session) => ok(await uploadAt(session, upload)));
    if (!sent.ok) return sent;
    if (sent.value === null) return fail(gone);
    onProgress('Forecasting from every year of the past', 0.1);
    const { name, text } = sent.value;
    const worked = await inThread({ name, text, seed }, signal);
    return worked.ok ? ok(new Map([[BACKTEST_PART, worked.value]])) : worked;
  };
}

function inThread(message: BacktestMessage, signal: { readonly aborted: boolean }): Promise<Result<string>> {
  const thread = new Worker(new URL('./backtest-thread.ts', import.meta.url), { execArgv: [] });
  return new Promise<Result<string>>((resolve, reject) => {
    const timer = setInterval(() => {
      if (signal.aborted) resolve(fail(STOPPED));
    }, POLL_MS);
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', () => {
      clearInterval(timer);
      resolve(fail(STOPPED));
    });
    thread.postMessage(message);
  }).finally(() => thread.terminate());
}

const gone: Problem = {
  code: 'not-found',
  message: 'The history that this backtest is about is not kept any more.',
  path: 'request.ask.upload',
  hint: 'Send the file again.',
};
