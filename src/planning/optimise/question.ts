// What is asked of the optimiser alone, and the plan that answers it.
import type { Projection } from '#engine';
import type { FrontierPoint, PlanProblem, PlanResult, SolvePart } from '#optimiser';
import type { PlanOptions } from '../plan/plan-options.ts';
import { IN_POUNDS, type Weighing } from '../plan/weighing.ts';
import type { PreparedRun } from '../plan/plan-workforce.ts';
import type { Aim } from './aim.ts';
import type { futuresOf } from './risk-study.ts';

/** What one chooses when one asks the optimiser; together with the pack it determines every byte of the answer. */
export type OptimiseOptions = PlanOptions & {
  readonly aim: Aim;
  /** Points of the frontier, at least 3; 0 for none. */
  readonly frontierPoints: number;
  /** Point of the frontier whose plan is asked for, from 1; null for the plan of the aim. */
  readonly chosenPoint: number | null;
  /** Futures that risk is read over, a power of two; 0 where nobody asks about risk. */
  readonly futures: number;
};

/** What is asked, at its full size and small enough for many programmes. */
export type Question = {
  readonly run: PreparedRun;
  readonly options: OptimiseOptions;
  /** The aim, with the budget of the chosen point of the frontier where one is. */
  readonly aim: Aim;
  /** Without the aim's means. */
  readonly plain: PlanProblem;
  readonly problem: PlanProblem;
  readonly coarse: PlanProblem;
  readonly points: readonly FrontierPoint[] | null;
  readonly futures: ReturnType<typeof futuresOf> | null;
  readonly solve: SolvePart;
};

/** The plan, and the projection in which it was replayed. */
export type Outcome = { readonly result: PlanResult; readonly after: Projection };

/** Prices of the question's plan: pounds, or shortage at the price at which the least of it is sought. */
export function weighingOf({ problem, plain, aim }: Question): Weighing {
  if (aim.budget === null) return IN_POUNDS;
  return {
    kind: 'shortage',
    priceGbpPerFteYear: problem.shortagePriceGbpPerFteYear,
    packPriceGbpPerFteYear: plain.shortagePriceGbpPerFteYear,
  };
}
