// A target for the last period: what it costs to reach at least, and the price at which a plan goes for it by itself.
import { assert, fail, ok } from '#kernel';
import type { Result } from '#kernel';
import { formulate } from '../formulate.ts';
import type { PlanProgramme } from '../formulate.ts';
import type { SolvePart } from '../solve-part.ts';
import { itemAt, yearsOfPeriod } from '../plan-problem.ts';
import type { PlanProblem } from '../plan-problem.ts';
import { shortageColumns, withRow } from './extended-programme.ts';

/** What is short in the last period before the plan, FTE, mean over it. */
export function lastNeedFte({ needFte, periods }: PlanProblem): number {
  let need = 0;
  for (let cell = periods.length - 1; cell < needFte.length; cell += periods.length) {
    need += Math.max(0, itemAt(needFte, cell));
  }
  return need;
}

/** The programme with one row more: at most so much may stay short in the last period. */
export function withTarget(plan: PlanProgramme, problem: PlanProblem, mostShortFte: number): PlanProgramme {
  const columns = shortageColumns(plan, problem.periods.length - 1);
  const coefficients = new Map(columns.map((column) => [column, 1]));
  const row = { name: 'target:last-period', lower: -Infinity, upper: mostShortFte };
  return { ...plan, programme: withRow(plan.programme, { row, coefficients }) };
}

/** The problem with a column for every start that helps at all, however dear: for a target it may be worth its cost. */
export function withEveryStart(problem: PlanProblem): PlanProblem {
  const { needFte, shortageSteps } = problem;
  assert(shortageSteps === undefined, 'a target and uncertain needs are not weighed in one plan');
  const count = 2;
  const fte = new Float64Array(needFte.length * count).fill(Infinity);
  const share = fte.map((_, step) => (step % count === 0 ? 1 : ANY_PRICE));
  return { ...problem, shortageSteps: { count, fte, share } };
}

/** A second step that is never reached, as a multiple of the price: dearer than any start for an hour's help. */
const ANY_PRICE = 1e6;

/** How much more than the problem's price a shortage of the last period must count for the target to be reached, as a
 *  multiple of that price: 0 where the cheapest plan reaches it anyway, null where no plan does. */
export async function priceOfTarget(
  problem: PlanProblem,
  solve: SolvePart,
  mostShortFte: number,
): Promise<Result<number | null>> {
  const plan = withTarget(formulate(withEveryStart(problem)), problem, mostShortFte);
  const solution = await solve(plan.programme, { part: 0, parts: 1 });
  if (!solution.ok) return solution;
  const { status, rowPrices } = solution.value;
  if (status === 'infeasible') return ok(null);
  if (rowPrices.length === 0) {
    const message = 'The target has no price: the solver was stopped, or some channel costs to open';
    return fail({ code: 'stopped', message, path: 'target', hint: 'Give it longer with --time-limit' });
  }
  const priceGbp = Math.max(0, -itemAt(rowPrices, rowPrices.length - 1));
  return ok(priceGbp / lastPriceGbp(problem));
}

/** The problem in which a shortage of the last period counts for `extra` more of its price than one before. */
export function dearerLastPeriod(problem: PlanProblem, extra: number): PlanProblem {
  const { needFte, periods, shortageSteps } = problem;
  assert(shortageSteps === undefined, 'a target and uncertain needs are not weighed in one plan');
  const share = Float64Array.from(needFte, (_, cell) => (cell % periods.length === periods.length - 1 ? 1 + extra : 1));
  return { ...problem, shortageSteps: { count: 1, fte: new Float64Array(needFte.length), share } };
}

function lastPriceGbp({ periods, shortagePriceGbpPerFteYear }: PlanProblem): number {
  return shortagePriceGbpPerFteYear * yearsOfPeriod(itemAt(periods, periods.length - 1));
}
