// From a problem to a plan with whatever solver it is handed: in one piece, or in parts where it is large.
import { assert, ok } from '#kernel';
import type { Result } from '#kernel';
import { chargeLimits } from './charge-limits.ts';
import { withFloors } from './equity.ts';
import { formulate } from './formulate.ts';
import { joinPrices, pricesOfPart, withSharedPrices } from './part-prices.ts';
import type { PlanPrices } from './plan-prices.ts';
import { itemAt } from './plan-problem.ts';
import type { PlannedStart, PlanProblem } from './plan-problem.ts';
import type { LinearProgramme, Solution } from './programme.ts';
import { planFrom, provenBy, relaxedPlan } from './read-plan.ts';
import type { PlanResult, RelaxedPlan, Standing } from './read-plan.ts';
import type { SolvePart } from './solve-part.ts';
import { MOST_WHOLE_STARTS, solveWhole } from './solve-whole.ts';
import { splitProblem, startPlaceInWhole } from './split-problem.ts';
import type { ProblemPart } from './split-problem.ts';
import { startColumns } from './start-columns.ts';

/** How a problem is cut: places to a part, and parts that are solved side by side. Neither the plan nor its bound
 *  depends on the latter. */
export type PartSize = {
  readonly mostPlacesAtOnce: number;
  readonly solvesAtOnce: number;
  /** Hears of every plan that is found, and of every better bound. */
  readonly onStanding?: (standing: Standing) => void;
};

/** Solves a problem of at most `mostPlacesAtOnce` places in one piece, and where it is small once more in whole people. A larger one is cut into parts that are each the
 *  nation in little; their plans are joined, made whole and mended together, so that what one part leaves unused another
 *  may take. Then every part is solved once more, without its share of the nation's limits and charged instead at prices
 *  common to all: that proves how far the joint plan can be from the cheapest. The cost of cutting is in the stated gap.
 *  Where the plan breaks the rule of equity, it is mended with floors, or found anew with them where that costs much.
 *  @returns the plan, or the solver's own problems */
export async function optimisePlan(
  problem: PlanProblem,
  solve: SolvePart,
  size: PartSize,
): Promise<Result<PlanResult>> {
  const found = await findPlan(problem, solve, size);
  if (!found.ok) return found;
  const { plan, relaxed } = found.value;
  const isSmall = problem.places.length <= size.mostPlacesAtOnce && startColumns(problem).length <= MOST_WHOLE_STARTS;
  const maySolveWhole = isSmall && plan.status === 'optimal' && plan.relativeGap > 0;
  const best = maySolveWhole ? await solveWhole(problem, plan, solve) : ok(plan);
  if (!best.ok) return best;
  const floored = withFloors(problem, best.value.starts);
  if (floored === problem) return best;
  return await optimiseFloored(floored, { plan: best.value, relaxed }, { solve, size });
}

/** A plan with floors this near to its bound stands as it is mended; else the problem is solved once more with them. */
const MENDED_NEAR_ENOUGH = 0.005;

/** The same for a gap that was wider without floors: what mending may have added to it. */
const ADDED_NEAR_ENOUGH = 0.002;

/** Floors only add cost, so prices found without them still prove a bound; often people need only be moved. A plan whose
 *  gap was wide without floors is not searched for anew on their account: only what they add could become less. */
async function optimiseFloored(
  { equity, ...problem }: PlanProblem,
  { plan, relaxed }: FoundPlan,
  { solve, size }: { readonly solve: SolvePart; readonly size: PartSize },
): Promise<Result<PlanResult>> {
  assert(equity !== undefined, 'floors come of the rule of equity, which has then done its part');
  const floorGbp = new Float64Array((problem.floors ?? []).length);
  const mended = planFrom(problem, { ...relaxed, prices: { ...relaxed.prices, floorGbp } }, size.onStanding);
  const isNear = mended.relativeGap <= Math.max(MENDED_NEAR_ENOUGH, plan.relativeGap + ADDED_NEAR_ENOUGH);
  if (relaxed.status === 'stopped' || isNear) return ok(mended);
  return await optimisePlan(problem, solve, size);
}

