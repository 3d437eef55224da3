// Runs a worker for the command line, until it is told to stop or the server that started it is gone.
import type { RunningWork } from '#cli';
import { ok, type Result } from '#kernel';
import { untilToldToStop } from './stop-signals.ts';
import { work } from './work.ts';

export async function workerCommand(): Promise<Result<RunningWork>> {
  const stop = untilToldToStop();
  const running = await work(process.env);
  if (!running.ok) return running;
  return ok({ threads: running.value.threads, ended: stop.then(() => running.value.stop()) });
}
