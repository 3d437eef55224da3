// The optimiser alone: one plan for one aim, replayed, with its reasons and with what other sums of money would do.
import { responseTable, type Projection } from '#engine';
import { fail, ok, type Problem, type Result } from '#kernel';
import {
  boundOf,
  coarsenProblem,
  figuresOf,
  frontier,
  objectiveOf,
  type PlanProblem,
  type PlanResult,
  type SolvePart,
} from '#optimiser';
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
import { studyFlexibility } from './flexibility-study.ts';
import type { OptimiseDocument } from './optimise-document.ts';
import { FEW_PLACES } from './plan-reasons.ts';
import type { OptimiseOptions, Outcome, Question } from './question.ts';
import { reachTarget } from './reach-target.ts';
import { reasonsFor } from './reasons.ts';
import { futuresOf, studyRisk } from './risk-study.ts';
import { weighingOf } from './question.ts';

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

/** The problem itself where many programmes of it can be solved; else with places counted together. */
function smallEnough(problem: PlanProblem): PlanProblem {
  return problem.places.length <= FEW_PLACES ? problem : coarsenProblem(problem).problem;
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
  const { run, options, aim, plain, problem, coarse, futures } = question;
  const { system } = run.pack;
  const { starts } = outcome.result;
  world.onProgress('describe', 0);
  const solve = asking(options, world, 'describe');
  const reasons = await reasonsFor({
    system,
    problem,
    coarse,
    starts,
    solve,
    weighing: weighingOf(question),
    leftOut: CHANNELS_LEFT_OUT,
    without: aim.without.length === 0 ? null : { channels: aim.without, coarse: withAllChannels(question) },
  });
  if (!reasons.ok) return reasons;
  const bound = await boundOf(coarse, solve);
  if (!bound.ok) return bound;
  const later = laterStarts(question);
  const flexibility =
    futures === null || later === null
      ? ok(null)
      : await studyFlexibility({
          system,
          problem: withMeans(plain, { ...aim, budget: null }),
          samples: futures,
          from: later,
          solve,
        });
  if (!flexibility.ok) return flexibility;
  const risk =
    futures === null
      ? null
      : studyRisk({ run, problem: plain, starts, known: futures, tailShare: aim.risk?.tailShare ?? null });
  world.onProgress('describe', 1);
  return ok(
    describeOptimised(question, {
      ...outcome,
      result: aim.risk === null ? provenAtLeast(outcome.result, bound.value) : outcome.result,
      reasons: reasons.value,
      risk,
      flexibility: flexibility.value,
      nothing: figuresOf(plain, []),
      figures: figuresOf(plain, starts),
      coarseShare: shareBelow(bound.value, objectiveOf(problem, starts)),
    }),
  );
}

/** Channels whose worth is told by the best plan without them. */
const CHANNELS_LEFT_OUT = 3;

function withAllChannels({ plain, aim }: Question): PlanProblem {
  return smallEnough(withMeans(plain, { ...aim, without: [] }));
}

/** No plan of the coarse question costs more than the same plan of the question itself, so what is proven of the one holds
 *  for the other; a search that was stopped may have proven less. Futures that are weighed are another question. */
function provenAtLeast(result: PlanResult, coarseBoundGbp: number): PlanResult {
  const boundGbp = Math.max(result.boundGbp, Math.min(coarseBoundGbp, result.objectiveGbp));
  return { ...result, boundGbp, relativeGap: shareBelow(boundGbp, result.objectiveGbp) };
}

/** How far a bound lies below an objective, as a share of that. */
function shareBelow(boundGbp: number, objectiveGbp: number): number {
  return objectiveGbp <= 0 ? 0 : Math.max(0, 1 - boundGbp / objectiveGbp);
}

/** The first start a year or more after the first one, in January; null where the plan ends before. */
function laterStarts({ plain, run }: Question): number | null {
  const { baseMonth } = run.pack.system;
  const [first] = plain.startMonths;
  if (first === undefined) return null;
  const january = Math.ceil((baseMonth + first + MONTHS_A_YEAR) / MONTHS_A_YEAR) * MONTHS_A_YEAR;
  const last = plain.startMonths.at(-1) ?? first;
  return january <= baseMonth + last ? january : null;
}

const MONTHS_A_YEAR = 12;

function noPoint({ chosenPoint, frontierPoints }: OptimiseOptions): Problem | null {
  if (chosenPoint === null || (chosenPoint >= 1 && chosenPoint <= frontierPoints)) return null;
  return {
    code: 'out-of-range',
    message: `The frontier has ${frontierPoints} points, and no point ${chosenPoint}.`,
    path: 'point',
    hint: `Choose a point from 1 to ${frontierPoints}, or ask for more of them with --frontier.`,
  };
}
