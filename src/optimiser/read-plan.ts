// A solution read back as a plan: whole people, what stays short, what it costs, and which limits hold it back.
import { assert } from '#kernel';
import type { Tier } from '#workforce';
import type { PlanProgramme } from './formulate.ts';
import { limitTable } from './limit-table.ts';
import { nameOfLimit } from './plan-limit.ts';
import type { StartLimit } from './plan-limit.ts';
import { noPrices, pricesOfRows } from './plan-prices.ts';
import type { PlanPrices } from './plan-prices.ts';
import { itemAt } from './plan-problem.ts';
import type { PlannedStart, PlanProblem } from './plan-problem.ts';
import type { CapRule } from './plan-rules.ts';
import { objectiveOf, openingsOf, programmeCostGbp, shortageAfter, unmetRules } from './plan-value.ts';
import type { Opening, UnmetRule } from './plan-value.ts';
import type { Solution } from './programme.ts';
import { provenBoundGbp } from './proven-bound.ts';
import { startColumns } from './start-columns.ts';
import { wholePeople } from './whole-people.ts';

/** A plan in whole people. Money is at base-month prices, up to the end of the last period, not discounted. */
export type PlanResult = {
  /** `stopped` where the solver ran out of time and the plan may be far from the cheapest. */
  readonly status: 'optimal' | 'stopped';
  /** In the order of places, options and start months. */
  readonly starts: readonly PlannedStart[];
  /** What the plan costs by the problem's own words: starts, pay, and the price of what stays short. */
  readonly objectiveGbp: number;
  /** No plan can be cheaper: proven from prices, or for a small problem by the solver's search through whole people. */
  readonly boundGbp: number;
  /** How far the plan may be from the cheapest, as a share of its objective. */
  readonly relativeGap: number;
  /** Objective with nobody started: what doing nothing costs. */
  readonly objectiveOfNothingGbp: number;
  /** Channels that the plan opens at a cost. */
  readonly openings: readonly Opening[];
  /** Rules that give way at a price, and do: what is asked, and what the plan comes to. */
  readonly unmet: readonly UnmetRule[];
  /** Cost of the starts with openings and rising costs, pay left out. */
  readonly programmeCostGbp: number;
  /** Digital FTE that stay short, mean over the period, shape [place][role][period]. */
  readonly shortageFte: Float64Array;
  /** Limits without which the plan would be cheaper, the most valuable first; empty where no prices are known. */
  readonly binding: readonly BindingLimit[];
};

/** A limit that holds the plan back. */
export type BindingLimit = {
  readonly kind: StartLimit['kind'];
  /** Key of the limit, the same in every run. */
  readonly name: string;
  /** Rule of a cap, else null. */
  readonly rule: CapRule | null;
  /** What a cap is about; null for other limits. */
  readonly where: string | null;
  /** Channel id; null for a budget or a cap. */
  readonly channel: string | null;
  /** Place code; null for a limit on more than one place. */
  readonly place: string | null;
  /** Tier of a budget, else null. */
  readonly tier: Tier | null;
  /** Year after the base month; null for a cap. */
  readonly year: number | null;
  /** People, GBP, or what a cap counts. */
  readonly limit: number;
  /** By how much one unit more makes the plan cheaper. */
  readonly priceGbp: number;
  /** What the limit as a whole is worth at that price. */
  readonly worthGbp: number;
};

/** A plan in fractions of people, with the prices that go with it. */
export type RelaxedPlan = {
  readonly status: 'optimal' | 'stopped';
  readonly starts: readonly PlannedStart[];
  readonly prices: PlanPrices;
};

/** Price below which a limit is not worth naming, GBP for all it allows. */
const LEAST_WORTH_GBP = 1;

/** @param solution of `programme.programme`; where it has no values, people are chosen greedily
 *  @returns a plan that keeps every limit, with its distance from the proven bound */
export function readPlan(problem: PlanProblem, programme: PlanProgramme, solution: Solution): PlanResult {
  return planFrom(problem, relaxedPlan(problem, programme, solution));
}

/** The solution in the problem's own words, still in fractions. */
export function relaxedPlan(problem: PlanProblem, programme: PlanProgramme, solution: Solution): RelaxedPlan {
  assert(solution.status !== 'infeasible', 'a plan problem always has a plan: to start nobody');
  const starts = solution.values.length === 0 ? [] : programme.starts;
  return {
    status: solution.status,
    starts: starts.flatMap(({ place, option, start }, column) => {
      const people = itemAt(solution.values, column);
      return people > 0 ? [{ place, option, start, people }] : [];
    }),
    prices:
      solution.rowPrices.length === 0 ? noPrices(problem) : pricesOfRows(problem, programme.limits, solution.rowPrices),
  };
}

