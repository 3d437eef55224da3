// A plan problem written out as a linear programme: a column for each start and each shortage, a row for each limit.
import { assert } from '#kernel';
import { nameOfLimit, valueOfLimit, yearCount } from './plan-limit.ts';
import type { PlanLimit } from './plan-limit.ts';
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
  readonly #years: number;
  readonly #capacityRows: Int32Array;
  readonly #placeRows: Int32Array;
  readonly #budgetRows: Int32Array;

  constructor(problem: PlanProblem) {
    this.#problem = problem;
    this.#years = yearCount(problem);
    this.#capacityRows = new Int32Array(problem.channels.length * this.#years).fill(-1);
    this.#placeRows = new Int32Array(this.#capacityRows.length * problem.places.length).fill(-1);
    this.#budgetRows = new Int32Array(problem.budgets.length * this.#years).fill(-1);
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
          this.#rowAt(rows, offset + period, { kind: 'shortage', place, role, period });
        }
      }
    }
    return rows;
  }

  /** Writes what one start takes of each capacity and budget. */
  writeUse(column: StartColumn, entries: Entries): void {
    const { options, channels, budgets } = this.#problem;
    const { channel, costGbpPerStart } = itemAt(options, column.option);
    const { place } = column;
    const year = yearOfStart(this.#problem, column.start);
    const inNation = channel * this.#years + year;
    entries.push(this.#rowAt(this.#capacityRows, inNation, { kind: 'capacity', channel, year }), 1);
    const inPlace = place * this.#capacityRows.length + inNation;
    entries.push(this.#rowAt(this.#placeRows, inPlace, { kind: 'place-capacity', channel, place, year }), 1);
    const { accountableTier } = itemAt(channels, channel);
    const budget = budgets.findIndex(({ tier }) => tier === accountableTier);
    if (budget < 0 || costGbpPerStart === 0) return;
    const ofBudget = budget * this.#years + year;
    entries.push(this.#rowAt(this.#budgetRows, ofBudget, { kind: 'budget', budget, year }), costGbpPerStart);
  }

  #rowAt(rows: Int32Array, index: number, limit: PlanLimit): number {
    const known = itemAt(rows, index);
    if (known >= 0) return known;
    const row = this.limits.push(limit) - 1;
    rows[index] = row;
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
