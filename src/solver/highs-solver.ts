// The Solver port on HiGHS: one thread for each solve, so that stopping is certain and all memory comes back.
import { Worker } from 'node:worker_threads';
import { fail, ok } from '#kernel';
import type { Problem, Result } from '#kernel';
import type { LinearProgramme, Solution } from '#optimiser';
import type { RunControl, Solver } from '#planning';
import { highsTask } from './highs-task.ts';
import type { HighsAnswer, HighsMessage, HighsTask } from './highs-task.ts';

/** How often the thread's owner looks whether it is to stop, milliseconds: well within the second that is promised. */
const POLL_MILLISECONDS = 100;

/** What HiGHS may take beyond its limit to notice it and to hand back what it has; then the thread is ended. */
const GRACE_SECONDS = 5;

/** Heap of the thread beside the WebAssembly memory, megabytes: enough for two million nonzeros. */
const THREAD_HEAP_MEGABYTES = 1024;

/** @returns a solver that keeps to its time limit, stops within a second of being asked to, and gives the same
 *  solution for the same programme as long as the time limit does not cut it short */
export function createHighsSolver(): Solver {
  return {
    async solve(programme, limits, control) {
      if (programme.columns.length === 0) return ok(solutionOfNothing(programme));
      return await solveInThread(highsTask(programme, limits), control);
    },
  };
}

function solveInThread(task: HighsTask, control: RunControl): Promise<Result<Solution>> {
  return new Promise((resolve) => {
    const thread = new Worker(new URL('./highs-worker.ts', import.meta.url), {
      workerData: task,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: THREAD_HEAP_MEGABYTES },
    });
    const began = performance.now();
    const timed = (answer: HighsAnswer): Result<Solution> =>
      ok({ ...answer, secondsTaken: (performance.now() - began) / 1000 });
    let millisecondsLeft = (task.limits.timeLimitSeconds + GRACE_SECONDS) * 1000;
    const timer = setInterval(() => {
      millisecondsLeft -= POLL_MILLISECONDS;
      if (control.signal.aborted) settle(fail(stoppedByCaller));
      else if (millisecondsLeft <= 0) settle(timed(solutionOfNoTime));
    }, POLL_MILLISECONDS);
    const settle = (result: Result<Solution>): void => {
      clearInterval(timer);
      resolve(result);
      void thread.terminate();
    };
    thread.on('message', (message: HighsMessage) => {
      switch (message.kind) {
        case 'progress':
          return control.onProgress(message.shareDone);
        case 'solved':
          return settle(timed(message.solution));
        case 'unbounded':
          return settle(fail(unbounded));
      }
    });
    thread.on('error', (error: Error) => settle(fail(brokenDown(error))));
    thread.on('exit', (code) => settle(fail(brokenDown(new Error(`its thread ended with code ${code}`)))));
  });
}

/** A programme without columns has one solution, which keeps its rows or does not. */
function solutionOfNothing(programme: LinearProgramme): Solution {
  const isFeasible = programme.rows.every(({ lower, upper }) => lower <= 0 && upper >= 0);
  return {
    status: isFeasible ? 'optimal' : 'infeasible',
    objective: isFeasible ? 0 : Infinity,
    bound: isFeasible ? 0 : Infinity,
    values: new Float64Array(),
    rowPrices: new Float64Array(isFeasible ? programme.rows.length : 0),
    secondsTaken: 0,
  };
}

const solutionOfNoTime: HighsAnswer = {
  status: 'stopped',
  objective: Infinity,
  bound: -Infinity,
  values: new Float64Array(),
  rowPrices: new Float64Array(),
};

const stoppedByCaller: Problem = {
  code: 'stopped',
  message: 'The solver was stopped before it had a solution',
  path: 'solver',
  hint: 'Run the plan again and let it finish, or give it a shorter time limit',
};

const unbounded: Problem = {
  code: 'infeasible',
  message: 'The programme has no cheapest solution: some cost below 0 has no limit',
  path: 'solver',
  hint: 'Check that no cost in the register is below 0',
};

function brokenDown(error: Error): Problem {
  return {
    code: 'too-large',
    message: `The solver broke down: ${error.message}`,
    path: 'solver',
    hint: 'Plan fewer places or a shorter horizon at a time, or give the machine more memory',
  };
}
