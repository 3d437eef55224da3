// A running account of a plan: who has started, what that leaves short, and what it has used of each limit.
import { forEachHelp } from './help-of-start.ts';
import { limitTable } from './limit-table.ts';
import type { LimitTable, StartPlace } from './limit-table.ts';
import { OpeningBook } from './opening-book.ts';
import { itemAt, needOffset, yearOfStart, yearsOfPeriod } from './plan-problem.ts';
import type { PlannedStart, PlanProblem } from './plan-problem.ts';
import { pricedFte } from './shortage-steps.ts';

/** Rounding error of sums of people and pounds that is no breach of a limit. */
const LIMIT_TOLERANCE = 1e-9;

/** Adds and takes away people one decision at a time, and says what each would change, without solving anything. */
export class PlanLedger {
  readonly #problem: PlanProblem;
  readonly #table: LimitTable;
  readonly #openings: OpeningBook;
  readonly #shortFte: Float64Array;
  readonly #people = new Map<number, number>();
  readonly #cohorts = new Map<number, number>();
  /** Shape [limit of the table]; of budgets without openings and breaches. */
  readonly #used: Float64Array;
  readonly #floors: FloorBook;

  constructor(problem: PlanProblem) {
    this.#problem = problem;
    this.#table = limitTable(problem);
    this.#openings = new OpeningBook(problem);
    this.#shortFte = problem.needFte.slice();
    this.#used = new Float64Array(this.#table.limits.length);
    this.#floors = new FloorBook(problem);
  }

