// Runs a pack's cases: each says what one figure is to be in one scenario, as a planner wrote it.
import { formatMonth, ok, type Problem, type Result } from '#kernel';
import type { Projection } from '#engine';
import { prepareRun } from './plan/plan-workforce.ts';
import type { Case, Pack, RunControl, Simulator } from './ports.ts';

/** What a case came to. */
export type CaseResult = { readonly case: Case; readonly got: number; readonly isMet: boolean };

/** Projects each scenario that a case names once, in expectation, and reads the figures off.
 *  @returns a result for each case in the pack's order, or what is wrong with the pack */
export async function runCases(
  pack: Pack,
  simulator: Simulator,
  control: RunControl,
): Promise<Result<readonly CaseResult[]>> {
  const results = new Map<Case, CaseResult>();
  const scenarios = [...new Set(pack.cases.map(({ scenario }) => scenario))];
  for (const scenario of scenarios) {
    const prepared = prepareRun(pack, { ...EXPECTED, scenario, asOf: pack.system.baseMonth });
    if (!prepared.ok) return prepared;
    const { model, samples } = prepared.value;
    const projection = await simulator.project(model, { ...EXPECTED, samples, starts: [] }, control);
    if (!projection.ok) return projection;
    for (const each of pack.cases) {
      if (each.scenario !== scenario) continue;
      const got = readFigure(projection.value, each);
      results.set(each, { case: each, got, isMet: got >= each.low && got <= each.high });
    }
  }
  return ok(pack.cases.flatMap((each) => results.get(each) ?? []));
}

const EXPECTED = { mode: 'expected', seed: 1, samples: 1, timeLimitSeconds: 1, relativeGap: 0 } as const;

/** A case that is not met, as a problem that names the figure, what it came to, and the range. */
export function caseProblem({ case: each, got }: CaseResult): Problem {
  const { measure, place, role, month } = each.figure;
  return {
    code: 'out-of-range',
    message:
      `Case '${each.id}' (${each.description}): ${measure} of ${place}, role ${role}, in ${formatMonth(month)} under ` +
      `'${each.scenario}' comes to ${got}; the case expects ${each.low} to ${each.high}.`,
    path: `cases/${each.id}`,
    hint: 'Find the assumption that moved it, or mend the case if the world has changed.',
  };
}

function readFigure(projection: Projection, { figure }: Case): number {
  const series = projection.series.find(
    (each) =>
      each.measure === figure.measure &&
      each.place === figure.place &&
      each.role === figure.role &&
      each.family === '*' &&
      each.band === '*',
  );
  return series?.mean[projection.months.indexOf(figure.month)] ?? Number.NaN;
}
