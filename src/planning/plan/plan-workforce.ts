// The main job: from a pack to a plan, in the order in which a planner would tell it.
import { demandLines, resolveBlueprint, type ResolvedBlueprint } from '#blueprint';
import {
  ENGINE_VERSION,
  compile,
  requirementDemand,
  responseTable,
  type CompileInput,
  type Model,
  type Projection,
  type ProjectionRequest,
} from '#engine';
import { fail, formatMonth, ok, type Problem, type Result } from '#kernel';
import type { PlanProblem, PlanResult, Standing } from '#optimiser';
import {
  centralSample,
  drawSamples,
  effectiveRegister,
  sampleDesign,
  type Assumption,
  type Scenario,
} from '#workforce';
import { sensitivityRows } from '../sensitivity/sensitivity-rows.ts';
import { studySensitivity } from '../sensitivity/study-sensitivity.ts';
import { planReasons } from '../optimise/plan-reasons.ts';
import type { Pack, RunControl, Simulator, Solver, StopSignal } from '../ports.ts';
import { describePlan } from './describe-plan.ts';
import { estimateOf } from './figures.ts';
import { interventionsOf, replayStarts } from './interventions.ts';
import { outcomeOf, unmetWarnings } from './outcome.ts';
import type { PlanDocument } from './plan-document.ts';
import type { PlanOptions } from './plan-options.ts';
import { posePlan, quarterStarts } from './pose.ts';
import { checkTolerance, projectWithin } from './precision.ts';
import { promiseSentence } from './promise.ts';
import { solveInParts } from './solve-in-parts.ts';
import { IN_POUNDS } from './weighing.ts';

/** What the main job needs of the world. */
export type PlanWorld = {
  readonly simulator: Simulator;
  readonly solver: Solver;
  readonly onProgress: (step: PlanStep, shareDone: number) => void;
  /** Hears how the search for the plan stands, as often as it finds or proves something better. */
  readonly onStanding?: (standing: Standing) => void;
  readonly signal: StopSignal;
};

/** The steps of the main job in the order in which they run. */
export const PLAN_STEPS = ['resolve', 'project', 'optimise', 'replay', 'describe'] as const;
export type PlanStep = (typeof PLAN_STEPS)[number];

/** Resolves the blueprint, projects the workforce, finds the cheapest plan, replays it through the full model and
 *  writes all of it down.
 *  @returns the plan, or what is wrong with the pack or the choice */
export async function planWorkforce(pack: Pack, options: PlanOptions, world: PlanWorld): Promise<Result<PlanDocument>> {
  const late = tooLate(pack, options);
  if (late !== null) return fail(late);
  world.onProgress('resolve', 0);
  const projected = await projectBefore(pack, options, world);
  if (!projected.ok) return projected;
  const { run: prepared, projection: before } = projected.value;
  const chosen = await choosePlan(prepared, before, world);
  if (!chosen.ok) return chosen;
  const planned = { system: pack.system, resolved: prepared.resolved, ...chosen.value };
  const after = await project(prepared, { step: 'replay', starts: replayStarts(planned) }, world);
  if (!after.ok) return after;
  world.onProgress('describe', 0);
  const { problem, result } = chosen.value;
  // The solver answers in threads of its own; what else is to be described is reckoned here meanwhile.
  const reasoning = planReasons({ ...chosen.value, system: pack.system }, { ...world, limits: options });
  const elasticities = elasticitiesOf(prepared);
  const reasons = await reasoning;
  if (!reasons.ok) return reasons;
  const document = describePlan({
    ...prepared,
    engineVersion: ENGINE_VERSION,
    before,
    after: after.value,
    interventions: interventionsOf(planned),
    outcome: outcomeOf(pack.system, result, IN_POUNDS),
    warnings: unmetWarnings(pack.system, result),
    promise: promiseSentence(problem, result, after.value),
    reasons: reasons.value,
    elasticities,
    demandOf: new Map(
      requirementDemand(prepared.model, prepared.samples).map(({ requirement, fte }) => [requirement, estimateOf(fte)]),
    ),
  });
  world.onProgress('describe', 1);
  return ok(document);
}

type ProjectedRun = { readonly run: PreparedRun; readonly projection: Projection };

