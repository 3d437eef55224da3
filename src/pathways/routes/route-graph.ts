// The graph that routes are found in: role levels, and every step by which a person can pass from one to another.
import { assert, LIMITS } from '#kernel';
import type { CreditTable } from '../crosswalk/credit.ts';
import { type LearningTerms, wholeHours } from './learning.ts';
import type { KnownMove, Programme, RoleLevel } from './role-level.ts';
import { heldHours, type SkillIndex, skillIndex } from './skill-index.ts';
import { type Comparison, isViable, type Measure } from './viability.ts';

/** How a step is made: the next rank of the same role, a move that people are known to make, a programme, or a move by
 *  learning beside the job. */
export type StepKind = 'promotion' | 'known move' | 'programme' | 'learning';

export type Step = {
  /** Index of the level it leads to. */
  readonly to: number;
  readonly kind: StepKind;
  readonly programme: Programme | null;
  /** Hours still to learn. */
  readonly hours: number;
  readonly months: number;
  readonly costGbp: number;
};

export type RouteRules = {
  readonly credit: CreditTable;
  readonly learning: LearningTerms;
  readonly measure: Measure;
  /** The shortest time in one post before the next step. */
  readonly leastMonthsInPost: number;
  readonly moves: readonly KnownMove[];
  /** Those that one may start in the month in question. */
  readonly programmes: readonly Programme[];
};

export type RouteGraph = {
  readonly levels: readonly RoleLevel[];
  readonly rules: RouteRules;
  /** Steps out of a level, in the order of the levels they lead to. */
  readonly stepsFrom: (start: RoleLevel) => readonly Step[];
};

/** Steps are worked out when they are first asked for, and kept for the levels of the graph. */
export function routeGraph(levels: readonly RoleLevel[], rules: RouteRules): RouteGraph {
  assert(levels.length <= LIMITS.roleLevels, `routes are searched between at most ${LIMITS.roleLevels} role levels`);
  const index = skillIndex(levels, rules.learning);
  const ways = waysInto(levels, rules);
  const known = new Map<RoleLevel, readonly Step[]>();
  const stepsFrom = (start: RoleLevel): readonly Step[] => {
    const kept = known.get(start);
    if (kept !== undefined) return kept;
    const steps = stepsOf(start, { levels, rules, index, ways });
    if (levels.includes(start)) known.set(start, steps);
    return steps;
  };
  return { levels, rules, stepsFrom };
}

type Workings = {
  readonly levels: readonly RoleLevel[];
  readonly rules: RouteRules;
  readonly index: SkillIndex;
  readonly ways: Ways;
};

function stepsOf(start: RoleLevel, { levels, rules, index, ways }: Workings): readonly Step[] {
  const held = heldHours(start.needs, index, rules);
  return levels.flatMap((level, to) => {
    if (level.id === start.id) return [];
    const { hours, comparison } = compare(held, index, to);
    const beside = { to, programme: null, hours, ...besideTheJob(hours, rules) };
    const kind = kindBeside({ start, level, ways, score: rules.measure.score(comparison) }, rules.measure);
    const programmes = (ways.programmes.get(level.id) ?? []).filter((each) => mayEnter(start, level, each));
    return [
      ...(kind === null ? [] : [{ ...beside, kind }]),
      ...programmes.map((programme): Step => ({
        to,
        kind: 'programme',
        programme,
        hours,
        months: programme.months,
        costGbp: programme.costGbp,
      })),
    ];
  });
}

type Pair = { readonly start: RoleLevel; readonly level: RoleLevel; readonly ways: Ways; readonly score: number };

function kindBeside({ start, level, ways, score }: Pair, measure: Measure): StepKind | null {
  if (level.role === start.role && level.rank === ways.nextRank.get(start.id)) return 'promotion';
  if (ways.moves.has(`${start.id} ${level.id}`)) return 'known move';
  return isViable({ from: start, to: level }, score, measure) ? 'learning' : null;
}

/** A programme says itself whom it takes from which profession; one that is open to all gives no registration. */
function mayEnter(start: RoleLevel, level: RoleLevel, { profession }: Programme): boolean {
  if (profession !== null) return start.professions.includes(profession);
  return level.registrations.every((each) => start.registrations.includes(each));
}

function besideTheJob(hours: number, { learning, leastMonthsInPost }: RouteRules) {
  return {
    months: Math.max(leastMonthsInPost, Math.ceil(hours / learning.hoursPerMonth)),
    costGbp: hours * learning.costGbpPerHour,
  };
}

function compare(
  { hours: held, credits }: { readonly hours: Float64Array; readonly credits: Float64Array },
  index: SkillIndex,
  to: number,
): { readonly hours: number; readonly comparison: Comparison } {
  const needs = index.needs[to] ?? [];
  let [hours, whole] = [0, 0];
  const bestCredits: number[] = [];
  for (const { skill, hours: asked } of needs) {
    hours += Math.max(0, asked - (held[skill] ?? 0));
    whole += asked;
    bestCredits.push(credits[skill] ?? 0);
  }
  return { hours, comparison: { hoursBrought: whole === 0 ? 0 : 1 - hours / whole, bestCredits } };
}

type Ways = {
  readonly nextRank: ReadonlyMap<string, number>;
  readonly moves: ReadonlySet<string>;
  readonly programmes: ReadonlyMap<string, readonly Programme[]>;
};

function waysInto(levels: readonly RoleLevel[], { moves, programmes }: RouteRules): Ways {
  const nextRank = new Map<string, number>();
  for (const level of levels) {
    const higher = levels.filter(({ role, rank }) => role === level.role && rank > level.rank).map(({ rank }) => rank);
    if (higher.length > 0) nextRank.set(level.id, Math.min(...higher));
  }
  const byLevel = new Map(levels.map(({ id }) => [id, programmes.filter(({ yields }) => yields.includes(id))]));
  return { nextRank, moves: new Set(moves.map(({ from, to }) => `${from} ${to}`)), programmes: byLevel };
}

/** Hours that a level takes from nothing. */
export function hoursOfLevel({ needs }: RoleLevel, { learning }: RouteRules): number {
  return wholeHours(needs, learning);
}
