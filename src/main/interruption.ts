// What happens when the process is told to stop: nothing half-written stays, and the exit code says by which signal.
import { constants } from 'node:os';
import type { StopSignal } from '#planning';
import { discardUnfinished } from './replace-folder.ts';

/** From now on SIGINT, SIGTERM and SIGHUP end the process cleanly: 130 after Ctrl-C, 128 + the signal's number in general.
 *  @param onStop says so to whoever is watching
 *  @returns a signal for work that looks at it by itself */
export function stopCleanly(onStop: () => void): StopSignal {
  const state = { aborted: false };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (state.aborted) return;
      state.aborted = true;
      discardUnfinished();
      onStop();
      process.exit(128 + constants.signals[signal]);
    });
  }
  return state;
}
