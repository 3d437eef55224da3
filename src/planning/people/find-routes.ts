// Routes from where somebody stands to where they want to be, each step with what it asks and who offers it.
import { fail, LIMITS, ok, type Month, type Problem, type Result } from '#kernel';
import {
  CAREER_CAUSEWAYS,
  coverageMeasure,
  type CreditTable,
  creditTable,
  currentFrameworks,
  gapsBetween,
  type Measure,
  type Objective,
  type Protect,
  type ProtectedCount,
  readTerms,
  type RoleLevel,
  type Route,
  routeGraph,
  type RouteGraph,
  type RouteStep,
  routesFrom,
  type SkillTerms,
  type StepKind,
} from '#pathways';
import type { Pack } from '../ports.ts';
import { findGoals, findStart, ownStart } from './find-level.ts';
import { type RoleMap, rolesOfFramework, rolesOfPack } from './role-map.ts';
import { type SkillNames, skillNames } from './skill-names.ts';

export const ROUTE_MEASURES = ['coverage', 'career-causeways'] as const;
export type RouteMeasure = (typeof ROUTE_MEASURES)[number];

export type RouteRequest = {
  /** Role, post, profession or role level; null where own skills alone are the start. */
  readonly from: string | null;
  /** Skills held, `SKILL=LEVEL` each. */
  readonly holding: readonly string[];
  /** Role, post or role level to reach; null for the nearest of all, one of each role. */
  readonly to: string | null;
  readonly objective: Objective;
  readonly measure: RouteMeasure;
  /** Framework whose role levels are the stops; null for the posts of the pack. */
  readonly framework: string | null;
  /** The most routes to give. */
  readonly most: number;
  /** Month in which programmes are open. */
  readonly asOf: Month;
};

/** What is known of people who made a step before; null where nobody counts them. */
export type StepHistory = (step: {
  readonly from: string;
  readonly to: string;
  /** Id of the programme by which the step is made; null beside the job. */
  readonly programme: string | null;
}) => number | null;

export type FoundRoutes = {
  readonly from: string;
  readonly objective: Objective;
  readonly measure: RouteMeasure;
  readonly routes: readonly FoundRoute[];
};

export type FoundRoute = {
  readonly to: string;
  readonly toName: string;
  readonly hours: number;
  readonly months: number;
  readonly costGbp: number;
  readonly payFromGbpPerYear: number | null;
  readonly payToGbpPerYear: number | null;
  readonly steps: readonly FoundStep[];
};

export type FoundStep = {
  readonly from: string;
  readonly to: string;
  readonly toName: string;
  readonly kind: StepKind;
  /** Whether the post is shared by several professions. */
  readonly isHybrid: boolean;
  readonly registrations: readonly string[];
  readonly hours: number;
  readonly months: number;
  readonly costGbp: number;
  readonly payGbpPerYear: number | null;
  readonly learnedBy: string;
  /** Starters who complete, 0..1; null beside the job. */
  readonly completionShare: number | null;
  readonly skills: readonly LearnedSkill[];
  /** People who made the step; null where nobody counts them. */
  readonly done: ProtectedCount | null;
};

export type LearnedSkill = {
  readonly skill: string;
  readonly name: string;
  readonly from: string | null;
  readonly to: string;
  readonly hours: number;
  /** Name of the skill that shortens the way; null where none does. */
  readonly helpedBy: string | null;
};

/** @param known how many made a step, and how small numbers are hidden from the reader
 *  @returns the best routes, the shortest first; one for each goal */
export function findRoutes(
  pack: Pack,
  request: RouteRequest,
  known: { readonly history: StepHistory; readonly protect: Protect },
): Result<FoundRoutes> {
  const prepared = prepareRoutes(pack, request);
  return prepared.ok ? findRoutesIn(prepared.value, request, known) : prepared;
}

/** As `findRoutes`, in what was prepared for the same framework, measure and month: for many questions to one pack. */
export function findRoutesIn(
  { graph, map, names }: PreparedRoutes,
  request: RouteRequest,
  known: { readonly history: StepHistory; readonly protect: Protect },
): Result<FoundRoutes> {
  const start = startOf(request, map, names);
  if (!start.ok) return start;
  const goals = request.to === null ? ok(map.levels) : findGoals(map, request.to);
  if (!goals.ok) return goals;
  const wanted = new Set(goals.value);
  const reached = routesFrom(graph, start.value, request.objective).filter(({ to }) => wanted.has(to));
  const routes = request.to === null ? oneForEachRole(reached, start.value) : reached;
  if (routes.length === 0) return fail(noRoute(start.value, request));
  const telling = { ...known, rules: graph.rules, names };
  return ok({
    from: start.value.name,
    objective: request.objective,
    measure: request.measure,
    routes: routes.slice(0, request.to === null ? request.most : 1).map((route) => toldRoute(route, telling)),
  });
}

/** The shortest route to each role, for somebody who looks around; of one's own role, only what lies above. */
function oneForEachRole(routes: readonly Route[], start: RoleLevel): readonly Route[] {
  const seen = new Set<string>();
  return routes.filter(({ to }) => {
    if (seen.has(to.role) || (to.role === start.role && to.rank <= start.rank)) return false;
    seen.add(to.role);
    return true;
  });
}

