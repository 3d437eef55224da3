// All limits on starts in one table, and what each start takes of them: for the programme, the ledger and the bound.
import { fteOfStart } from './help-of-start.ts';
import { itemAt, yearOfStart } from './plan-problem.ts';
import type { PlanProblem } from './plan-problem.ts';
import type { StartLimit } from './plan-limit.ts';
import { valueOfLimit, yearCount } from './plan-limit.ts';
import type { CapBreach, PlanCap } from './plan-rules.ts';

/** A start by index into the problem. */
export type StartPlace = { readonly place: number; readonly option: number; readonly start: number };

const tables = new WeakMap<PlanProblem, LimitTable>();

/** @returns the table of a problem, made when it is first asked for */
export function limitTable(problem: PlanProblem): LimitTable {
  const known = tables.get(problem) ?? new LimitTable(problem);
  tables.set(problem, known);
  return known;
}

/** Limits in the order of kinds: the nation's capacities, the places', budgets, caps. */
export class LimitTable {
  readonly limits: readonly StartLimit[];
  /** What each allows, shape [limit]. */
  readonly most: Float64Array;
  /** What breaking each costs, null where it may not be broken, shape [limit]. */
  readonly breaches: readonly (CapBreach | null)[];
  readonly years: number;
  readonly #problem: PlanProblem;
  readonly #capUses: CapUses;
  /** Budgets of a channel's tier, shape [channel][year]. */
  readonly #tierBudgets: readonly (readonly number[])[];
  /** Purses, which every channel spends of, shape [year]. */
  readonly #purses: readonly (readonly number[])[];

