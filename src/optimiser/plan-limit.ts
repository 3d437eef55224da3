// The limits of a plan problem, each named by what it limits, and the value that each allows.
import { itemAt, needOffset } from './plan-problem.ts';
import type { PlanProblem } from './plan-problem.ts';

/** A limit on starts, by index into the problem; capacities count people, budgets pounds, caps as they say. */
export type StartLimit =
  | { readonly kind: 'capacity'; readonly channel: number; readonly year: number }
  | { readonly kind: 'place-capacity'; readonly channel: number; readonly place: number; readonly year: number }
  | { readonly kind: 'budget'; readonly budget: number; readonly year: number }
  | { readonly kind: 'cap'; readonly cap: number };

/** What a row limits. Shortages and floors count FTE, openings of a channel in a group of places are at most one; rows
 *  of kind `cohort` tie the people who start together to the choice whether anybody does. */
export type PlanLimit =
  | StartLimit
  | { readonly kind: 'shortage'; readonly place: number; readonly role: number; readonly period: number }
  | { readonly kind: 'floor'; readonly floor: number }
  | {
      readonly kind: 'opening';
      readonly channel: number;
      readonly group: number;
      /** The year whose starts an opening needs; null for the rule that a channel opens once. */
      readonly year: number | null;
    }
  | {
      readonly kind: 'cohort';
      readonly channel: number;
      readonly place: number;
      readonly start: number;
      readonly bound: 'least' | 'most';
    };

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
    case 'cap':
      return itemAt(problem.caps ?? [], limit.cap).most;
    case 'floor':
      return itemAt(problem.floors ?? [], limit.floor).mostShortFte;
    case 'opening':
      return limit.year === null ? 1 : 0;
    case 'cohort':
      return 0;
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
    case 'cap': {
      const { rule, where } = itemAt(problem.caps ?? [], limit.cap);
      return `${rule}:${where}`;
    }
    case 'floor': {
      const { place, period } = itemAt(problem.floors ?? [], limit.floor);
      return `floor:${itemAt(problem.places, place)}:${period}`;
    }
    case 'opening': {
      const { id, opening } = itemAt(problem.channels, limit.channel);
      return `opening:${id}:${itemAt(opening?.groups ?? [], limit.group)}:${limit.year ?? 'once'}`;
    }
    case 'cohort': {
      const channel = itemAt(problem.channels, limit.channel).id;
      const month = itemAt(problem.startMonths, limit.start);
      return `cohort:${channel}:${itemAt(problem.places, limit.place)}:${month}:${limit.bound}`;
    }
  }
}

/** Years after the base month in which somebody may start. */
export function yearCount(problem: PlanProblem): number {
  return Math.floor(Math.max(-12, ...problem.startMonths) / 12) + 1;
}
