// A solution read back as a plan: whole people, what stays short, what it costs, and which limits hold it back.
import { assert } from '#kernel';
import type { Tier } from '#workforce';
import type { PlanProgramme } from './formulate.ts';
import { objectiveOf, shortageAfter } from './plan-ledger.ts';
import { valueOfLimit, yearCount } from './plan-limit.ts';
import type { PlanLimit } from './plan-limit.ts';
import { noPrices, priceAt, pricesOfRows, provenBoundGbp } from './plan-prices.ts';
import type { PlanPrices } from './plan-prices.ts';
import { itemAt } from './plan-problem.ts';
import type { PlannedStart, PlanProblem } from './plan-problem.ts';
import type { Solution } from './programme.ts';
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
  /** No plan, in whole people or in fractions, can be cheaper; proven from prices, not taken on trust. */
  readonly boundGbp: number;
  /** How far the plan may be from the cheapest, as a share of its objective. */
  readonly relativeGap: number;
  /** Objective with nobody started: what doing nothing costs. */
  readonly objectiveOfNothingGbp: number;
  /** Cost of the starts alone. */
  readonly programmeCostGbp: number;
  /** Digital FTE that stay short, mean over the period, shape [place][role][period]. */
  readonly shortageFte: Float64Array;
  /** Limits without which the plan would be cheaper, the most valuable first; empty where no prices are known. */
  readonly binding: readonly BindingLimit[];
};

/** A limit that holds the plan back. */
export type BindingLimit = {
  readonly kind: 'capacity' | 'place-capacity' | 'budget';
  /** Channel id; null for a budget. */
  readonly channel: string | null;
  /** Place code; null for a limit on the whole nation. */
  readonly place: string | null;
  /** Tier of a budget; null for a capacity. */
  readonly tier: Tier | null;
  /** Year after the base month. */
  readonly year: number;
  /** People or GBP. */
  readonly limit: number;
  /** By how much one more person, or one more pound, makes the plan cheaper. */
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

/** Turns a plan in fractions into one in whole people, and says how good it is. */
export function planFrom(problem: PlanProblem, relaxed: RelaxedPlan): PlanResult {
  const starts = wholePeople(problem, startColumns(problem), relaxed.starts);
  const objectiveGbp = objectiveOf(problem, starts);
  const boundGbp = provenBoundGbp(problem, relaxed.prices);
  return {
    status: relaxed.status,
    starts,
    objectiveGbp,
    boundGbp,
    relativeGap: objectiveGbp > 0 ? Math.max(0, objectiveGbp - boundGbp) / objectiveGbp : 0,
    objectiveOfNothingGbp: objectiveOf(problem, []),
    programmeCostGbp: starts.reduce((sum, start) => sum + costOfStartsGbp(problem, start), 0),
    shortageFte: shortageAfter(problem, starts),
    binding: bindingLimits(problem, relaxed.prices),
  };
}

/** Cost of starting these people, pay left out. */
export function costOfStartsGbp(problem: PlanProblem, start: PlannedStart): number {
  return start.people * itemAt(problem.options, start.option).costGbpPerStart;
}

function bindingLimits(problem: PlanProblem, prices: PlanPrices): readonly BindingLimit[] {
  return nationalAndLocalLimits(problem)
    .map((limit) => {
      const { values, index } = priceAt(problem, prices, limit);
      return describeLimit(problem, limit, itemAt(values, index));
    })
    .filter(({ worthGbp }) => worthGbp >= LEAST_WORTH_GBP)
    .sort((a, b) => b.worthGbp - a.worthGbp);
}

type Limit = Exclude<PlanLimit, { kind: 'shortage' }>;

function nationalAndLocalLimits(problem: PlanProblem): readonly Limit[] {
  const years = Array.from({ length: yearCount(problem) }, (_, year) => year);
  return years.flatMap((year): readonly Limit[] => [
    ...problem.budgets.map((_, budget): Limit => ({ kind: 'budget', budget, year })),
    ...problem.channels.map((_, channel): Limit => ({ kind: 'capacity', channel, year })),
    ...problem.channels.flatMap((_, channel) =>
      problem.places.map((__, place): Limit => ({ kind: 'place-capacity', channel, place, year })),
    ),
  ]);
}

function describeLimit(problem: PlanProblem, limit: Limit, priceGbp: number): BindingLimit {
  const value = valueOfLimit(problem, limit);
  return {
    kind: limit.kind,
    channel: limit.kind === 'budget' ? null : itemAt(problem.channels, limit.channel).id,
    place: limit.kind === 'place-capacity' ? itemAt(problem.places, limit.place) : null,
    tier: limit.kind === 'budget' ? itemAt(problem.budgets, limit.budget).tier : null,
    year: limit.year,
    limit: value,
    priceGbp,
    worthGbp: priceGbp * value,
  };
}
