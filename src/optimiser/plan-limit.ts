// The limits of a plan problem, each named by what it limits, and the value that each allows.
import { itemAt, needOffset } from './plan-problem.ts';
import type { PlanProblem } from './plan-problem.ts';

/** What a row limits, by index into the problem; capacities count people, budgets pounds, shortages FTE. */
export type PlanLimit =
  | { readonly kind: 'shortage'; readonly place: number; readonly role: number; readonly period: number }
  | { readonly kind: 'capacity'; readonly channel: number; readonly year: number }
  | { readonly kind: 'place-capacity'; readonly channel: number; readonly place: number; readonly year: number }
  | { readonly kind: 'budget'; readonly budget: number; readonly year: number };

/** What a limit allows, or for a shortage row what is needed. */
export function valueOfLimit(problem: PlanProblem, limit: PlanLimit): number {
  switch (limit.kind) {
    case 'shortage':
      return itemAt(problem.needFte, needOffset(problem, limit) + limit.period);
    case 'capacity':
      return itemAt(itemAt(problem.channels, limit.channel).peoplePerYear, limit.year);
    case 'place-capacity': {
      const channel = itemAt(problem.channels, limit.channel);
      const share = itemAt(channel.peoplePerYear, limit.year) * itemAt(channel.shareOfPlace, limit.place);
      return Math.max(share, channel.minimumCohort);
    }
    case 'budget':
      return itemAt(itemAt(problem.budgets, limit.budget).gbpPerYear, limit.year);
  }
}

/** The limit as a short key, the same in every run. */
export function nameOfLimit(problem: PlanProblem, limit: PlanLimit): string {
  switch (limit.kind) {
    case 'shortage':
      return `need:${itemAt(problem.places, limit.place)}:${itemAt(problem.roles, limit.role)}:${limit.period}`;
    case 'capacity':
      return `capacity:${itemAt(problem.channels, limit.channel).id}:${limit.year}`;
    case 'place-capacity':
      return `capacity:${itemAt(problem.channels, limit.channel).id}:${itemAt(problem.places, limit.place)}:${limit.year}`;
    case 'budget':
      return `budget:${itemAt(problem.budgets, limit.budget).tier}:${limit.year}`;
  }
}

/** Years after the base month in which somebody may start. */
export function yearCount(problem: PlanProblem): number {
  return Math.floor(Math.max(-12, ...problem.startMonths) / 12) + 1;
}
