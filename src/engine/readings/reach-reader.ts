// Reads off the course of a start what it gives in each role that its people reach.
import type { Model, ModelRole } from '../model/model.ts';
import { walkCourse, type CourseRequest } from './course-of-start.ts';
import type { ReachWeights } from './fte-of-places.ts';

/** A channel into one row. */
export type Option = Pick<CourseRequest, 'channel' | 'row'>;

export type ReachReader = {
  readonly option: Option;
  /** Roles in which those who start may be in the end, the option's own first. */
  readonly roles: readonly ModelRole[];
  /** Digital FTE of one start, shape [reach][step]. */
  readonly fte: (request: CourseRequest, startStep: number) => Float64Array;
  /** Where the people of one start are over the whole course, shape [reach]. */
  readonly weights: (request: CourseRequest, startStep: number) => readonly ReachWeights[];
};

/** @param ftePerHead shape [row][group] */
export function reachReader(model: Model, option: Option, ftePerHead: Float64Array): ReachReader {
  const { ages, rows } = model;
  const targets = rows.routes.target.subarray(rows.routes.firstOf[option.row], rows.routes.firstOf[option.row + 1]);
  const roleOf = Array.from(targets, (row) => rows.role[row] ?? 0);
  const reached = [...new Set(roleOf)];
  const reachOf = roleOf.map((role) => reached.indexOf(role));
  const roles = reached.flatMap((role) => model.roles[role] ?? []);
  const cellAt = (at: number): number => {
    const [route, age] = [Math.floor(at / ages.count), at % ages.count];
    return (targets[route] ?? 0) * ages.groupCount + (ages.groupOfAge[age] ?? 0);
  };
  const reachAt = (at: number): number => reachOf[Math.floor(at / ages.count)] ?? 0;
  /** FTE of a person, shape [route][age]. */
  const worth = Float64Array.from(
    { length: targets.length * ages.count },
    (_, at) => (roles[reachAt(at)]?.digitalShare ?? 0) * (ftePerHead[cellAt(at)] ?? 0),
  );
  return {
    option,
    roles,
    fte: (request, startStep) => {
      const fte = new Float64Array(roles.length * (model.steps + 1));
      const visit = (step: number, people: Float64Array): void => {
        reachOf.forEach((reach, route) => {
          const cell = reach * (model.steps + 1) + step;
          fte[cell] = (fte[cell] ?? 0) + worthOf(people, worth, { from: route * ages.count, count: ages.count });
        });
      };
      walkCourse(model, request, { startStep, visit });
      return fte;
    },
    weights: (request, startStep) => {
      const weights = roles.map((): ReachWeights => new Map());
      const visit = (_: number, people: Float64Array): void => {
        people.forEach((here, at) => {
          const own = weights[reachAt(at)];
          own?.set(cellAt(at), (own.get(cellAt(at)) ?? 0) + here);
        });
      };
      walkCourse(model, request, { startStep, visit });
      return weights;
    },
  };
}

function worthOf(
  people: Float64Array,
  worth: Float64Array,
  { from, count }: { readonly from: number; readonly count: number },
): number {
  let fte = 0;
  for (let at = from; at < from + count; at++) fte += (people[at] ?? 0) * (worth[at] ?? 0);
  return fte;
}
