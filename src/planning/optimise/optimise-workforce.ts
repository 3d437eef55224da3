// The optimiser alone: one plan for one aim, replayed, with its reasons and with what other sums of money would do.
import { responseTable, type Projection } from '#engine';
import { fail, ok, type Problem, type Result } from '#kernel';
import { figuresOf, frontier, type PlanProblem, type PlanResult, type SolvePart } from '#optimiser';
import { replayStarts } from '../plan/interventions.ts';
import {
  controlOf,
  prepareRun,
  project,
  tooLate,
  type PlanStep,
  type PlanWorld,
  type PreparedRun,
} from '../plan/plan-workforce.ts';
import { posePlan, quarterStarts } from '../plan/pose.ts';
import { solveInParts } from '../plan/solve-in-parts.ts';
import type { Pack } from '../ports.ts';
import { checkAim, withFutures, withMeans, type Aim } from './aim.ts';
import { askSolver } from './ask-solver.ts';
import { describeOptimised } from './describe-optimised.ts';
import type { OptimiseDocument } from './optimise-document.ts';
import { smallEnough } from './small-enough.ts';
import { studyPlan } from './study-plan.ts';
import type { OptimiseOptions, Outcome, Question } from './question.ts';
import { reachTarget } from './reach-target.ts';
import { futuresOf, studyRisk } from './risk-study.ts';

export async function optimiseWorkforce(
  pack: Pack,
  options: OptimiseOptions,
  world: PlanWorld,
): Promise<Result<OptimiseDocument>> {
  const aim = checkAim(pack.system, options.aim);
  if (!aim.ok) return aim;
  const wrong = tooLate(pack, options) ?? noPoint(options);
  if (wrong !== null) return fail(wrong);
  world.onProgress('resolve', 0);
  const run = prepareRun(pack, options);
  if (!run.ok) return run;
  const before = await project(run.value, { step: 'project', starts: [] }, world);
  if (!before.ok) return before;
  const asked = await poseQuestion({ run: run.value, before: before.value }, options, world);
  if (!asked.ok) return asked;
  const planned = await planFor(asked.value, world);
  if (!planned.ok) return planned;
  const { problem } = asked.value;
  const starts = replayStarts({ ...run.value, system: pack.system, problem, result: planned.value });
  const after = await project(run.value, { step: 'replay', starts }, world);
  if (!after.ok) return after;
  return explained(asked.value, { result: planned.value, after: after.value }, world);
}

async function poseQuestion(
  { run, before }: { readonly run: PreparedRun; readonly before: Projection },
  options: OptimiseOptions,
  world: PlanWorld,
): Promise<Result<Question>> {
  const { system } = run.pack;
  world.onProgress('optimise', 0);
  const responses = responseTable(run.model, quarterStarts(system, options.asOf), run.samples);
  const plain = posePlan({ system, register: run.register, projection: before, responses });
  const solve = asking(options, world, 'optimise');
  const open = withMeans(plain, { ...options.aim, budget: null });
  const points =
    options.frontierPoints === 0 ? ok(null) : await frontier(smallEnough(open), solve, options.frontierPoints);
  if (!points.ok) return points;
  const chosen = points.value?.[(options.chosenPoint ?? 0) - 1];
  const aim: Aim =
    chosen === undefined ? options.aim : { ...options.aim, budget: { gbp: chosen.budgetGbp, per: 'plan' } };
  const problem = withMeans(plain, aim);
  const futures = options.futures === 0 ? null : futuresOf(run, plain, { count: options.futures, kind: 'known' });
  return ok({ run, options, aim, plain, problem, coarse: smallEnough(problem), points: points.value, futures, solve });
}

/** How many programmes there will be is not known; the share only says that something is going on. */
function asking(options: OptimiseOptions, world: PlanWorld, step: PlanStep): SolvePart {
  return askSolver({ solver: world.solver, limits: options, signal: world.signal }, (count) =>
    world.onProgress(step, count / (count + 4)),
  );
}

function planFor(question: Question, world: PlanWorld): Promise<Result<PlanResult>> {
  const { run, options, aim, problem, coarse, futures, solve } = question;
  const control = controlOf(world, 'optimise');
  const ask = (asked: PlanProblem) => solveInParts(asked, world.solver, { limits: options, control });
  if (aim.targetShare === null) return ask(withFutures(problem, aim, futures));
  return reachTarget({ system: run.pack.system, problem, coarse, share: aim.targetShare, solve, planFor: ask });
}

async function explained(question: Question, outcome: Outcome, world: PlanWorld): Promise<Result<OptimiseDocument>> {
  const { run, aim, plain, futures } = question;
  const { starts } = outcome.result;
  world.onProgress('describe', 0);
  const studies = await studyPlan(question, outcome, {
    solve: asking(question.options, world, 'describe'),
    signal: world.signal,
  });
  if (!studies.ok) return studies;
  const risk =
    futures === null
      ? null
      : studyRisk({ run, problem: plain, starts, known: futures, tailShare: aim.risk?.tailShare ?? null });
  world.onProgress('describe', 1);
  return ok(
    describeOptimised(question, {
      ...outcome,
      ...studies.value,
      risk,
      nothing: figuresOf(plain, []),
      figures: figuresOf(plain, starts),
    }),
  );
}

function noPoint({ chosenPoint, frontierPoints }: OptimiseOptions): Problem | null {
  if (chosenPoint === null || (chosenPoint >= 1 && chosenPoint <= frontierPoints)) return null;
  return {
    code: 'out-of-range',
    message: `The frontier has ${frontierPoints} points, and no point ${chosenPoint}.`,
    path: 'point',
    hint: `Choose a point from 1 to ${frontierPoints}, or ask for more of them with --frontier.`,
  };
}
