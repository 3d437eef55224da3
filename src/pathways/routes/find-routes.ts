// Finds the best route from one role level to all others: by learning effort, by time, or with pay that never falls.
import type { RoleLevel } from './role-level.ts';
import type { RouteGraph, Step } from './route-graph.ts';

/** What makes a route the best: the fewest hours to learn, the fewest months, or the fewest hours among routes on which
 *  pay is known and never falls. */
export const OBJECTIVES = ['effort', 'time', 'pay'] as const;
export type Objective = (typeof OBJECTIVES)[number];

export type Route = {
  readonly from: RoleLevel;
  readonly to: RoleLevel;
  readonly steps: readonly RouteStep[];
  readonly hours: number;
  readonly months: number;
  readonly costGbp: number;
};

export type RouteStep = Step & { readonly start: RoleLevel; readonly end: RoleLevel };

/** The best route to every level that can be reached, the shortest first; of routes that are as short, the one with
 *  fewer steps, then the one whose levels stand first in the graph.
 *  @param start a level of the graph, or somebody's own skills as a level
 *  @source docs/model/pathways.md, eq. 6 */
export function routesFrom(graph: RouteGraph, start: RoleLevel, objective: Objective): readonly Route[] {
  const reached = search(graph, start, objective);
  return reached
    .flatMap((_, at) => routeTo(graph, { start, reached, at }) ?? [])
    .toSorted(
      (one, other) =>
        weightOf(one, objective) - weightOf(other, objective) ||
        one.steps.length - other.steps.length ||
        graph.levels.indexOf(one.to) - graph.levels.indexOf(other.to),
    );
}

/** The best route between two levels; null where there is none. */
export function routeBetween(
  graph: RouteGraph,
  { from, to }: { readonly from: RoleLevel; readonly to: RoleLevel },
  objective: Objective,
): Route | null {
  const at = graph.levels.indexOf(to);
  return routeTo(graph, { start: from, reached: search(graph, from, objective), at });
}

/** How a level is best reached: the level before it, -1 for the start itself. */
type Arrival = { readonly weight: number; readonly steps: number; readonly before: number; readonly step: Step };

type Reached = readonly (Arrival | undefined)[];

/** Dijkstra's method: of all levels that are open, the one with the least weight cannot be reached any better. */
function search(graph: RouteGraph, start: RoleLevel, objective: Objective): Reached {
  const { levels } = graph;
  const reached: (Arrival | undefined)[] = levels.map(() => undefined);
  const isSettled = levels.map(({ id }) => id === start.id);
  const follow = (from: RoleLevel, before: number, so: { readonly weight: number; readonly steps: number }): void => {
    for (const step of graph.stepsFrom(from)) {
      const end = levels[step.to];
      if (end === undefined || isSettled[step.to] || !isAllowed(from, end, objective)) continue;
      const arrival = { weight: so.weight + weightOf(step, objective), steps: so.steps + 1, before, step };
      const known = reached[step.to];
      if (known === undefined || isBetter(arrival, known)) reached[step.to] = arrival;
    }
  };
  follow(start, -1, { weight: 0, steps: 0 });
  for (;;) {
    let nearest = -1;
    for (const [at, arrival] of reached.entries()) {
      if (arrival === undefined || isSettled[at]) continue;
      const best = reached[nearest];
      if (best === undefined || isBetter(arrival, best)) nearest = at;
    }
    const [level, arrival] = [levels[nearest], reached[nearest]];
    if (level === undefined || arrival === undefined) return reached;
    isSettled[nearest] = true;
    follow(level, nearest, arrival);
  }
}

function isBetter(one: Arrival, other: Arrival): boolean {
  return one.weight < other.weight || (one.weight === other.weight && one.steps < other.steps);
}

function weightOf(
  { hours, months }: { readonly hours: number; readonly months: number },
  objective: Objective,
): number {
  return objective === 'time' ? months : hours;
}

/** Where one starts without known pay, any first pay will do. */
function isAllowed(from: RoleLevel, to: RoleLevel, objective: Objective): boolean {
  if (objective !== 'pay') return true;
  if (to.payGbpPerYear === null) return false;
  return from.payGbpPerYear === null || to.payGbpPerYear >= from.payGbpPerYear;
}

type Target = { readonly start: RoleLevel; readonly reached: Reached; readonly at: number };

function routeTo({ levels }: RouteGraph, { start, reached, at }: Target): Route | null {
  const steps: RouteStep[] = [];
  for (let here = at; here >= 0;) {
    const [arrival, end] = [reached[here], levels[here]];
    if (arrival === undefined || end === undefined) return null;
    steps.unshift({ ...arrival.step, start: levels[arrival.before] ?? start, end });
    here = arrival.before;
  }
  const to = levels[at];
  if (to === undefined || steps.length === 0) return null;
  const total = (value: (step: Step) => number) => steps.reduce((sum, step) => sum + value(step), 0);
  return {
    from: start,
    to,
    steps,
    hours: total(({ hours }) => hours),
    months: total(({ months }) => months),
    costGbp: total(({ costGbp }) => costGbp),
  };
}
