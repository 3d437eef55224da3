// Schedules: in which month which rates hold, so that nothing is worked out twice.
import { assert } from '#kernel';
import type { Assumption, PlaceTree } from '#workforce';
import { ancestorsOf } from '#workforce';
import type { Lever, Regime, Schedule } from './model.ts';

/** Every schedule that the units of a model need, each once, and which one each unit has. */
export type ScheduleBook = { readonly schedules: readonly Schedule[]; readonly scheduleOf: readonly number[] };

export type ScheduleRequest = {
  readonly steps: number;
  /** The dated values that rates are made of. */
  readonly levers: readonly Lever[];
  /** Under which place each unit is counted, shape [unit][step]. */
  readonly placesAt: readonly Int32Array[];
  /** The attrition factor of each place, those above it included. */
  readonly placeFactors: readonly PlaceFactor[];
};

export type PlaceFactor = Pick<Regime, 'placeFactor' | 'placeFactorCount'>;

export function scheduleBookOf(request: ScheduleRequest): ScheduleBook {
  const schedules: Schedule[] = [];
  const keys = new Map<string, number>();
  const scheduleOf = request.placesAt.map((placeAt) => {
    const key = Array.from(placeAt, (place) => factorKey(factorAt(request, place))).join(' ');
    const known = keys.get(key);
    if (known !== undefined) return known;
    keys.set(key, schedules.length);
    schedules.push(scheduleOfUnit(request, placeAt));
    return schedules.length - 1;
  });
  return { schedules, scheduleOf };
}

/** The factors that a table names for a place and for those above it, multiplied; where it names none of them, its
 *  `*`, and else 1. */
export function placeFactorOf(assumption: Assumption | null, tree: PlaceTree, code: string): PlaceFactor {
  if (assumption === null) return { placeFactor: 1, placeFactorCount: 0 };
  const { value } = assumption;
  assert(value.kind === 'table', `'${assumption.id}' is a table over places.`);
  const chain = [code, ...ancestorsOf(tree, code).map((place) => place.code)];
  const named = value.cells.filter((cell) => chain.includes(cell.at[0] ?? ''));
  const cells = named.length > 0 ? named : value.cells.filter((cell) => cell.at[0] === '*');
  return {
    placeFactor: cells.reduce((product, cell) => product * cell.value, 1),
    placeFactorCount: cells.length,
  };
}

/** The same schedule with regimes of their own for the steps after one, where a level is to change there. */
export function splitSchedule(schedule: Schedule, lastBefore: number): Schedule {
  const { regimes, regimeOfStep } = schedule;
  const after = regimes.map((regime, index): Regime => {
    const first = regimeOfStep.findIndex((each, step) => step > Math.max(lastBefore, 0) && each === index);
    return { ...regime, step: first < 0 ? regime.step : first };
  });
  const split = regimeOfStep.map((regime, step) => (step > Math.max(lastBefore, 0) ? regime + regimes.length : regime));
  return { regimes: [...regimes, ...after], regimeOfStep: split, ...yearsOf(split) };
}

function scheduleOfUnit(request: ScheduleRequest, placeAt: Int32Array): Schedule {
  const regimes: Regime[] = [];
  const keys = new Map<string, number>();
  const regimeOfStep = new Int32Array(request.steps + 1);
  for (let step = 1; step <= request.steps; step++) {
    const factor = factorAt(request, placeAt[step] ?? 0);
    const dated = request.levers.map((lever) => (lever.isDated ? lever.values[step * lever.memberCount] : 0));
    const key = `${factorKey(factor)} ${dated.join(' ')}`;
    const known = keys.get(key);
    if (known === undefined) {
      keys.set(key, regimes.length);
      regimes.push({ ...factor, step });
    }
    regimeOfStep[step] = known ?? regimes.length - 1;
  }
  return { regimes, regimeOfStep, ...yearsOf(regimeOfStep) };
}

function yearsOf(regimeOfStep: Int32Array): Pick<Schedule, 'years' | 'yearOf'> {
  const years: Int32Array[] = [];
  const keys = new Map<string, number>();
  const count = Math.floor((regimeOfStep.length - 1) / 12);
  const yearOf = new Int32Array(count);
  for (let year = 0; year < count; year++) {
    const months = regimeOfStep.slice(year * 12 + 1, year * 12 + 13);
    const key = months.join(' ');
    const known = keys.get(key);
    if (known === undefined) {
      keys.set(key, years.length);
      years.push(months);
    }
    yearOf[year] = known ?? years.length - 1;
  }
  return { years, yearOf };
}

function factorAt(request: ScheduleRequest, place: number): PlaceFactor {
  const factor = request.placeFactors[place];
  assert(factor !== undefined, `place ${place} has an attrition factor.`);
  return factor;
}

function factorKey(factor: PlaceFactor): string {
  return `${factor.placeFactor}^${factor.placeFactorCount}`;
}
