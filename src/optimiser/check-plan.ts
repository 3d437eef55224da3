// Checks a plan against the problem's own limits, without the programme and without the solver.
import { groupBy } from '#kernel';
import { checkCaps, spendingBeyondStarts } from './check-rules.ts';
import { itemAt, yearOfStart } from './plan-problem.ts';
import type { PlannedStart, PlanProblem } from './plan-problem.ts';
import type { PlanViolation } from './plan-violation.ts';

/** The least by which a limit must be broken to count, as a share of the limit and never below as many units. */
const TOLERANCE = 1e-6;

/** @returns every rule that these starts break, in the order of rules; none for a plan that keeps them all. Rules that
 *  give way at a price are no limits; `unmetRules` tells of them. */
export function checkPlan(problem: PlanProblem, starts: readonly PlannedStart[]): readonly PlanViolation[] {
  return [
    ...checkStarts(problem, starts),
    ...checkCapacities(problem, starts),
    ...checkBudgets(problem, starts),
    ...checkCohorts(problem, starts),
    ...checkCaps(problem, starts).filter(({ allowed, found }) => exceeds(found, allowed)),
  ];
}

function checkStarts(problem: PlanProblem, starts: readonly PlannedStart[]): readonly PlanViolation[] {
  const violations: PlanViolation[] = [];
  for (const start of starts) {
    const channel = itemAt(problem.channels, itemAt(problem.options, start.option).channel);
    const month = itemAt(problem.startMonths, start.start);
    const where = `${channel.id} in ${itemAt(problem.places, start.place)}, month ${month}`;
    if (!(start.people > 0 && start.people < Infinity)) {
      violations.push({ rule: 'people', where, allowed: 0, found: start.people });
    }
    if (channel.opensMonth !== null && month < channel.opensMonth) {
      violations.push({ rule: 'opening', where, allowed: channel.opensMonth, found: month });
    }
    if (channel.closesMonth !== null && month >= channel.closesMonth) {
      violations.push({ rule: 'closing', where, allowed: channel.closesMonth - 1, found: month });
    }
  }
  return violations;
}

function checkCapacities(problem: PlanProblem, starts: readonly PlannedStart[]): readonly PlanViolation[] {
  const violations: PlanViolation[] = [];
  problem.channels.forEach((channel, index) => {
    const own = starts.filter((start) => itemAt(problem.options, start.option).channel === index);
    for (const [year, inYear] of groupBy(own, (start) => yearOfStart(problem, start.start))) {
      const allowed = itemAt(channel.peoplePerYear, year);
      const found = sum(inYear, ({ people }) => people);
      if (exceeds(found, allowed))
        violations.push({ rule: 'capacity', where: `${channel.id}, year ${year}`, allowed, found });
      for (const [place, inPlace] of groupBy(inYear, (start) => start.place)) {
        const share = itemAt(channel.shareOfPlace, place);
        const allowedHere = share * allowed > 0 ? Math.max(channel.minimumCohort, share * allowed) : 0;
        const foundHere = sum(inPlace, ({ people }) => people);
        const where = `${channel.id} in ${itemAt(problem.places, place)}, year ${year}`;
        if (!exceeds(foundHere, allowedHere)) continue;
        violations.push({ rule: 'place-capacity', where, allowed: allowedHere, found: foundHere });
      }
    }
  });
  return violations;
}

function checkBudgets(problem: PlanProblem, starts: readonly PlannedStart[]): readonly PlanViolation[] {
  const spending = [
    ...starts.map(({ option, start, people }) => ({
      channel: itemAt(problem.options, option).channel,
      year: yearOfStart(problem, start),
      gbp: people * itemAt(problem.options, option).costGbpPerStart,
    })),
    ...spendingBeyondStarts(problem, starts),
  ];
  const violations: PlanViolation[] = [];
  for (const budget of problem.budgets) {
    const own = spending.filter(({ channel }) => itemAt(problem.channels, channel).accountableTier === budget.tier);
    for (const [year, inYear] of groupBy(own, (each) => each.year)) {
      const allowed = itemAt(budget.gbpPerYear, year);
      const found = sum(inYear, ({ gbp }) => gbp);
      if (exceeds(found, allowed))
        violations.push({ rule: 'budget', where: `${budget.tier}, year ${year}`, allowed, found });
    }
  }
  return violations;
}

/** A cohort is all who start in a channel, place and month; in whole people it is no smaller than the channel asks. */
function checkCohorts(problem: PlanProblem, starts: readonly PlannedStart[]): readonly PlanViolation[] {
  const violations: PlanViolation[] = [];
  const cohorts = groupBy(starts, ({ place, option, start }) => {
    const channel = itemAt(problem.channels, itemAt(problem.options, option).channel);
    return `${channel.id} in ${itemAt(problem.places, place)}, month ${itemAt(problem.startMonths, start)}`;
  });
  for (const [where, cohort] of cohorts) {
    const first = itemAt(cohort, 0);
    const allowed = itemAt(problem.channels, itemAt(problem.options, first.option).channel).minimumCohort;
    const found = sum(cohort, ({ people }) => people);
    if (exceeds(allowed, found)) violations.push({ rule: 'minimum-cohort', where, allowed, found });
  }
  return violations;
}

function exceeds(found: number, allowed: number): boolean {
  return found - allowed > TOLERANCE * Math.max(1, allowed);
}

function sum<T>(items: readonly T[], valueOf: (item: T) => number): number {
  let total = 0;
  for (const item of items) total += valueOf(item);
  return total;
}
