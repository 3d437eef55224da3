// A plan problem written out as a linear programme: a column for each start and each shortage, a row for each limit.
import { assert } from '#kernel';
import { assertPlanProblem, itemAt, needOffset, responseOffset, yearOfStart, yearsOfPeriod } from './plan-problem.ts';
import type { PlanProblem } from './plan-problem.ts';
import type { Column, LinearProgramme, Row } from './programme.ts';
import { startColumns } from './start-columns.ts';
import type { StartColumn } from './start-columns.ts';

/** The programme, and what its columns and rows stand for. Columns are the starts, then one shortage for each row of
 *  kind `shortage`, in the order of those rows. */
export type PlanProgramme = {
  readonly programme: LinearProgramme;
  readonly starts: readonly StartColumn[];
  readonly limits: readonly PlanLimit[];
};

/** What a row limits, by index into the problem; `capacity` rows count people, `budget` rows pounds. */
export type PlanLimit =
  | { readonly kind: 'shortage'; readonly place: number; readonly role: number; readonly period: number }
  | { readonly kind: 'capacity'; readonly channel: number; readonly year: number }
  | { readonly kind: 'place-capacity'; readonly channel: number; readonly place: number; readonly year: number }
  | { readonly kind: 'budget'; readonly budget: number; readonly year: number };

/** Minimise Σ starts × (cost + pay) + Σ shortage × price × years, subject to
 *  shortage + Σ response × starts ≥ need for each place, role and period in which there is a need;
 *  Σ starts ≤ capacity for each channel and year, in the nation and in each place;
 *  Σ starts × cost ≤ budget for each tier and year.
 *  @source docs/model/optimiser.md */
export function formulate(problem: PlanProblem): PlanProgramme {
  assertPlanProblem(problem);
  const starts = startColumns(problem);
  const register = new RowRegister(problem);
  const shortages = register.addShortages();
  const entries = new Entries();
  const columns: Column[] = [];
  for (const start of starts) {
    columns.push({
      name: nameOfStart(problem, start),
      cost: start.costGbp,
      lower: 0,
      upper: Infinity,
      isInteger: false,
    });
    writeHelp({ problem, start, shortages, entries });
    register.writeUse(start, entries);
    entries.closeColumn();
  }
  register.limits.forEach((limit, row) => {
    if (limit.kind !== 'shortage') return;
    const costGbp = problem.shortagePriceGbpPerFteYear * yearsOfPeriod(itemAt(problem.periods, limit.period));
    columns.push({
      name: `short:${nameOfLimit(problem, limit)}`,
      cost: costGbp,
      lower: 0,
      upper: Infinity,
      isInteger: false,
    });
    entries.push(row, 1);
    entries.closeColumn();
  });
  const rows = register.limits.map((limit) => boundedRow(problem, limit));
  return { programme: { columns, rows, ...entries.compressed() }, starts, limits: register.limits };
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

function boundedRow(problem: PlanProblem, limit: PlanLimit): Row {
  const value = valueOfLimit(problem, limit);
  const name = nameOfLimit(problem, limit);
  return limit.kind === 'shortage' ? { name, lower: value, upper: Infinity } : { name, lower: -Infinity, upper: value };
}

function nameOfStart(problem: PlanProblem, start: StartColumn): string {
  const option = itemAt(problem.options, start.option);
  const channel = itemAt(problem.channels, option.channel).id;
  const post = `${itemAt(problem.roles, option.role)}:${option.band}`;
  return `start:${itemAt(problem.places, start.place)}:${channel}:${post}:${itemAt(problem.startMonths, start.start)}`;
}

/** Writes what a start gives in each period in which its place needs its role. */
function writeHelp(options: {
  readonly problem: PlanProblem;
  readonly start: StartColumn;
  readonly shortages: Int32Array;
  readonly entries: Entries;
}): void {
  const { problem, start, shortages, entries } = options;
  const needs = needOffset(problem, { place: start.place, role: itemAt(problem.options, start.option).role });
  const responses = responseOffset(problem, start);
  for (let period = 0; period < problem.periods.length; period++) {
    const row = itemAt(shortages, needs + period);
    const fte = itemAt(problem.responseFte, responses + period);
    if (row >= 0 && fte > 0) entries.push(row, fte);
  }
}

/** Gives each limit its row when it is first used, so that the order is that of the columns. */
class RowRegister {
  readonly limits: PlanLimit[] = [];
  readonly #problem: PlanProblem;
  readonly #rowOfName = new Map<string, number>();

  constructor(problem: PlanProblem) {
    this.#problem = problem;
  }

  /** @returns row of each need, or −1 where there is none, shape [place][role][period] */
  addShortages(): Int32Array {
    const { places, roles, periods, needFte } = this.#problem;
    const rows = new Int32Array(needFte.length).fill(-1);
    for (let place = 0; place < places.length; place++) {
      for (let role = 0; role < roles.length; role++) {
        const offset = needOffset(this.#problem, { place, role });
        for (let period = 0; period < periods.length; period++) {
          if (itemAt(needFte, offset + period) <= 0) continue;
          rows[offset + period] = this.limits.push({ kind: 'shortage', place, role, period }) - 1;
        }
      }
    }
    return rows;
  }

  /** Writes what one start takes of each capacity and budget. */
  writeUse(column: StartColumn, entries: Entries): void {
    const { options, channels, budgets } = this.#problem;
    const option = itemAt(options, column.option);
    const channel = itemAt(channels, option.channel);
    const year = yearOfStart(this.#problem, column.start);
    entries.push(this.#rowOf({ kind: 'capacity', channel: option.channel, year }), 1);
    entries.push(this.#rowOf({ kind: 'place-capacity', channel: option.channel, place: column.place, year }), 1);
    const budget = budgets.findIndex(({ tier }) => tier === channel.accountableTier);
    if (budget < 0 || option.costGbpPerStart === 0) return;
    entries.push(this.#rowOf({ kind: 'budget', budget, year }), option.costGbpPerStart);
  }

  #rowOf(limit: PlanLimit): number {
    const name = nameOfLimit(this.#problem, limit);
    const known = this.#rowOfName.get(name);
    if (known !== undefined) return known;
    const row = this.limits.push(limit) - 1;
    this.#rowOfName.set(name, row);
    return row;
  }
}

/** Nonzeros as they come, column by column. */
class Entries {
  readonly #columnStarts: number[] = [0];
  readonly #rowIndices: number[] = [];
  readonly #coefficients: number[] = [];

  push(row: number, coefficient: number): void {
    assert(Number.isFinite(coefficient), 'a coefficient of a programme is a number');
    this.#rowIndices.push(row);
    this.#coefficients.push(coefficient);
  }

  closeColumn(): void {
    this.#columnStarts.push(this.#rowIndices.length);
  }

  compressed(): Pick<LinearProgramme, 'columnStarts' | 'rowIndices' | 'coefficients'> {
    return {
      columnStarts: Int32Array.from(this.#columnStarts),
      rowIndices: Int32Array.from(this.#rowIndices),
      coefficients: Float64Array.from(this.#coefficients),
    };
  }
}
