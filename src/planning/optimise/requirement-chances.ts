// How likely it is that each requirement has its people: over all futures, before the plan and with it.
import { demandLines, type DemandLine, type ResolvedBlueprint } from '#blueprint';
import type { NeedBySample } from '#engine';
import { groupBy, type Month } from '#kernel';
import type { PlanProblem } from '#optimiser';

export type RequirementChance = {
  readonly requirement: string;
  /** Share of futures in which it has its people: in its roles and places at most one post in twenty is empty. Read in
   *  the year in which it matures, or in the last one where that lies beyond the plan. */
  readonly whenMature: BeforeAndAfter;
  /** The same in the last year. */
  readonly atEnd: BeforeAndAfter;
};

/** Without the plan and with it. */
type BeforeAndAfter = { readonly before: number; readonly after: number };

export type ChanceQuestion = {
  readonly problem: PlanProblem;
  readonly futures: NeedBySample;
  readonly resolved: ResolvedBlueprint;
  readonly baseMonth: Month;
  /** Digital FTE that the plan brings, shape [place][role][period]. */
  readonly help: Float64Array;
};

/** Posts that may be empty before a requirement lacks its people, as a share of what is asked for. */
const MAY_BE_EMPTY = 0.05;

export function requirementChances(question: ChanceQuestion): readonly RequirementChance[] {
  const { problem, resolved } = question;
  const none = new Float64Array(question.help.length);
  const byRequirement = groupBy(demandLines(resolved), ({ requirement }) => requirement);
  return [...byRequirement].flatMap(([requirement, lines]) => {
    const matures = Math.max(...lines.map((line) => line.matures)) - question.baseMonth;
    const within = problem.periods.findIndex(({ toMonth }) => matures < toMonth);
    const period = within < 0 ? problem.periods.length - 1 : within;
    const read = (at: number): BeforeAndAfter | null => {
      const cells = cellsOf(problem, lines, at);
      if (cells.size === 0) return null;
      return { before: shareMet(question, cells, none), after: shareMet(question, cells, question.help) };
    };
    const whenMature = read(period);
    const atEnd = read(problem.periods.length - 1);
    return whenMature === null || atEnd === null ? [] : [{ requirement, whenMature, atEnd }];
  });
}

/** Where a requirement asks for people, by index into the needs of a problem. */
function cellsOf(problem: PlanProblem, lines: readonly DemandLine[], period: number): ReadonlySet<number> {
  return new Set(
    lines.flatMap((line) => {
      const place = problem.places.indexOf(line.place);
      const roles = line.role === '*' ? [...problem.roles.keys()] : [problem.roles.indexOf(line.role)];
      if (place < 0) return [];
      return roles
        .filter((role) => role >= 0)
        .map((role) => (place * problem.roles.length + role) * problem.periods.length + period);
    }),
  );
}

function shareMet({ futures }: ChanceQuestion, cells: ReadonlySet<number>, help: Float64Array): number {
  const { count, needFte, demandFte } = futures;
  let met = 0;
  for (let future = 0; future < count; future++) {
    let [short, asked] = [0, 0];
    for (const cell of cells) {
      short += Math.max(0, (needFte[cell * count + future] ?? 0) - (help[cell] ?? 0));
      asked += demandFte[cell * count + future] ?? 0;
    }
    if (short <= MAY_BE_EMPTY * asked) met += 1;
  }
  return met / count;
}