type FoundPlan = { readonly relaxed: RelaxedPlan; readonly plan: PlanResult };

/** The cheapest plan in fractions, or near it, with prices for the bound; and the same in whole people. */
async function findPlan(problem: PlanProblem, solve: SolvePart, size: PartSize): Promise<Result<FoundPlan>> {
  const parts = splitProblem(problem, size.mostPlacesAtOnce);
  const passes = parts.length > 1 ? 2 : 1;
  const solved = await solveEach(parts, solve, { ...size, problem, charged: null, pass: 0, passes });
  if (!solved.ok) return solved;
  const joint = join(problem, parts, solved.value);
  const plan = planFrom(problem, joint, size.onStanding);
  size.onStanding?.(plan);
  if (parts.length === 1) return ok({ relaxed: joint, plan });
  const charged = await solveEach(parts, solve, { ...size, problem, charged: joint.prices, pass: 1, passes });
  if (!charged.ok) return charged;
  const own = join(problem, parts, charged.value).prices;
  const prices = withSharedPrices(problem, parts, { charged: own, common: joint.prices });
  const proven = provenBy(problem, plan, prices);
  size.onStanding?.(proven);
  return ok({ relaxed: { ...joint, prices }, plan: proven });
}

type Pass = PartSize & {
  readonly problem: PlanProblem;
  /** Prices that stand in place of the nation's limits; null where each part has its share of the limits. */
  readonly charged: PlanPrices | null;
  readonly pass: number;
  readonly passes: number;
};

/** Solves all parts, a few side by side; the answers stand in the order of the parts. */
async function solveEach(
  parts: readonly ProblemPart[],
  solve: SolvePart,
  pass: Pass,
): Promise<Result<readonly RelaxedPlan[]>> {
  const answers: Result<RelaxedPlan>[] = [];
  const waiting = [...parts.entries()];
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, own] = next;
      const part = pass.pass * parts.length + index;
      const prices = pass.charged === null ? null : pricesOfPart(pass.problem, own, pass.charged);
      const answer = await solveOne(own, prices, (programme) =>
        solve(programme, { part, parts: pass.passes * parts.length }),
      );
      answers[index] = answer;
      if (!answer.ok) waiting.length = 0;
    }
  };
  await Promise.all(Array.from({ length: pass.solvesAtOnce }, lane));
  const plans: RelaxedPlan[] = [];
  for (const answer of answers) {
    if (answer === undefined) continue;
    if (!answer.ok) return answer;
    plans.push(answer.value);
  }
  return ok(plans);
}

async function solveOne(
  part: ProblemPart,
  charged: PlanPrices | null,
  solve: (programme: LinearProgramme) => Promise<Result<Solution>>,
): Promise<Result<RelaxedPlan>> {
  const written = formulate(part.problem);
  const plan = charged === null ? written : chargeLimits(part, written, charged);
  const solution = await solve(plan.programme);
  return solution.ok ? ok(relaxedPlan(part.problem, plan, solution.value)) : solution;
}

/** The plans of the parts as one plan of the whole. */
function join(problem: PlanProblem, parts: readonly ProblemPart[], plans: readonly RelaxedPlan[]): RelaxedPlan {
  const starts: PlannedStart[] = [];
  parts.forEach((part, index) => {
    for (const start of itemAt(plans, index).starts) {
      const { channel } = itemAt(problem.options, start.option);
      starts.push({ ...start, place: startPlaceInWhole(part, channel, start.place) });
    }
  });
  starts.sort((a, b) => a.place - b.place || a.option - b.option || a.start - b.start);
  const isStopped = plans.some(({ status }) => status === 'stopped');
  const prices = plans.map((plan) => plan.prices);
  return { status: isStopped ? 'stopped' : 'optimal', starts, prices: joinPrices(problem, parts, prices) };
}