  /** Adds people (takes away, below 0) without asking whether there is room. */
  add(at: StartPlace, people: number): void {
    for (const [limit, gbp] of this.#extraSpending(at, people)) bump(this.#used, limit, gbp);
    this.#people.set(this.#startKey(at), this.peopleAt(at) + people);
    this.#cohorts.set(this.#cohortKey(at), this.cohortAt(at) + people);
    this.#table.forEachUse(at, (limit, amount) => bump(this.#used, limit, people * amount));
    this.#openings.add(this.#channelOf(at), { ...at, year: yearOfStart(this.#problem, at.start) }, people);
    forEachHelp(this.#problem, at, (need, fte) => {
      const before = itemAt(this.#shortFte, need);
      this.#floors.move(need, Math.max(0, before - people * fte) - Math.max(0, before));
      bump(this.#shortFte, need, -people * fte);
    });
  }

  peopleAt(at: StartPlace): number {
    return this.#people.get(this.#startKey(at)) ?? 0;
  }

  /** People who start together: in the same channel, place and month, whatever post they come to. */
  cohortAt(at: StartPlace): number {
    return this.#cohorts.get(this.#cohortKey(at)) ?? 0;
  }

  /** How many more whole people the limits leave room for. */
  roomAt(at: StartPlace): number {
    let room = Infinity;
    this.#table.forEachUse(at, (limit, amount) => {
      if (amount <= 0 || itemAt(this.#table.breaches, limit) !== null) return;
      room = Math.min(room, (itemAt(this.#table.most, limit) - itemAt(this.#used, limit)) / amount);
    });
    let people = Math.max(0, Math.floor(room + LIMIT_TOLERANCE));
    // Openings and rising costs are no multiples of the people, so what is left of a budget is found by halving.
    while (people > 0 && !this.mayChange(at, people)) people = Math.floor(people / 2);
    return people;
  }

  /** Whether every limit that may not be broken is kept when people are added (taken away, below 0). */
  mayChange(at: StartPlace, people: number): boolean {
    const changes = this.#extraSpending(at, people);
    this.#table.forEachUse(at, (limit, amount) => {
      if (itemAt(this.#table.breaches, limit) !== null) return;
      changes.set(limit, (changes.get(limit) ?? 0) + people * amount);
    });
    for (const [limit, change] of changes) {
      if (change <= 0) continue;
      const most = itemAt(this.#table.most, limit);
      if (itemAt(this.#used, limit) + change - most > LIMIT_TOLERANCE * Math.max(1, most)) return false;
    }
    return true;
  }

  /** What adding people would change in the objective: below 0 is a gain.
   *  @param costGbp whole cost of one start, as `costOfStartGbp` gives it */
  changeGbp(at: StartPlace, people: number, costGbp: number): number {
    const { periods, shortagePriceGbpPerFteYear } = this.#problem;
    let shortFteYears = 0;
    let floorsGbp = 0;
    forEachHelp(this.#problem, at, (need, fte) => {
      const before = itemAt(this.#shortFte, need);
      const after = before - people * fte;
      const priced = pricedFte(this.#problem, need, after) - pricedFte(this.#problem, need, before);
      shortFteYears += priced * yearsOfPeriod(itemAt(periods, need % periods.length));
      floorsGbp += this.#floors.changeGbp(need, Math.max(0, after) - Math.max(0, before));
    });
    let extraGbp = 0;
    this.#forEachBreach(at, people, (_, gbp) => {
      extraGbp += gbp;
    });
    for (const { gbp } of this.#openingMoves(at, people)) extraGbp += gbp;
    return people * costGbp + shortFteYears * shortagePriceGbpPerFteYear + floorsGbp + extraGbp;
  }

  /** All starts with people, in the order of places, options and start months. */
  starts(): readonly PlannedStart[] {
    const { options, startMonths } = this.#problem;
    return [...this.#people]
      .filter(([, people]) => people > 0)
      .sort(([a], [b]) => a - b)
      .map(([key, people]) => {
        const placeAndOption = Math.floor(key / startMonths.length);
        return {
          place: Math.floor(placeAndOption / options.length),
          option: placeAndOption % options.length,
          start: key % startMonths.length,
          people,
        };
      });
  }

  /** What going beyond caps and opening channels would add to each budget, by limit of the table. */
  #extraSpending(at: StartPlace, people: number): Map<number, number> {
    const spending = new Map<number, number>();
    this.#forEachBreach(at, people, (limit, gbp) => {
      const breach = itemAt(this.#table.breaches, limit);
      if (breach === null) return;
      for (const budget of this.#table.payersOf(breach)) spending.set(budget, (spending.get(budget) ?? 0) + gbp);
    });
    for (const { year, gbp } of this.#openingMoves(at, people)) {
      for (const budget of this.#table.budgetsOf(this.#channelOf(at), year)) {
        spending.set(budget, (spending.get(budget) ?? 0) + gbp);
      }
    }
    return spending;
  }

  #openingMoves(at: StartPlace, people: number) {
    return this.#openings.moves(this.#channelOf(at), { ...at, year: yearOfStart(this.#problem, at.start) }, people);
  }

  #forEachBreach(at: StartPlace, people: number, visit: (limit: number, gbp: number) => void): void {
    this.#table.forEachUse(at, (limit, amount) => {
      const breach = itemAt(this.#table.breaches, limit);
      if (breach === null) return;
      const beyond = itemAt(this.#used, limit) - itemAt(this.#table.most, limit);
      const change = Math.max(0, beyond + people * amount) - Math.max(0, beyond);
      if (change !== 0) visit(limit, change * breach.priceGbp);
    });
  }

  #channelOf(at: StartPlace): number {
    return itemAt(this.#problem.options, at.option).channel;
  }

  #startKey(at: StartPlace): number {
    return (at.place * this.#problem.options.length + at.option) * this.#problem.startMonths.length + at.start;
  }

  #cohortKey(at: StartPlace): number {
    const { places, startMonths } = this.#problem;
    return (this.#channelOf(at) * places.length + at.place) * startMonths.length + at.start;
  }
}

/** How far each floor is from being broken, as starts change what is short. */
class FloorBook {
  /** What may still stay short before the floor is broken, shape [place][period]; NaN where there is none. */
  readonly #beyondFte: Float64Array;
  readonly #priceGbp: Float64Array;
  readonly #roles: number;
  readonly #periods: number;

  constructor(problem: PlanProblem) {
    this.#roles = problem.roles.length;
    this.#periods = problem.periods.length;
    const floors = problem.floors ?? [];
    this.#beyondFte = new Float64Array(floors.length === 0 ? 0 : problem.places.length * this.#periods);
    this.#priceGbp = new Float64Array(this.#beyondFte.length);
    for (const { place, period, mostShortFte, priceGbpPerFteYear } of floors) {
      const cell = place * this.#periods + period;
      this.#priceGbp[cell] = priceGbpPerFteYear * yearsOfPeriod(itemAt(problem.periods, period));
      this.#beyondFte[cell] = -mostShortFte;
      for (let role = 0; role < this.#roles; role++) {
        const need = needOffset(problem, { place, role }) + period;
        bump(this.#beyondFte, cell, Math.max(0, itemAt(problem.needFte, need)));
      }
    }
  }

  move(need: number, shortFte: number): void {
    if (this.#beyondFte.length > 0) bump(this.#beyondFte, this.#cellOf(need), shortFte);
  }

  changeGbp(need: number, shortFte: number): number {
    if (this.#beyondFte.length === 0) return 0;
    const cell = this.#cellOf(need);
    const beyond = itemAt(this.#beyondFte, cell);
    return (Math.max(0, beyond + shortFte) - Math.max(0, beyond)) * itemAt(this.#priceGbp, cell);
  }

  #cellOf(need: number): number {
    const place = Math.floor(need / (this.#roles * this.#periods));
    return place * this.#periods + (need % this.#periods);
  }
}

function bump(values: Float64Array, index: number, by: number): void {
  values[index] = itemAt(values, index) + by;
}