export type PreparedRoutes = { readonly graph: RouteGraph; readonly map: RoleMap; readonly names: SkillNames };

/** The graph of a pack's posts, or of a framework's role levels, by the pack's terms. */
export function prepareRoutes(
  pack: Pack,
  { framework, measure, asOf }: Pick<RouteRequest, 'framework' | 'measure' | 'asOf'>,
): Result<PreparedRoutes> {
  const terms = readTerms(pack.skills.terms);
  if (!terms.ok) return terms;
  const map = mapOf(pack, framework, asOf);
  if (!map.ok) return map;
  if (map.value.levels.length > LIMITS.roleLevels) return fail(tooMany(map.value.levels.length));
  const { programmes, moves, levels } = map.value;
  const graph = routeGraph(levels, {
    credit: creditOfPack(pack, terms.value),
    learning: terms.value.learning,
    measure: measureOf(measure, terms.value),
    leastMonthsInPost: terms.value.routes.leastMonthsInPost,
    moves,
    programmes,
  });
  return ok({ graph, map: map.value, names: skillNames(pack) });
}

/** What skills count for each other in a pack: its confirmed mappings and related skills, by its terms. */
export function creditOfPack({ skills }: Pack, { credit }: SkillTerms): CreditTable {
  return creditTable({ frameworks: currentFrameworks(skills.frameworks), mappings: skills.mappings }, credit);
}

function mapOf(pack: Pack, framework: string | null, asOf: Month): Result<RoleMap> {
  if (framework === null) return ok(rolesOfPack(pack, asOf));
  const inForce = currentFrameworks(pack.skills.frameworks);
  const found = inForce.find(({ id }) => id === framework);
  return found === undefined
    ? fail(
        noFramework(
          framework,
          inForce.map(({ id }) => id),
        ),
      )
    : ok(rolesOfFramework(found));
}

function measureOf(measure: RouteMeasure, { routes }: SkillTerms): Measure {
  return measure === 'career-causeways' ? CAREER_CAUSEWAYS : coverageMeasure(routes.viableCoverage, routes.mostSteps);
}

function startOf(request: RouteRequest, map: RoleMap, names: SkillNames): Result<RoleLevel> {
  const base = request.from === null ? null : findStart(map, request.from);
  if (base !== null && (!base.ok || request.holding.length === 0)) return base;
  return ownStart(request.holding, base === null ? null : base.value, names);
}

type Telling = {
  readonly history: StepHistory;
  readonly protect: Protect;
  readonly rules: RouteGraph['rules'];
  readonly names: SkillNames;
};

function toldRoute({ from, to, steps, hours, months, costGbp }: Route, telling: Telling): FoundRoute {
  return {
    to: to.id,
    toName: to.name,
    hours,
    months,
    costGbp,
    payFromGbpPerYear: from.payGbpPerYear,
    payToGbpPerYear: to.payGbpPerYear,
    steps: steps.map((step) => toldStep(step, telling)),
  };
}

function toldStep(step: RouteStep, { history, protect, rules, names }: Telling): FoundStep {
  const { start, end, kind, programme, hours, months, costGbp } = step;
  const count = history({ from: start.id, to: end.id, programme: programme?.id ?? null });
  return {
    from: start.id,
    to: end.id,
    toName: end.name,
    kind,
    isHybrid: end.professions.length > 1,
    registrations: end.registrations,
    hours,
    months,
    costGbp,
    payGbpPerYear: end.payGbpPerYear,
    learnedBy: programme === null ? 'study beside the job' : `${programme.name}: ${programme.offeredBy}`,
    completionShare: programme?.completionShare ?? null,
    skills: gapsBetween({ held: start.needs, needs: end.needs }, rules.credit, rules.learning).map((gap) => ({
      ...gap,
      name: names.nameOf(gap.skill),
      helpedBy: gap.helpedBy === null ? null : names.nameOf(gap.helpedBy),
    })),
    done: count === null ? null : protect(count),
  };
}

function noRoute(start: RoleLevel, { to, objective, measure }: RouteRequest): Problem {
  return {
    code: 'infeasible',
    message: `no route leads from '${start.id}' to ${to === null ? 'any other level' : `'${to}'`} by ${objective}: a step is a promotion, a known move, a programme that takes one in, or a move that ${measure} calls viable, with the registrations it needs`,
    path: 'to',
    hint: 'Try --by effort or another --measure, confirm more of the crosswalk, or add a programme to channels.yaml.',
  };
}

function noFramework(word: string, known: readonly string[]): Problem {
  return {
    code: 'unknown-reference',
    message: `--in is '${word}', and no framework in skills/frameworks/ has that id`,
    path: 'in',
    hint: known.length === 0 ? 'Import a framework first.' : `Write one of ${known.join(', ')}.`,
  };
}

function tooMany(count: number): Problem {
  return {
    code: 'too-large',
    message: `there are ${count} role levels; routes are searched between at most ${LIMITS.roleLevels}`,
    path: 'roles.yaml',
    hint: 'Search within one framework with --in.',
  };
}
