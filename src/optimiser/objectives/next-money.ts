// What the next sum of money buys: the starts beyond a plan that fill most for it, and where they stand.
import { isOpen, startColumns } from '../start-columns.ts';
import { PlanLedger } from '../plan-ledger.ts';
import { itemAt } from '../plan-problem.ts';
import type { PlannedStart, PlanProblem } from '../plan-problem.ts';
import { figuresOf } from './fractional-plan.ts';
import type { PlanFigures } from './fractional-plan.ts';
import { seekingLeastShortage } from './spending-cap.ts';

export type NextMoney = {
  readonly starts: readonly PlannedStart[];
  readonly spentGbp: number;
  /** What the plan comes to with these starts beyond it. */
  readonly figures: PlanFigures;
};

/** Adds starts to a plan, the most help for a pound first, until the sum is spent. Budgets give way by the sum;
 *  capacities do not. */
export function nextMoney(problem: PlanProblem, plan: readonly PlannedStart[], gbp: number): NextMoney {
  const richer = seekingLeastShortage(withMore(problem, gbp));
  const ledger = new PlanLedger(richer);
  for (const start of plan) ledger.add(start, start.people);
  const queue = startColumns(richer)
    .filter(({ option }) => itemAt(problem.options, option).costGbpPerStart > 0)
    .map((column) => ({ column, worth: worthOf(richer, ledger, column) }))
    .filter(({ worth }) => worth > 0)
    .sort((one, other) => one.worth - other.worth);
  const added = new Map<string, PlannedStart>();
  const leastGbp = Math.min(
    ...new Set(queue.map(({ column }) => itemAt(problem.options, column.option).costGbpPerStart)),
  );
  let spentGbp = 0;
  for (let next = queue.pop(); next !== undefined && spentGbp + leastGbp <= gbp; next = queue.pop()) {
    const { place, option, start } = next.column;
    const worth = worthOf(richer, ledger, next.column);
    // What others have filled since may have made it worth less: then it waits for its turn.
    if (worth < next.worth * (1 - 1e-9)) {
      if (worth > 0) insert(queue, { column: next.column, worth });
      continue;
    }
    const people = leastPeople(richer, ledger, next.column);
    const costGbp = people * itemAt(problem.options, option).costGbpPerStart;
    if (spentGbp + costGbp > gbp) continue;
    ledger.add(next.column, people);
    spentGbp += costGbp;
    const key = `${place}:${option}:${start}`;
    added.set(key, { place, option, start, people: people + (added.get(key)?.people ?? 0) });
    insert(queue, { column: next.column, worth: worthOf(richer, ledger, next.column) });
  }
  const starts = [...added.values()];
  return { starts, spentGbp, figures: figuresOf(problem, [...plan, ...starts]) };
}

type Candidate = { readonly column: ReturnType<typeof startColumns>[number]; readonly worth: number };

/** Keeps the queue in order, the best last. */
function insert(queue: Candidate[], candidate: Candidate): void {
  if (candidate.worth <= 0) return;
  let [low, high] = [0, queue.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (itemAt(queue, middle).worth <= candidate.worth) low = middle + 1;
    else high = middle;
  }
  queue.splice(low, 0, candidate);
}

/** What starting the fewest people possible is worth for each pound that starting them costs; 0 where there is no room. */
function worthOf(problem: PlanProblem, ledger: PlanLedger, column: Candidate['column']): number {
  const people = leastPeople(problem, ledger, column);
  if (!isOpen(problem, column) || ledger.roomAt(column) < people) return 0;
  const spentGbp = people * itemAt(problem.options, column.option).costGbpPerStart;
  return -ledger.changeGbp(column, people, column.costGbp) / spentGbp;
}

function leastPeople(problem: PlanProblem, ledger: PlanLedger, column: Candidate['column']): number {
  const { minimumCohort } = itemAt(problem.channels, itemAt(problem.options, column.option).channel);
  return ledger.cohortAt(column) > 0 ? 1 : Math.max(1, minimumCohort);
}

/** The problem with each limit on money raised by a sum. */
function withMore(problem: PlanProblem, gbp: number): PlanProblem {
  return {
    ...problem,
    budgets: problem.budgets.map((budget) => ({ ...budget, gbpPerYear: budget.gbpPerYear.map((each) => each + gbp) })),
    caps: (problem.caps ?? []).map((cap) => (cap.counts.kind === 'costGbp' ? { ...cap, most: cap.most + gbp } : cap)),
  };
}
