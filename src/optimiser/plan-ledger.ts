// A running account of a plan: who has started, what that leaves short, and what it has used of each limit.
import { costOfStartGbp, itemAt, needOffset, responseOffset, yearOfStart, yearsOfPeriod } from './plan-problem.ts';
import type { PlannedStart, PlanProblem } from './plan-problem.ts';

/** Where people may be added: indices into the problem. */
export type StartPlace = Omit<PlannedStart, 'people'>;

/** Rounding error of sums of people and pounds that is no breach of a limit. */
const LIMIT_TOLERANCE = 1e-9;

/** Adds and takes away people one decision at a time, and says what each would change, without solving anything. */
export class PlanLedger {
  readonly #problem: PlanProblem;
  readonly #years: number;
  readonly #shortFte: Float64Array;
  readonly #people = new Map<number, number>();
  readonly #cohorts = new Map<number, number>();
  readonly #usedByChannel: Float64Array;
  readonly #usedByPlace: Float64Array;
  readonly #usedByBudget: Float64Array;
  readonly #budgetOfChannel: readonly number[];

  constructor(problem: PlanProblem) {
    this.#problem = problem;
    this.#years = Math.floor(Math.max(0, ...problem.startMonths) / 12) + 1;
    this.#shortFte = problem.needFte.slice();
    this.#usedByChannel = new Float64Array(problem.channels.length * this.#years);
    this.#usedByPlace = new Float64Array(problem.channels.length * problem.places.length * this.#years);
    this.#usedByBudget = new Float64Array(problem.budgets.length * this.#years);
    this.#budgetOfChannel = problem.channels.map((channel) =>
      problem.budgets.findIndex(({ tier }) => tier === channel.accountableTier),
    );
  }

  /** Adds people (takes away, below 0) without asking whether there is room. */
  add(at: StartPlace, people: number): void {
    const { problem, option, year } = this.#look(at);
    this.#people.set(this.#startKey(at), this.peopleAt(at) + people);
    this.#cohorts.set(this.#cohortKey(at), this.cohortAt(at) + people);
    bump(this.#usedByChannel, option.channel * this.#years + year, people);
    bump(this.#usedByPlace, this.#placeKey(option.channel, at.place, year), people);
    const budget = itemAt(this.#budgetOfChannel, option.channel);
    if (budget >= 0) bump(this.#usedByBudget, budget * this.#years + year, people * option.costGbpPerStart);
    const needs = needOffset(problem, { place: at.place, role: option.role });
    const responses = responseOffset(problem, at);
    for (let period = 0; period < problem.periods.length; period++) {
      bump(this.#shortFte, needs + period, -people * itemAt(problem.responseFte, responses + period));
    }
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
    const { option, channel, year } = this.#look(at);
    const inNation = itemAt(channel.peoplePerYear, year);
    const inPlace = Math.max(inNation * itemAt(channel.shareOfPlace, at.place), channel.minimumCohort);
    let room = inNation - itemAt(this.#usedByChannel, option.channel * this.#years + year);
    room = Math.min(room, inPlace - itemAt(this.#usedByPlace, this.#placeKey(option.channel, at.place, year)));
    const budget = itemAt(this.#budgetOfChannel, option.channel);
    if (budget >= 0 && option.costGbpPerStart > 0) {
      const left = itemAt(itemAt(this.#problem.budgets, budget).gbpPerYear, year);
      room = Math.min(room, (left - itemAt(this.#usedByBudget, budget * this.#years + year)) / option.costGbpPerStart);
    }
    return Math.max(0, Math.floor(room + LIMIT_TOLERANCE));
  }

  /** What adding people would change in the objective: below 0 is a gain.
   *  @param costGbp whole cost of one start, as `costOfStartGbp` gives it */
  changeGbp(at: StartPlace, people: number, costGbp: number): number {
    const problem = this.#problem;
    const needs = needOffset(problem, { place: at.place, role: itemAt(problem.options, at.option).role });
    const responses = responseOffset(problem, at);
    let shortFteYears = 0;
    for (let period = 0; period < problem.periods.length; period++) {
      const short = itemAt(this.#shortFte, needs + period);
      const after = short - people * itemAt(problem.responseFte, responses + period);
      shortFteYears += (Math.max(0, after) - Math.max(0, short)) * yearsOfPeriod(itemAt(problem.periods, period));
    }
    return people * costGbp + shortFteYears * problem.shortagePriceGbpPerFteYear;
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

  #look(at: StartPlace) {
    const problem = this.#problem;
    const option = itemAt(problem.options, at.option);
    return { problem, option, channel: itemAt(problem.channels, option.channel), year: yearOfStart(problem, at.start) };
  }

  #startKey(at: StartPlace): number {
    return (at.place * this.#problem.options.length + at.option) * this.#problem.startMonths.length + at.start;
  }

  #cohortKey(at: StartPlace): number {
    const { channel } = itemAt(this.#problem.options, at.option);
    return this.#placeKey(channel, at.place, 0) * this.#problem.startMonths.length + at.start;
  }

  #placeKey(channel: number, place: number, year: number): number {
    return (channel * this.#problem.places.length + place) * this.#years + year;
  }
}

/** What is left short when these people start, in FTE, 0 where there is a surplus, shape [place][role][period]. */
export function shortageAfter(problem: PlanProblem, starts: readonly PlannedStart[]): Float64Array {
  const shortage = problem.needFte.slice();
  for (const start of starts) {
    const needs = needOffset(problem, { place: start.place, role: itemAt(problem.options, start.option).role });
    const responses = responseOffset(problem, start);
    for (let period = 0; period < problem.periods.length; period++) {
      bump(shortage, needs + period, -start.people * itemAt(problem.responseFte, responses + period));
    }
  }
  return shortage.map((fte) => Math.max(0, fte));
}

/** What a plan costs by the problem's own words: starts, pay of those who come, and the price of what stays short. */
export function objectiveOf(problem: PlanProblem, starts: readonly PlannedStart[]): number {
  let costGbp = 0;
  for (const start of starts) costGbp += start.people * costOfStartGbp(problem, start);
  const shortage = shortageAfter(problem, starts);
  shortage.forEach((fte, index) => {
    const period = itemAt(problem.periods, index % problem.periods.length);
    costGbp += fte * yearsOfPeriod(period) * problem.shortagePriceGbpPerFteYear;
  });
  return costGbp;
}

function bump(values: Float64Array, index: number, by: number): void {
  values[index] = itemAt(values, index) + by;
}
