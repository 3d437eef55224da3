// The columns of a programme that rules bring: going beyond caps and floors, and opening channels.
import type { CompressedEntries } from './compressed-entries.ts';
import { nameOfLimit, valueOfLimit } from './plan-limit.ts';
import { itemAt, yearsOfPeriod } from './plan-problem.ts';
import type { PlanProblem } from './plan-problem.ts';
import type { Column } from './programme.ts';
import type { RowRegister } from './row-register.ts';
import type { StartColumn } from './start-columns.ts';

/** A programme while it is being written. */
export type Draft = {
  readonly starts: readonly StartColumn[];
  readonly columns: Column[];
  /** Columns that are yes or no: whether a channel opens, whether a cohort runs. */
  readonly choices: Set<number>;
  /** Columns of openings. */
  readonly openings: Map<number, { readonly channel: number; readonly group: number; readonly year: number }>;
  readonly rows: RowRegister;
  readonly entries: CompressedEntries;
};

const anyAmount = (name: string, cost: number): Column => ({ name, cost, lower: 0, upper: Infinity, isInteger: false });
/** A choice: 1 for yes, 0 for no. */
export const atMostOne = (name: string, cost: number): Column => ({ name, cost, lower: 0, upper: 1, isInteger: false });

/** A column for each cap that may be broken and that a start uses or that is broken from the first. */
export function writeBreaches(problem: PlanProblem, { columns, rows, entries }: Draft): void {
  const { table } = rows;
  table.limits.forEach((limit, index) => {
    const breach = itemAt(table.breaches, index);
    if (breach === null || (rows.knownRowOf(index) < 0 && itemAt(table.most, index) >= 0)) return;
    columns.push(anyAmount(`beyond:${nameOfLimit(problem, limit)}`, breach.priceGbp));
    entries.push(rows.rowOf(index), -1);
    for (const budget of table.payersOf(breach)) entries.push(rows.rowOf(budget), breach.priceGbp);
    entries.closeColumn();
  });
}

/** A column for each floor: what stays short beyond it. */
export function writeExcesses(problem: PlanProblem, { columns, rows, entries }: Draft): void {
  rows.limits.forEach((limit, row) => {
    if (limit.kind !== 'floor') return;
    const { period, priceGbpPerFteYear } = itemAt(problem.floors ?? [], limit.floor);
    const cost = priceGbpPerFteYear * yearsOfPeriod(itemAt(problem.periods, period));
    columns.push(anyAmount(`beyond:${nameOfLimit(problem, limit)}`, cost));
    entries.push(row, -1);
    entries.closeColumn();
  });
}

/** A column for opening a channel in a group of places in a year: it gives the group's places their room from then on,
 *  and takes its cost from the budgets of that year. */
export function writeOpenings(problem: PlanProblem, { columns, choices, openings, rows, entries }: Draft): void {
  const { table } = rows;
  problem.channels.forEach(({ id, opening }, channel) => {
    if (opening === undefined) return;
    opening.groups.forEach((name, group) => {
      const members = opening.groupOfPlace.flatMap((each, place) => (each === group ? [place] : []));
      const once = rows.add({ kind: 'opening', channel, group, year: null });
      for (let year = 0; year < table.years; year++) {
        choices.add(columns.length);
        openings.set(columns.length, { channel, group, year });
        columns.push(atMostOne(`open:${id}:${name}:${year}`, opening.costGbp));
        entries.push(once, 1);
        for (let later = year; later < table.years; later++) {
          for (const place of members) {
            const row = rows.knownRowOf(table.placeCapacityOf(channel, place, later));
            const room = valueOfLimit(problem, { kind: 'place-capacity', channel, place, year: later });
            if (row >= 0) entries.push(row, -room);
          }
        }
        for (const budget of table.budgetsOf(channel, year)) {
          if (opening.costGbp > 0) entries.push(rows.rowOf(budget), opening.costGbp);
        }
        entries.closeColumn();
      }
    });
  });
}
