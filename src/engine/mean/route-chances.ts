// Chances along routes: of each opening person, by the age they opened at, to be in each row that they may reach.
import type { Model, Schedule } from '../model/model.ts';
import type { Transitions } from './transitions.ts';

/** Shape [step][route][age]; alike for all units of a schedule. */
export type RouteChances = Float64Array;

export function routeChancesOf(model: Model, schedule: Schedule, transitions: Transitions): RouteChances {
  const { routes } = model.rows;
  const { count: ageCount } = model.ages;
  const chances = new Float64Array((model.steps + 1) * routes.count * ageCount);
  for (let route = 0; route < routes.count; route++) {
    if (routes.origin[route] === routes.target[route]) chances.fill(1, route * ageCount, (route + 1) * ageCount);
  }
  for (let step = 1; step <= model.steps; step++) {
    advanceRoutes(model, transitions, { chances, step, regime: schedule.regimeOfStep[step] ?? 0 });
  }
  return chances;
}

type RouteStep = { readonly chances: Float64Array; readonly step: number; readonly regime: number };

function advanceRoutes(model: Model, { stay, flow }: Transitions, { chances, step, regime }: RouteStep): void {
  const { rows, ages } = model;
  const { routes, edges } = rows;
  const groupNow = groupsAt(model, step);
  const span = routes.count * ages.count;
  for (let route = 0; route < routes.count; route++) {
    const here = step * span + route * ages.count;
    const stayAt = (regime * rows.count + (routes.target[route] ?? 0)) * ages.groupCount;
    for (let age = 0; age < ages.count; age++) {
      chances[here + age] = (stay[stayAt + (groupNow[age] ?? 0)] ?? 0) * (chances[here - span + age] ?? 0);
    }
    for (let way = routes.firstWay[route] ?? 0; way < (routes.firstWay[route + 1] ?? 0); way++) {
      const flowAt = (regime * edges.count + (routes.wayEdge[way] ?? 0)) * ages.groupCount;
      const from = (step - 1) * span + (routes.wayRoute[way] ?? 0) * ages.count;
      for (let age = 0; age < ages.count; age++) {
        const moved = (flow[flowAt + (groupNow[age] ?? 0)] ?? 0) * (chances[from + age] ?? 0);
        chances[here + age] = (chances[here + age] ?? 0) + moved;
      }
    }
  }
}

/** The group in which people are in the month of a step, by the age they opened at. */
function groupsAt({ ages }: Model, step: number): Int32Array {
  const birthdays = Math.floor((step - 1) / 12);
  return Int32Array.from(
    { length: ages.count },
    (_, age) => ages.groupOfAge[Math.min(age + birthdays, ages.count - 1)] ?? 0,
  );
}
