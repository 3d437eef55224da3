// Which channels are open where, kept up to date as people start, and what each change of that costs in which year.
import { yearCount } from './plan-limit.ts';
import { itemAt } from './plan-problem.ts';
import type { PlanProblem } from './plan-problem.ts';

/** A cost that comes to a year (leaves it, below 0). */
export type OpeningMove = { readonly year: number; readonly gbp: number };

type PlaceAndYear = { readonly place: number; readonly year: number };

const NO_MOVES: readonly OpeningMove[] = [];

/** Counts people by channel, group of places and year; the first year with any is the year of opening. */
export class OpeningBook {
  readonly #problem: PlanProblem;
  readonly #years: number;
  /** People by year, for each group of each channel that costs to open: shape [channel] → [group][year]. */
  readonly #people: readonly (Float64Array | null)[];

  constructor(problem: PlanProblem) {
    this.#problem = problem;
    this.#years = yearCount(problem);
    this.#people = problem.channels.map(({ opening }) =>
      opening === undefined ? null : new Float64Array(opening.groups.length * this.#years),
    );
  }

  add(channel: number, at: PlaceAndYear, people: number): void {
    const cell = this.#cellOf(channel, at);
    if (cell === null) return;
    cell.group[at.year] = itemAt(cell.group, at.year) + people;
  }

  /** What adding people would change, without adding them. */
  moves(channel: number, at: PlaceAndYear, people: number): readonly OpeningMove[] {
    const cell = this.#cellOf(channel, at);
    if (cell === null || people === 0) return NO_MOVES;
    const before = firstYear(cell.group);
    this.add(channel, at, people);
    const after = firstYear(cell.group);
    this.add(channel, at, -people);
    if (before === after) return NO_MOVES;
    const moves: OpeningMove[] = [];
    if (before >= 0) moves.push({ year: before, gbp: -cell.costGbp });
    if (after >= 0) moves.push({ year: after, gbp: cell.costGbp });
    return moves;
  }

  #cellOf(channel: number, { place }: PlaceAndYear) {
    const { opening } = itemAt(this.#problem.channels, channel);
    const people = itemAt(this.#people, channel);
    if (opening === undefined || people === null) return null;
    const group = itemAt(opening.groupOfPlace, place);
    return { costGbp: opening.costGbp, group: people.subarray(group * this.#years, (group + 1) * this.#years) };
  }
}

/** @returns −1 where nobody starts */
function firstYear(people: Float64Array): number {
  return people.findIndex((each) => each > 0);
}
