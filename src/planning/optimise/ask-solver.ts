// The world's solver as questions about a plan ask it: one programme at a time, each within the same limit.
import { ok, type Result } from '#kernel';
import type { SolvePart } from '#optimiser';
import type { SolveLimits, Solver, StopSignal } from '../ports.ts';

export type Asking = {
  readonly solver: Solver;
  readonly limits: SolveLimits;
  readonly signal: StopSignal;
};

/** @param onSolved told after each programme how many are done */
export function askSolver({ solver, limits, signal }: Asking, onSolved: (count: number) => void): SolvePart {
  let count = 0;
  return async (programme) => {
    const solution = await solver.solve(programme, limits, { signal, onProgress: () => {} });
    count += 1;
    onSolved(count);
    return solution;
  };
}

/** The answer to a question beside the plan, or what stands for it where the time limit left no time to find it out: a plan
 *  that is there is not given up for it. */
export function orWithoutTime<T>(answer: Result<T>, instead: T, signal: StopSignal): Result<T> {
  if (answer.ok) return answer;
  const isOutOfTime = answer.problems.every(({ code }) => code === 'stopped') && !signal.aborted;
  return isOutOfTime ? ok(instead) : answer;
}