  constructor(problem: PlanProblem) {
    this.#problem = problem;
    this.years = yearCount(problem);
    this.limits = limitsOf(problem, this.years);
    this.most = Float64Array.from(this.limits, (limit) => valueOfLimit(problem, limit));
    const caps = problem.caps ?? [];
    this.breaches = this.limits.map((limit) => (limit.kind === 'cap' ? itemAt(caps, limit.cap).breach : null));
    this.#capUses = new CapUses(problem);
    const years = Array.from({ length: this.years }, (_, year) => year);
    this.#tierBudgets = problem.channels.flatMap(({ accountableTier }) =>
      years.map((year) =>
        problem.budgets.flatMap(({ tier }, budget) => (tier === accountableTier ? [this.budgetAt(budget, year)] : [])),
      ),
    );
    this.#purses = years.map((year) =>
      caps.flatMap((cap, index) => (cap.rule === 'purse' && countsIn(problem, cap, year) ? [this.capAt(index)] : [])),
    );
  }

  /** Visits every limit that a start takes something of, or makes room in where the amount is below 0. */
  forEachUse(at: StartPlace, visit: (limit: number, amount: number) => void): void {
    const { channel, costGbpPerStart } = itemAt(this.#problem.options, at.option);
    const year = yearOfStart(this.#problem, at.start);
    visit(this.capacityOf(channel, year), 1);
    visit(this.placeCapacityOf(channel, at.place, year), 1);
    if (costGbpPerStart > 0) {
      for (const limit of itemAt(this.#tierBudgets, channel * this.years + year)) visit(limit, costGbpPerStart);
    }
    this.#capUses.forEach(at, (cap, amount) => visit(this.capAt(cap), amount));
  }

  capacityOf(channel: number, year: number): number {
    return channel * this.years + year;
  }

  placeCapacityOf(channel: number, place: number, year: number): number {
    const { channels, places } = this.#problem;
    return channels.length * this.years + (channel * places.length + place) * this.years + year;
  }

  /** The budgets and purses that pay for a channel in a year, whatever it spends on beside its starts. */
  budgetsOf(channel: number, year: number): readonly number[] {
    return [...itemAt(this.#tierBudgets, channel * this.years + year), ...itemAt(this.#purses, year)];
  }

  /** The budgets that pay for going beyond a limit. */
  payersOf(breach: CapBreach): readonly number[] {
    return breach.paidBy === null ? [] : this.budgetsOf(breach.paidBy.channel, breach.paidBy.year);
  }

  budgetAt(budget: number, year: number): number {
    return this.#firstBudget + budget * this.years + year;
  }

  capAt(cap: number): number {
    return this.#firstCap + cap;
  }

  get #firstBudget(): number {
    const { channels, places } = this.#problem;
    return channels.length * (1 + places.length) * this.years;
  }

  get #firstCap(): number {
    return this.#firstBudget + this.#problem.budgets.length * this.years;
  }
}

function countsIn(problem: PlanProblem, { terms }: PlanCap, year: number): boolean {
  return terms.some(({ amountOfStart }) =>
    amountOfStart.some((amount, start) => amount !== 0 && yearOfStart(problem, start) === year),
  );
}

function limitsOf({ channels, places, budgets, caps = [] }: PlanProblem, yearsInAll: number): readonly StartLimit[] {
  const years = Array.from({ length: yearsInAll }, (_, year) => year);
  return [
    ...channels.flatMap((_, channel) => years.map((year): StartLimit => ({ kind: 'capacity', channel, year }))),
    ...channels.flatMap((_, channel) =>
      places.flatMap((__, place) =>
        years.map((year): StartLimit => ({ kind: 'place-capacity', channel, place, year })),
      ),
    ),
    ...budgets.flatMap((_, budget) => years.map((year): StartLimit => ({ kind: 'budget', budget, year }))),
    ...caps.map((_, cap): StartLimit => ({ kind: 'cap', cap })),
  ];
}

/** What every start takes of every cap, compressed by start. */
class CapUses {
  readonly #problem: PlanProblem;
  readonly #firstOf: Int32Array;
  readonly #caps: Int32Array;
  readonly #amounts: Float64Array;

  constructor(problem: PlanProblem) {
    const { places, options, startMonths, caps = [] } = problem;
    this.#problem = problem;
    this.#firstOf = new Int32Array(caps.length === 0 ? 0 : places.length * options.length * startMonths.length + 1);
    caps.forEach((cap) => {
      forEachStartOf(problem, cap, (at) => {
        const next = this.#keyOf(at) + 1;
        this.#firstOf[next] = itemAt(this.#firstOf, next) + 1;
      });
    });
    for (let key = 1; key < this.#firstOf.length; key++) {
      this.#firstOf[key] = itemAt(this.#firstOf, key) + itemAt(this.#firstOf, key - 1);
    }
    const filled = this.#firstOf.slice();
    const count = this.#firstOf.at(-1) ?? 0;
    this.#caps = new Int32Array(count);
    this.#amounts = new Float64Array(count);
    caps.forEach((cap, index) => {
      forEachStartOf(problem, cap, (at, amount) => {
        const key = this.#keyOf(at);
        const entry = itemAt(filled, key);
        filled[key] = entry + 1;
        this.#caps[entry] = index;
        this.#amounts[entry] = amount;
      });
    });
  }

  forEach(at: StartPlace, visit: (cap: number, amount: number) => void): void {
    if (this.#firstOf.length === 0) return;
    const key = this.#keyOf(at);
    for (let entry = itemAt(this.#firstOf, key); entry < itemAt(this.#firstOf, key + 1); entry++) {
      visit(itemAt(this.#caps, entry), itemAt(this.#amounts, entry));
    }
  }

  #keyOf({ place, option, start }: StartPlace): number {
    return (place * this.#problem.options.length + option) * this.#problem.startMonths.length + start;
  }
}

function forEachStartOf(problem: PlanProblem, cap: PlanCap, visit: (at: StartPlace, amount: number) => void): void {
  for (const { options, amountOfStart } of cap.terms) {
    amountOfStart.forEach((amountOfOne, start) => {
      if (amountOfOne === 0) return;
      for (const option of options) {
        for (const place of cap.places) {
          const at = { place, option, start };
          const amount = amountOfOne * measureOf(problem, cap, at);
          if (amount !== 0) visit(at, amount);
        }
      }
    });
  }
}

/** One start in the unit of a cap. */
function measureOf(problem: PlanProblem, { counts }: PlanCap, at: StartPlace): number {
  switch (counts.kind) {
    case 'people':
      return 1;
    case 'costGbp':
      return itemAt(problem.options, at.option).costGbpPerStart;
    case 'fte':
      return fteOfStart(problem, at, counts.period);
  }
}