/** How a search stands: the cheapest plan so far, and what no plan can cost less than. */
export type Standing = Pick<PlanResult, 'objectiveGbp' | 'boundGbp' | 'relativeGap'>;

/** Turns a plan in fractions into one in whole people, and says how good it is.
 *  @param onStanding hears how near each plan in whole people is, while they are mended */
export function planFrom(
  problem: PlanProblem,
  relaxed: RelaxedPlan,
  onStanding?: (standing: Standing) => void,
): PlanResult {
  const boundGbp = provenBoundGbp(problem, relaxed.prices);
  const onPlan = (starts: readonly PlannedStart[]): void => {
    const objectiveGbp = objectiveOf(problem, starts);
    onStanding?.({ objectiveGbp, boundGbp, relativeGap: gapOf(objectiveGbp, boundGbp) });
  };
  const columns = startColumns(problem);
  const listener = onStanding === undefined ? {} : { onPlan };
  return describePlan(problem, {
    status: relaxed.status,
    starts: wholePeople(problem, { columns, relaxed: relaxed.starts, ...listener }),
    boundGbp,
    binding: bindingLimits(problem, relaxed.prices),
  });
}

/** The same plan with what other prices prove and say of it. */
export function provenBy(problem: PlanProblem, plan: PlanResult, prices: PlanPrices): PlanResult {
  const boundGbp = provenBoundGbp(problem, prices);
  const relativeGap = gapOf(plan.objectiveGbp, boundGbp);
  return { ...plan, boundGbp, relativeGap, binding: bindingLimits(problem, prices) };
}

function gapOf(objectiveGbp: number, boundGbp: number): number {
  return objectiveGbp > 0 ? Math.max(0, objectiveGbp - boundGbp) / objectiveGbp : 0;
}

/** A plan with all that follows from its starts. */
export function describePlan(
  problem: PlanProblem,
  plan: Pick<PlanResult, 'status' | 'starts' | 'boundGbp' | 'binding'>,
): PlanResult {
  const { status, starts, boundGbp, binding } = plan;
  const objectiveGbp = objectiveOf(problem, starts);
  return {
    status,
    starts,
    objectiveGbp,
    boundGbp,
    relativeGap: gapOf(objectiveGbp, boundGbp),
    objectiveOfNothingGbp: objectiveOf(problem, []),
    openings: openingsOf(problem, starts),
    unmet: unmetRules(problem, starts),
    programmeCostGbp: programmeCostGbp(problem, starts),
    shortageFte: shortageAfter(problem, starts),
    binding,
  };
}

/** Cost of starting these people, pay left out. */
export function costOfStartsGbp(problem: PlanProblem, start: PlannedStart): number {
  return start.people * itemAt(problem.options, start.option).costGbpPerStart;
}

function bindingLimits(problem: PlanProblem, { limitGbp }: PlanPrices): readonly BindingLimit[] {
  const table = limitTable(problem);
  return table.limits
    .flatMap((limit, index) => {
      const priceGbp = itemAt(limitGbp, index);
      const most = itemAt(table.most, index);
      return priceGbp * most < LEAST_WORTH_GBP ? [] : [describeLimit(problem, limit, { priceGbp, most })];
    })
    .sort((a, b) => b.worthGbp - a.worthGbp);
}

function describeLimit(
  problem: PlanProblem,
  limit: StartLimit,
  { priceGbp, most }: { readonly priceGbp: number; readonly most: number },
): BindingLimit {
  const described = {
    kind: limit.kind,
    name: nameOfLimit(problem, limit),
    rule: null,
    where: null,
    channel: null,
    place: null,
    tier: null,
    year: limit.kind === 'cap' ? null : limit.year,
    limit: most,
    priceGbp,
    worthGbp: priceGbp * most,
  };
  switch (limit.kind) {
    case 'capacity':
      return { ...described, channel: itemAt(problem.channels, limit.channel).id };
    case 'place-capacity': {
      const channel = itemAt(problem.channels, limit.channel).id;
      return { ...described, channel, place: itemAt(problem.places, limit.place) };
    }
    case 'budget':
      return { ...described, tier: itemAt(problem.budgets, limit.budget).tier };
    case 'cap': {
      const { rule, where, places } = itemAt(problem.caps ?? [], limit.cap);
      const place = places.length === 1 ? itemAt(problem.places, itemAt(places, 0)) : null;
      return { ...described, rule, where, place };
    }
  }
}
