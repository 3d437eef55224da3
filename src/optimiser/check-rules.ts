// What a plan comes to by the caps and openings of its problem, counted start by start and without the programme's table.
import { fteOfStart } from './help-of-start.ts';
import { itemAt, yearOfStart } from './plan-problem.ts';
import type { PlannedStart, PlanProblem } from './plan-problem.ts';
import type { PlanCap } from './plan-rules.ts';
import type { PlanViolation } from './plan-violation.ts';

/** @returns every cap that may not be broken, with what it allows and what the plan comes to */
export function checkCaps(problem: PlanProblem, starts: readonly PlannedStart[]): readonly PlanViolation[] {
  return (problem.caps ?? [])
    .filter(({ breach }) => breach === null)
    .map((cap) => ({ rule: cap.rule, where: cap.where, allowed: cap.most, found: countIn(problem, cap, starts) }));
}

/** Money that a channel's budgets pay in a year for other things than starts. */
type Spending = { readonly channel: number; readonly year: number; readonly gbp: number };

/** Openings, each in the year of the first start in its group of places, and what going beyond caps costs. */
export function spendingBeyondStarts(problem: PlanProblem, starts: readonly PlannedStart[]): readonly Spending[] {
  const spending: Spending[] = [];
  problem.channels.forEach(({ opening }, channel) => {
    opening?.groups.forEach((_, group) => {
      const years = starts
        .filter(({ option, place }) => {
          return itemAt(problem.options, option).channel === channel && opening.groupOfPlace[place] === group;
        })
        .map(({ start }) => yearOfStart(problem, start));
      if (years.length > 0) spending.push({ channel, year: Math.min(...years), gbp: opening.costGbp });
    });
  });
  for (const cap of problem.caps ?? []) {
    const { breach, most } = cap;
    if (breach === null || breach.paidBy === null) continue;
    const beyond = countIn(problem, cap, starts) - most;
    if (beyond > 0) spending.push({ ...breach.paidBy, gbp: beyond * breach.priceGbp });
  }
  return spending;
}

function countIn(problem: PlanProblem, cap: PlanCap, starts: readonly PlannedStart[]): number {
  let count = 0;
  for (const start of starts) {
    if (!cap.places.includes(start.place)) continue;
    for (const { options, amountOfStart } of cap.terms) {
      if (!options.includes(start.option)) continue;
      count += start.people * itemAt(amountOfStart, start.start) * measureOf(problem, cap, start);
    }
  }
  return count;
}

function measureOf(problem: PlanProblem, { counts }: PlanCap, start: PlannedStart): number {
  if (counts.kind === 'people') return 1;
  if (counts.kind === 'costGbp') return itemAt(problem.options, start.option).costGbpPerStart;
  return fteOfStart(problem, start, counts.period);
}
