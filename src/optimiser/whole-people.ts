// From fractions to whole people: rounds a plan so that intakes keep pace with it, then mends it one person at a time.
import { groupBy } from '#kernel';
import { closeChannels } from './close-channels.ts';
import { itemAt } from './plan-problem.ts';
import type { PlannedStart, PlanProblem } from './plan-problem.ts';
import { PlanLedger } from './plan-ledger.ts';
import type { StartPlace } from './limit-table.ts';
import { costOfStartGbp } from './help-of-start.ts';
import { isOpen } from './start-columns.ts';
import type { StartColumn } from './start-columns.ts';

/** Passes over all starts when mending; each stops early when nothing improves, so few are ever used. */
const MOST_PASSES = 20;

/** Smallest gain worth a change, GBP; below it lies rounding error. */
const LEAST_GAIN_GBP = 0.01;

export type Rounding = {
  /** The starts to choose from. */
  readonly columns: readonly StartColumn[];
  /** A plan in fractions that keeps the limits. */
  readonly relaxed: readonly PlannedStart[];
  /** Hears of every plan in whole people on the way, each cheaper than the one before. */
  readonly onPlan?: (starts: readonly PlannedStart[]) => void;
};

/** Turns a plan in fractions of people into one in whole people that keeps every limit and every smallest cohort.
 *  Each channel in each place starts people as its running total in fractions calls for them, never past a limit;
 *  then people are taken away or added while that makes the plan cheaper. */
export function wholePeople(problem: PlanProblem, { columns, relaxed, onPlan }: Rounding): readonly PlannedStart[] {
  const ledger = new PlanLedger(problem);
  roundByRunningTotal(problem, relaxed, ledger);
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    onPlan?.(ledger.starts());
    const closed = closeChannels(problem, ledger);
    const taken = takeAway(problem, ledger);
    const added = addBestFirst(problem, columns, ledger);
    if (!closed && !taken && !added) break;
  }
  return ledger.starts();
}

/** What one channel in one place is owed: fractions of people so far, less those who have started. */
type Owed = { readonly place: number; readonly channel: number; readonly byOption: Map<number, number> };

function roundByRunningTotal(problem: PlanProblem, relaxed: readonly PlannedStart[], ledger: PlanLedger): void {
  const owed = new Map<string, Owed>();
  const byStart = groupBy(relaxed, ({ start }) => start);
  for (let start = 0; start < problem.startMonths.length; start++) {
    for (const { place, option, people } of byStart.get(start) ?? []) {
      const { channel } = itemAt(problem.options, option);
      const key = `${channel}:${place}`;
      const entry = owed.get(key) ?? { place, channel, byOption: new Map<number, number>() };
      owed.set(key, entry);
      entry.byOption.set(option, (entry.byOption.get(option) ?? 0) + people);
    }
    const mostOwedFirst = [...owed.values()]
      .map((entry) => ({ entry, people: totalOwed(entry) }))
      .filter(({ people }) => people >= 0.5)
      .sort((a, b) => b.people - a.people || a.entry.channel - b.entry.channel || a.entry.place - b.entry.place);
    for (const { entry, people } of mostOwedFirst) startCohort({ problem, ledger, entry, start, people });
  }
}

function totalOwed(entry: Owed): number {
  let total = 0;
  for (const people of entry.byOption.values()) total += people;
  return total;
}

/** Starts the whole people that a channel in a place is owed, each in the post that is owed most. */
function startCohort(options: {
  readonly problem: PlanProblem;
  readonly ledger: PlanLedger;
  readonly entry: Owed;
  readonly start: number;
  readonly people: number;
}): void {
  const { problem, ledger, entry, start } = options;
  const { minimumCohort } = itemAt(problem.channels, entry.channel);
  const whole = Math.floor(options.people + 0.5);
  if (whole < minimumCohort) return;
  const chosen: number[] = [];
  for (let person = 0; person < whole; person++) {
    let best = -1;
    for (const [option, people] of entry.byOption) {
      if (best >= 0 && people <= (entry.byOption.get(best) ?? 0)) continue;
      if (hasRoom(problem, ledger, { place: entry.place, option, start })) best = option;
    }
    if (best < 0) break;
    chosen.push(best);
    ledger.add({ place: entry.place, option: best, start }, 1);
    entry.byOption.set(best, (entry.byOption.get(best) ?? 0) - 1);
  }
  if (chosen.length >= minimumCohort) return;
  for (const option of chosen) {
    ledger.add({ place: entry.place, option, start }, -1);
    entry.byOption.set(option, (entry.byOption.get(option) ?? 0) + 1);
  }
}

function hasRoom(problem: PlanProblem, ledger: PlanLedger, at: StartPlace): boolean {
  return isOpen(problem, at) && ledger.roomAt(at) > 0;
}

/** Takes people away where the plan is cheaper without them: one by one, or the whole cohort where it is the smallest.
 *  @returns whether anything changed */
function takeAway(problem: PlanProblem, ledger: PlanLedger): boolean {
  let changed = false;
  for (const { people, ...at } of ledger.starts()) {
    const costGbp = costOfStartGbp(problem, at);
    const { minimumCohort } = itemAt(problem.channels, itemAt(problem.options, at.option).channel);
    for (let left = people; left > 0;) {
      const others = ledger.cohortAt(at) - left;
      const step = others + left - 1 >= minimumCohort ? 1 : others === 0 ? left : 0;
      if (step === 0 || ledger.changeGbp(at, -step, costGbp) > -LEAST_GAIN_GBP) break;
      if (!ledger.mayChange(at, -step)) break;
      ledger.add(at, -step);
      left -= step;
      changed = true;
    }
  }
  return changed;
}

/** Adds people where the plan is cheaper with them, the greatest gain first, until nothing more improves.
 *  @returns whether anything changed */
function addBestFirst(problem: PlanProblem, columns: readonly StartColumn[], ledger: PlanLedger): boolean {
  const gains: { readonly column: StartColumn; readonly changeGbp: number }[] = [];
  for (const column of columns) {
    const changeGbp = changeOfAdding(problem, ledger, column);
    if (changeGbp < -LEAST_GAIN_GBP) gains.push({ column, changeGbp });
  }
  gains.sort((a, b) => a.changeGbp - b.changeGbp);
  let changed = false;
  for (const { column } of gains) {
    while (changeOfAdding(problem, ledger, column) < -LEAST_GAIN_GBP) {
      ledger.add(column, leastToAdd(problem, ledger, column));
      changed = true;
    }
  }
  return changed;
}

/** What adding the fewest people possible would change; 0 where it gains nothing or there is no room for them. */
function changeOfAdding(problem: PlanProblem, ledger: PlanLedger, column: StartColumn): number {
  const people = leastToAdd(problem, ledger, column);
  const changeGbp = ledger.changeGbp(column, people, column.costGbp);
  // Few starts gain, and whether there is room takes longer to see.
  return changeGbp < -LEAST_GAIN_GBP && ledger.roomAt(column) >= people ? changeGbp : 0;
}

/** One person more in a cohort that runs, or a whole smallest cohort where none does. */
function leastToAdd(problem: PlanProblem, ledger: PlanLedger, at: StartPlace): number {
  const { minimumCohort } = itemAt(problem.channels, itemAt(problem.options, at.option).channel);
  return ledger.cohortAt(at) > 0 ? 1 : Math.max(1, minimumCohort);
}