/** Projects the workforce as things go, on as many samples as the tolerance takes. */
async function projectBefore(pack: Pack, options: PlanOptions, world: PlanWorld): Promise<Result<ProjectedRun>> {
  const tolerance = options.tolerance ?? null;
  const askable = checkTolerance(options.mode, tolerance);
  if (!askable.ok) return askable;
  return projectWithin({ samples: options.samples, tolerance }, async (samples) => {
    const prepared = prepareRun(pack, { ...options, samples });
    if (!prepared.ok) return prepared;
    const projection = await project(prepared.value, { step: 'project', starts: [] }, world);
    return projection.ok ? ok({ run: prepared.value, projection: projection.value }) : projection;
  });
}

/** Enough for the strongest to be told from the weak; `cadre sensitivity` takes as many as one likes. */
const SENSITIVITY_SAMPLES = 64;
const SENSITIVITY_SHARES = 6;

function elasticitiesOf(run: PreparedRun): PlanDocument['elasticities'] {
  const nation = run.model.places.find(({ parent }) => parent < 0)?.code ?? '';
  const study = studySensitivity(run, {
    place: nation,
    seed: run.options.seed,
    samples: SENSITIVITY_SAMPLES,
    mostShares: SENSITIVITY_SHARES,
  });
  return sensitivityRows(study, run.register, run.pack.system);
}

/** A run made ready: what is to be run, and on which samples. */
export type PreparedRun = {
  readonly pack: Pack;
  readonly options: PlanOptions;
  readonly scenario: Scenario;
  readonly resolved: ResolvedBlueprint;
  readonly register: readonly Assumption[];
  /** What the model was compiled from. */
  readonly input: CompileInput;
  readonly model: Model;
  readonly samples: ProjectionRequest['samples'];
};

export function prepareRun(pack: Pack, options: PlanOptions): Result<PreparedRun> {
  const { system, blueprint } = pack;
  const scenario = system.scenarios.find(({ id }) => id === options.scenario);
  if (scenario === undefined) {
    return fail({
      code: 'unknown-reference',
      message: `Scenario '${options.scenario}' is not one of the pack's scenarios.`,
      path: 'scenario',
      hint: `Choose one of: ${system.scenarios.map(({ id }) => id).join(', ')}.`,
    });
  }
  const resolved = resolveBlueprint(blueprint, system.places, system.baseMonth);
  if (!resolved.ok) return resolved;
  const register = effectiveRegister(system, scenario);
  const input = { system, register, scenario, lines: demandLines(resolved.value) };
  const model = compile(input);
  const samples =
    options.mode === 'expected'
      ? centralSample(register)
      : drawSamples(register, { count: options.samples, seed: options.seed, design: sampleDesign(system) });
  return ok({ pack, options, scenario, resolved: resolved.value, register, input, model, samples });
}

type Pass = { readonly step: PlanStep; readonly starts: ProjectionRequest['starts'] };

/** Runs the model with some starts, telling the world how far it is. */
export function project(run: PreparedRun, pass: Pass, world: PlanWorld): Promise<Result<Projection>> {
  const { mode, seed } = run.options;
  const request = { mode, seed, samples: run.samples, starts: pass.starts };
  return world.simulator.project(run.model, request, controlOf(world, pass.step));
}

type Choice = { readonly problem: PlanProblem; readonly result: PlanResult };

async function choosePlan(run: PreparedRun, before: Projection, world: PlanWorld): Promise<Result<Choice>> {
  const { system } = run.pack;
  world.onProgress('optimise', 0);
  const problem = posePlan({
    system,
    register: run.register,
    projection: before,
    responses: responseTable(run.model, quarterStarts(system, run.options.asOf), run.samples),
  });
  const watch = { limits: run.options, control: controlOf(world, 'optimise') };
  const result = await solveInParts(problem, world.solver, watch);
  return result.ok ? ok({ problem, result: result.value }) : result;
}

/** @returns why nobody could start any more; null where somebody could */
export function tooLate({ system }: Pack, { asOf }: Pick<PlanOptions, 'asOf'>): Problem | null {
  if (quarterStarts(system, asOf).length > 0) return null;
  const last = formatMonth(system.baseMonth + system.horizonMonths);
  return {
    code: 'out-of-range',
    message: `As of ${formatMonth(asOf)} there is no quarter left in which anybody could start before the plan ends in ${last}.`,
    path: 'as-of',
    hint: `Choose an earlier month, or give the pack a later baseMonth than ${formatMonth(system.baseMonth)} and its stock.`,
  };
}

export function controlOf(world: PlanWorld, step: PlanStep): RunControl {
  const { onStanding, signal } = world;
  const onProgress = (shareDone: number): void => world.onProgress(step, shareDone);
  return { onProgress, signal, ...(onStanding === undefined ? {} : { onStanding }) };
}
