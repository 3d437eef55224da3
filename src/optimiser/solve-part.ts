// How the optimiser asks for the solution of a programme, whoever the solver is.
import type { Result } from '#kernel';
import type { LinearProgramme, Solution } from './programme.ts';

/** Solves one programme of several; `part` counts from 0 to `parts` − 1. */
export type SolvePart = (
  programme: LinearProgramme,
  progress: {
    readonly part: number;
    readonly parts: number;
    /** Share of the cheapest within which a solution in whole people is near enough, whatever else is asked. */
    readonly leastGap?: number;
  },
) => Promise<Result<Solution>>;
