// The reasons of a plan as sentences for its document: the next million, and the first decisions that must not slip.
import { ok, type Result } from '#kernel';
import type { PlanProblem, PlanResult } from '#optimiser';
import type { HealthSystem } from '#workforce';
import { IN_POUNDS } from '../plan/weighing.ts';
import type { SolveLimits, Solver, StopSignal } from '../ports.ts';
import { askSolver, orWithoutTime } from './ask-solver.ts';
import { reasonsFor } from './reasons.ts';
import { smallEnough } from './small-enough.ts';

export type PlanReasonQuestion = {
  readonly system: HealthSystem;
  readonly problem: PlanProblem;
  readonly result: PlanResult;
};

type ReasonWorld = { readonly solver: Solver; readonly limits: SolveLimits; readonly signal: StopSignal };

/** @returns sentences; none where nobody starts, or where the time limit leaves no time to find them out */
export async function planReasons(
  { system, problem, result }: PlanReasonQuestion,
  world: ReasonWorld,
): Promise<Result<readonly string[]>> {
  const { starts } = result;
  if (starts.length === 0) return ok([]);
  const coarse = smallEnough(problem);
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
  const told = reasons.ok
    ? ok([...reasons.value.slips, ...reasons.value.without, reasons.value.nextMoney].map(({ sentence }) => sentence))
    : reasons;
  return orWithoutTime(told, [], world.signal);
}
