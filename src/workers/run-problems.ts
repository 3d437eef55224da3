// Why a projection may end without a result, as problems for whoever asked for it.
import type { Problem } from '#kernel';

export const stoppedByCaller: Problem = {
  code: 'stopped',
  message: 'The projection was stopped before it was done',
  path: 'projection',
  hint: 'Run it again and let it finish',
};

/** An assertion of the engine, or a thread that ran out of memory: no half result is ever handed out. */
export function breakdown(error: unknown): Problem {
  const reason = error instanceof Error ? error.message : String(error);
  const isMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return {
    code: isMemory ? 'too-large' : 'stopped',
    message: `The projection broke down: ${reason}`,
    path: 'projection',
    hint: isMemory
      ? 'Use fewer samples or fewer threads, or give the machine more memory'
      : 'This is a fault of Cadre and not of the pack: report it with the command and the hash of the pack',
  };
}
