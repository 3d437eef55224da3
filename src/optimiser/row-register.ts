// Gives each limit its row when it is first used, so that the order of rows is that of the columns.
import { limitTable } from './limit-table.ts';
import type { LimitTable } from './limit-table.ts';
import type { PlanLimit } from './plan-limit.ts';
import { itemAt, needOffset } from './plan-problem.ts';
import type { PlanProblem } from './plan-problem.ts';

/** The rows of a programme as they come to be. */
export class RowRegister {
  readonly limits: PlanLimit[] = [];
  readonly table: LimitTable;
  /** Row of each need, or −1 where there is none, shape [place][role][period]. */
  readonly shortages: Int32Array;
  readonly #rowOfLimit: Int32Array;
  readonly #rowOfFloor: Map<number, number>;

  constructor(problem: PlanProblem) {
    this.table = limitTable(problem);
    this.#rowOfLimit = new Int32Array(this.table.limits.length).fill(-1);
    this.shortages = new Int32Array(problem.needFte.length).fill(-1);
    const { places, roles, periods, needFte, floors = [] } = problem;
    for (let place = 0; place < places.length; place++) {
      for (let role = 0; role < roles.length; role++) {
        const offset = needOffset(problem, { place, role });
        for (let period = 0; period < periods.length; period++) {
          if (itemAt(needFte, offset + period) <= 0) continue;
          this.shortages[offset + period] = this.add({ kind: 'shortage', place, role, period });
        }
      }
    }
    this.#rowOfFloor = new Map(
      floors.map(({ place, period }, floor) => [place * periods.length + period, this.add({ kind: 'floor', floor })]),
    );
  }

  /** A row that no other column asks for again. */
  add(limit: PlanLimit): number {
    return this.limits.push(limit) - 1;
  }

  /** The row of a limit of the table. */
  rowOf(limit: number): number {
    const known = itemAt(this.#rowOfLimit, limit);
    if (known >= 0) return known;
    const row = this.add(itemAt(this.table.limits, limit));
    this.#rowOfLimit[limit] = row;
    return row;
  }

  /** The row of a limit of the table that some column has asked for; −1 where none has. */
  knownRowOf(limit: number): number {
    return itemAt(this.#rowOfLimit, limit);
  }

  /** The row of the floor of a place in a period; undefined where it has none.
   *  @param cell place × periods + period */
  floorRowOf(cell: number): number | undefined {
    return this.#rowOfFloor.get(cell);
  }
}
