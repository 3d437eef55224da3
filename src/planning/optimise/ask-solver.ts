// The world's solver as questions about a plan ask it: one programme at a time, each within the same limit.
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
