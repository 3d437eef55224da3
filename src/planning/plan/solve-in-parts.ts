// Finds the plan of a problem with the world's solver, within one time limit however many programmes that takes.
import type { Result } from '#kernel';
import { optimisePlan, type PlanProblem, type PlanResult, type SolvePart } from '#optimiser';
import type { RunControl, SolveLimits, Solver } from '../ports.ts';

/** Places up to which a problem is solved in one piece: twice a part, where cutting would save little. */
const MOST_PLACES_IN_ONE_PIECE = 20;

/** Places to a part of a larger problem: parts of 7 leave half as wide again between plan and bound, parts of 21 take a
 *  quarter more time (docs/model/optimiser.md). */
const PLACES_OF_A_PART = 11;

/** Places from which a problem is cut into smaller parts: a part's time grows faster than its size, and of so many places
 *  even small parts are the nation in little. */
const MANY_PLACES = 100;

/** Places to a part where there are many: parts of 11 take two and a half times as long, and prove a gap of 2.2% in place
 *  of 2.5% (docs/model/optimiser.md). */
const PLACES_OF_ONE_AMONG_MANY = 6;

/** Parts solved side by side. Fixed, because the time limit is shared out by it. */
const SOLVES_AT_ONCE = 2;

/** Least that any programme is given, seconds, so that the last ones still have an answer. */
const LEAST_SECONDS = 1;

/** @param limits for all programmes together; the limit is kept to about a second for each still to come */
export function solveInParts(
  problem: PlanProblem,
  solver: Solver,
  { limits, control }: { readonly limits: SolveLimits; readonly control: RunControl },
): Promise<Result<PlanResult>> {
  const mostPlacesAtOnce = placesAtOnce(problem.places.length);
  const { onStanding } = control;
  const size = { mostPlacesAtOnce, solvesAtOnce: SOLVES_AT_ONCE, ...(onStanding === undefined ? {} : { onStanding }) };
  let secondsLeft = limits.timeLimitSeconds * SOLVES_AT_ONCE;
  let partsDone = 0;
  const solve: SolvePart = async (programme, { parts, leastGap = 0 }) => {
    const timeLimitSeconds = Math.max(LEAST_SECONDS, secondsLeft / SOLVES_AT_ONCE);
    const watched = { signal: control.signal, onProgress: parts === 1 ? control.onProgress : () => {} };
    const solution = await solver.solve(
      programme,
      { timeLimitSeconds, relativeGap: Math.max(limits.relativeGap, leastGap) },
      watched,
    );
    if (solution.ok) secondsLeft -= solution.value.secondsTaken;
    partsDone++;
    control.onProgress(Math.min(1, partsDone / parts));
    return solution;
  };
  return optimisePlan(problem, solve, size);
}

function placesAtOnce(places: number): number {
  if (places <= MOST_PLACES_IN_ONE_PIECE) return MOST_PLACES_IN_ONE_PIECE;
  return places < MANY_PLACES ? PLACES_OF_A_PART : PLACES_OF_ONE_AMONG_MANY;
}
