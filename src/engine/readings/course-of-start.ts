// What becomes of one start, month by month: along the routes of its row, older every year, fewer every month.
import { completionOf } from '../mean/joiners.ts';
import type { Transitions } from '../mean/transitions.ts';
import { groupSharesAfter } from '../model/age-axis.ts';
import { birthdaysBetween } from '../model/intake.ts';
import type { SampleRow } from '../model/lever.ts';
import type { Model, ModelChannel, Schedule } from '../model/model.ts';

/** One start of a channel into a row, where people leave by one schedule in one sample. */
export type CourseRequest = {
  readonly channel: ModelChannel;
  readonly row: number;
  readonly schedule: Schedule;
  readonly transitions: Transitions;
  readonly sample: SampleRow;
};

/** Step at which those who start come into post. */
export function arrivalStepOf({ months }: ModelChannel, startStep: number): number {
  return Math.max(1, startStep + months);
}

/** Visits every month from the one in which they come into post to the last of the model.
 *  @param visit takes the step and the people, shape [route of the row][age]; they are others at the next step */
export function walkCourse(
  model: Model,
  request: CourseRequest,
  at: { readonly startStep: number; readonly visit: (step: number, people: Float64Array) => void },
): void {
  const { channel, row } = request;
  const { ages, rows } = model;
  const arrivalStep = arrivalStepOf(channel, at.startStep);
  if (arrivalStep > model.steps) return;
  const birthdays = birthdaysBetween(at.startStep, arrivalStep);
  const shares = groupSharesAfter(ages, channel.entrantAges, birthdays);
  const routes = { first: rows.routes.firstOf[row] ?? 0, last: rows.routes.firstOf[row + 1] ?? 0 };
  const people = new Float64Array((routes.last - routes.first) * ages.count);
  for (let age = 0; age < ages.count; age++) {
    const group = ages.groupOfAge[age] ?? 0;
    people[age] =
      ((shares[group] ?? 0) / (ages.yearsInGroup[group] ?? 1)) * completionOf(channel, request.sample).perStart;
  }
  const advance = advancer(model, request, people.length);
  for (let step = arrivalStep; step <= model.steps; step++) {
    if (step > arrivalStep) advance(step, people);
    if (step % 12 === 0) growOlder(people, ages.count);
    at.visit(step, people);
  }
}

/** One month of a cohort along the routes of its row, shape [route][age]. */
function advancer(
  { ages, rows }: Model,
  { row, schedule, transitions }: CourseRequest,
  size: number,
): (step: number, people: Float64Array) => void {
  const { count, groupCount, groupOfAge } = ages;
  const { target, firstOf, firstWay, wayEdge, wayRoute } = rows.routes;
  const { stay, flow } = transitions;
  const [first, last] = [firstOf[row] ?? 0, firstOf[row + 1] ?? 0];
  const before = new Float64Array(size);
  return (step, people) => {
    const regime = schedule.regimeOfStep[step] ?? 0;
    before.set(people);
    for (let route = first; route < last; route++) {
      const into = (route - first) * count;
      const stayAt = (regime * rows.count + (target[route] ?? 0)) * groupCount;
      for (let age = 0; age < count; age++) {
        people[into + age] = (stay[stayAt + (groupOfAge[age] ?? 0)] ?? 0) * (before[into + age] ?? 0);
      }
      for (let way = firstWay[route] ?? 0; way < (firstWay[route + 1] ?? 0); way++) {
        const flowAt = (regime * rows.edges.count + (wayEdge[way] ?? 0)) * groupCount;
        const from = ((wayRoute[way] ?? 0) - first) * count;
        for (let age = 0; age < count; age++) {
          const moved = (flow[flowAt + (groupOfAge[age] ?? 0)] ?? 0) * (before[from + age] ?? 0);
          people[into + age] = (people[into + age] ?? 0) + moved;
        }
      }
    }
  };
}

function growOlder(people: Float64Array, ageCount: number): void {
  for (let first = 0; first < people.length; first += ageCount) {
    const row = people.subarray(first, first + ageCount);
    const open = row[ageCount - 1] ?? 0;
    row.copyWithin(1, 0, ageCount - 1);
    row[0] = 0;
    row[ageCount - 1] = (row[ageCount - 1] ?? 0) + open;
  }
}
