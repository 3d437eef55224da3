// The best plan in fractions of people, with the figures that plans are compared by.
import { fail, ok } from '#kernel';
import type { Problem, Result } from '#kernel';
import { formulate } from '../formulate.ts';
import type { PlanProgramme } from '../formulate.ts';
import type { SolvePart } from '../solve-part.ts';
import { itemAt, yearsOfPeriod } from '../plan-problem.ts';
import type { PlannedStart, PlanProblem } from '../plan-problem.ts';
import { programmeCostGbp, shortageAfter } from '../plan-value.ts';
import type { Solution } from '../programme.ts';
import { fteOfStart } from '../help-of-start.ts';

/** What a plan comes to, in the units that people compare plans in. */
export type PlanFigures = {
  /** What the starts cost, pay left out. */
  readonly spentGbp: number;
  /** Pay with on-costs of those who come, up to the end of the plan. */
  readonly payGbp: number;
  /** Shortage over the whole plan. */
  readonly shortFteYears: number;
  /** Shortage of the last period, mean over it. */
  readonly lastShortFte: number;
  readonly people: number;
};

export type FractionalPlan = { readonly starts: readonly PlannedStart[]; readonly figures: PlanFigures };

/** @param shape what is to be added to the programme before it is solved
 *  @returns the plan; null where no plan keeps what was added */
export async function fractionalPlan(
  problem: PlanProblem,
  solve: SolvePart,
  shape: (programme: PlanProgramme) => PlanProgramme = (programme) => programme,
): Promise<Result<FractionalPlan | null>> {
  const programme = shape(formulate(problem));
  const solution = await solve(programme.programme, { part: 0, parts: 1 });
  if (!solution.ok) return solution;
  if (solution.value.status === 'infeasible') return ok(null);
  if (solution.value.values.length === 0) return fail(outOfTime);
  const starts = startsOf(programme, solution.value);
  return ok({ starts, figures: figuresOf(problem, starts) });
}

export function startsOf(programme: PlanProgramme, { values }: Solution): readonly PlannedStart[] {
  return programme.starts.flatMap(({ place, option, start }, column) => {
    const people = itemAt(values, column);
    return people > 0 ? [{ place, option, start, people }] : [];
  });
}

export function figuresOf(problem: PlanProblem, starts: readonly PlannedStart[]): PlanFigures {
  const { periods } = problem;
  const shortage = shortageAfter(problem, starts);
  let [shortFteYears, lastShortFte, payGbp, people] = [0, 0, 0, 0];
  shortage.forEach((fte, cell) => {
    shortFteYears += fte * yearsOfPeriod(itemAt(periods, cell % periods.length));
    if (cell % periods.length === periods.length - 1) lastShortFte += fte;
  });
  for (const start of starts) {
    const { payGbpPerFteYear } = itemAt(problem.options, start.option);
    people += start.people;
    periods.forEach((period, index) => {
      payGbp += start.people * payGbpPerFteYear * fteOfStart(problem, start, index) * yearsOfPeriod(period);
    });
  }
  return { spentGbp: programmeCostGbp(problem, starts), payGbp, shortFteYears, lastShortFte, people };
}

const outOfTime: Problem = {
  code: 'stopped',
  message: 'The time limit ended before the solver had any plan',
  path: 'time-limit',
  hint: 'Give it longer with --time-limit, or ask for less at once',
};
