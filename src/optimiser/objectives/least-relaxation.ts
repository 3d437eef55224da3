// Where nothing keeps every limit: the smallest change of limits with which something does, each limit named.
import { ok } from '#kernel';
import type { Result } from '#kernel';
import { formulate } from '../formulate.ts';
import type { SolvePart } from '../solve-part.ts';
import { valueOfLimit } from '../plan-limit.ts';
import type { PlanLimit } from '../plan-limit.ts';
import { itemAt } from '../plan-problem.ts';
import type { PlanProblem } from '../plan-problem.ts';
import { withColumns } from './extended-programme.ts';
import type { AddedColumn } from './extended-programme.ts';
import { withEveryStart, withTarget } from './target.ts';

/** A limit that has to give way, and what it would have to allow. */
export type Relaxation = { readonly limit: PlanLimit; readonly from: number; readonly to: number };

/** Below this share of a limit a change is rounding. */
const LEAST_SHARE = 1e-4;

/** Smallest limit against which a change is measured: one person, or one pound of a budget that is nothing. */
const LEAST_LIMIT = 1;

/** The limits whose relative changes, added up, are smallest among all that let the target be reached (an elastic
 *  programme). @returns none where the target is within the limits; null where no change of limits reaches it, since
 *  nobody who could start would be in post in time
 *  @source docs/model/objectives.md, eq. 4 */
export async function leastRelaxation(
  problem: PlanProblem,
  solve: SolvePart,
  mostShortFte: number,
): Promise<Result<readonly Relaxation[] | null>> {
  const plan = withTarget(formulate(withEveryStart(problem)), problem, mostShortFte);
  const elastic = plan.limits.flatMap((limit, row) =>
    mayGive(problem, limit) ? [{ limit, row, value: valueOfLimit(problem, limit) }] : [],
  );
  const free = { ...plan.programme, columns: plan.programme.columns.map((column) => ({ ...column, cost: 0 })) };
  const added = elastic.map(({ row, value }, index): AddedColumn => ({
    column: {
      name: `give:${index}`,
      cost: 1 / Math.max(LEAST_LIMIT, value),
      lower: 0,
      upper: Infinity,
      isInteger: false,
    },
    coefficients: new Map([[row, -1]]),
  }));
  const solution = await solve(withColumns(free, added), { part: 0, parts: 1 });
  if (!solution.ok) return solution;
  const { status, values } = solution.value;
  if (status === 'infeasible' || values.length === 0) return ok(null);
  return ok(
    elastic
      .map(({ limit, value }, index) => {
        const change = itemAt(values, plan.programme.columns.length + index);
        return { limit, from: value, to: value + change, share: change / Math.max(LEAST_LIMIT, value) };
      })
      .filter(({ share }) => share > LEAST_SHARE)
      .sort((one, other) => other.share - one.share)
      .map(({ limit, from, to }) => ({ limit, from, to })),
  );
}

/** Needs are what is to be met, and caps that may be broken at a cost give way by themselves. */
function mayGive({ caps = [] }: PlanProblem, limit: PlanLimit): boolean {
  if (limit.kind === 'cap') return itemAt(caps, limit.cap).breach === null;
  return limit.kind !== 'shortage' && limit.kind !== 'floor';
}
