// What a plan is found to break, as the checker says it.
import type { CapRule } from './plan-rules.ts';

/** A rule that a plan breaks: what it may reach, and what it does reach. */
export type PlanViolation = {
  readonly rule:
    | 'people'
    | 'opening'
    | 'closing'
    | 'capacity'
    | 'place-capacity'
    | 'budget'
    | 'minimum-cohort'
    | CapRule;
  /** The thing, such as `CHANNEL in PLACE, year 3`. */
  readonly where: string;
  readonly allowed: number;
  readonly found: number;
};
