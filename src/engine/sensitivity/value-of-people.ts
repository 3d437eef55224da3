// What one person in a row and year of age is worth at a later month: the mean recursion run backwards.
import type { Transitions } from '../mean/transitions.ts';
import type { Model, Schedule } from '../model/model.ts';

export type ValueRequest = {
  readonly transitions: Transitions;
  readonly schedule: Schedule;
  /** The step at which people count. */
  readonly lastStep: number;
  /** What one of them counts for then, such as digital FTE per head; shape [row][group]. */
  readonly weight: Float64Array;
};

/** A visit to each step from the last to the first. */
export type StepVisit = {
  readonly step: number;
  /** What one more person there at the end of the step is worth, before everybody grows older; shape [row][age]. Who
   *  visits may change it, as hires that answer to who is there do. */
  readonly value: Float64Array;
};

/** @returns what one person of the base month's stock is worth, shape [row][age]
 *  @source docs/model/sensitivity.md, eq. 3 */
export function valueOfPeople(model: Model, request: ValueRequest, visit: (at: StepVisit) => void): Float64Array {
  const { rows, ages } = model;
  let value = new Float64Array(rows.count * ages.count);
  let before = new Float64Array(value.length);
  for (let cell = 0; cell < value.length; cell++) {
    const group = ages.groupOfAge[cell % ages.count] ?? 0;
    value[cell] = request.weight[Math.floor(cell / ages.count) * ages.groupCount + group] ?? 0;
  }
  for (let step = request.lastStep; step > 0; step--) {
    if (step % 12 === 0) growYounger(model, value);
    visit({ step, value });
    stepBack(model, request, { value, before, step });
    [value, before] = [before, value];
  }
  return value;
}

/** Whoever is at an age when the step ends will be a year older when the next begins; the last age is open. */
function growYounger(model: Model, value: Float64Array): void {
  const { count } = model.ages;
  for (let first = 0; first < value.length; first += count) {
    value.copyWithin(first, first + 1, first + count);
  }
}

type BackStep = { readonly value: Float64Array; readonly before: Float64Array; readonly step: number };

function stepBack(model: Model, request: ValueRequest, { value, before, step }: BackStep): void {
  const { rows, ages } = model;
  const { count, groupCount, firstAge } = ages;
  const { stay, flow } = request.transitions;
  const regime = request.schedule.regimeOfStep[step] ?? 0;
  const stayFrom = regime * rows.count * groupCount;
  for (let row = 0; row < rows.count; row++) {
    for (let group = 0; group < groupCount; group++) {
      const share = stay[stayFrom + row * groupCount + group] ?? 0;
      const last = row * count + (firstAge[group + 1] ?? 0);
      for (let cell = row * count + (firstAge[group] ?? 0); cell < last; cell++) {
        before[cell] = share * (value[cell] ?? 0);
      }
    }
  }
  const flowFrom = regime * rows.edges.count * groupCount;
  for (let edge = 0; edge < rows.edges.count; edge++) {
    const here = (rows.edges.from[edge] ?? 0) * count;
    const move = (rows.edges.to[edge] ?? 0) * count - here;
    for (let group = 0; group < groupCount; group++) {
      const share = flow[flowFrom + edge * groupCount + group] ?? 0;
      if (share === 0) continue;
      const last = here + (firstAge[group + 1] ?? 0);
      for (let cell = here + (firstAge[group] ?? 0); cell < last; cell++) {
        before[cell] = (before[cell] ?? 0) + share * (value[cell + move] ?? 0);
      }
    }
  }
}

/** The value of one who joins a group, spread evenly over its years; shape [row][group] from [row][age]. */
export function valueOfJoiners(model: Model, value: Float64Array): Float64Array {
  const { count, groupCount, firstAge, yearsInGroup } = model.ages;
  const joiners = new Float64Array(model.rows.count * groupCount);
  for (let cell = 0; cell < joiners.length; cell++) {
    const shift = Math.floor(cell / groupCount) * count;
    const group = cell % groupCount;
    let sum = 0;
    for (let age = firstAge[group] ?? 0; age < (firstAge[group + 1] ?? 0); age++) sum += value[shift + age] ?? 0;
    joiners[cell] = sum / (yearsInGroup[group] ?? 1);
  }
  return joiners;
}
