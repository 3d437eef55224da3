// Takes back the opening of channels that do not earn what it costs, with all who start in them.
import { groupBy } from '#kernel';
import type { PlanLedger } from './plan-ledger.ts';
import { itemAt } from './plan-problem.ts';
import type { PlannedStart, PlanProblem } from './plan-problem.ts';
import { costOfStartGbp } from './help-of-start.ts';

/** Smallest gain worth a change, GBP; below it lies rounding error. */
const LEAST_GAIN_GBP = 0.01;

/** Empties each group of places that a channel is opened for, wherever the plan is cheaper without it and no limit is
 *  broken on the way. @returns whether anything changed */
export function closeChannels(problem: PlanProblem, ledger: PlanLedger): boolean {
  const opened = ledger.starts().filter((start) => openingOf(problem, start) !== undefined);
  let changed = false;
  for (const group of groupBy(opened, (start) => groupKey(problem, start)).values()) {
    if (emptyGroup(problem, ledger, group)) changed = true;
  }
  return changed;
}

function emptyGroup(problem: PlanProblem, ledger: PlanLedger, group: readonly PlannedStart[]): boolean {
  let changeGbp = 0;
  const taken: PlannedStart[] = [];
  // The latest first, so that what needs earlier starts is gone before they are.
  for (const start of group.toSorted((a, b) => b.start - a.start)) {
    if (!ledger.mayChange(start, -start.people)) break;
    changeGbp += ledger.changeGbp(start, -start.people, costOfStartGbp(problem, start));
    ledger.add(start, -start.people);
    taken.push(start);
  }
  if (taken.length === group.length && changeGbp < -LEAST_GAIN_GBP) return true;
  for (const start of taken) ledger.add(start, start.people);
  return false;
}

function openingOf(problem: PlanProblem, { option }: PlannedStart) {
  return itemAt(problem.channels, itemAt(problem.options, option).channel).opening;
}

function groupKey(problem: PlanProblem, start: PlannedStart): string {
  const { channel } = itemAt(problem.options, start.option);
  return `${channel}:${itemAt(openingOf(problem, start)?.groupOfPlace ?? [], start.place)}`;
}
