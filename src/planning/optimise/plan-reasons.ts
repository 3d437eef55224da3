// The reasons of a plan as sentences for its document: the next million, and the first decisions that must not slip.
import { ok, type Result } from '#kernel';
import { coarsenProblem, type PlanProblem, type PlanResult } from '#optimiser';
import type { HealthSystem } from '#workforce';
import { IN_POUNDS } from '../plan/weighing.ts';
import type { SolveLimits, Solver, StopSignal } from '../ports.ts';
import { askSolver } from './ask-solver.ts';
import { reasonsFor } from './reasons.ts';

export type PlanReasonQuestion = {
  readonly system: HealthSystem;
  readonly problem: PlanProblem;
  readonly result: PlanResult;
};

type ReasonWorld = { readonly solver: Solver; readonly limits: SolveLimits; readonly signal: StopSignal };

/** Places up to which the questions are asked of the problem itself. */
export const FEW_PLACES = 7;

/** @returns sentences; none where nobody starts, or where the time limit leaves no time to find them out */
export async function planReasons(
  { system, problem, result }: PlanReasonQuestion,
  world: ReasonWorld,
): Promise<Result<readonly string[]>> {
  const { starts } = result;
  if (starts.length === 0) return ok([]);
  const coarse = problem.places.length <= FEW_PLACES ? problem : coarsenProblem(problem).problem;
  const solve = askSolver(world, () => {});
  const reasons = await reasonsFor({
    system,
    problem,
    coarse,
    starts,
    solve,
    weighing: IN_POUNDS,
    leftOut: 1,
    without: null,
  });
  if (reasons.ok) {
    const { slips, without, nextMoney } = reasons.value;
    return ok([...slips, ...without, nextMoney].map(({ sentence }) => sentence));
  }
  const isOutOfTime = reasons.problems.every(({ code }) => code === 'stopped') && !world.signal.aborted;
  return isOutOfTime ? ok([]) : reasons;
}
