// The work behind a plan: the same main job as on the command line, its document cut into the parts that pages ask for.
import { canonicalJson, fail, ok, parseMonth, type Problem } from '#kernel';
import { planWorkforce, PLAN_STEPS, tellSteps, type PlanStep, type Solver } from '#planning';
import type { JobWork } from '#queue';
import { partsOfPlan, planAskSchema } from '#service';

/** As on the command line: a plan within this share of the cheapest counts as the cheapest. */
const RELATIVE_GAP = 1e-6;
const TIME_LIMIT_SECONDS = 900;

const STEP_NAMES: Readonly<Record<PlanStep, string>> = {
  resolve: 'Resolving the blueprint',
  project: 'Projecting the workforce',
  optimise: 'Finding the cheapest plan',
  replay: 'Replaying the plan through the full model',
  describe: 'Drawing it up',
};

/** Share of the whole work that each step has been seen to take on the largest pack. */
const STEP_SHARES: Readonly<Record<PlanStep, number>> = {
  resolve: 0.02,
  project: 0.28,
  optimise: 0.4,
  replay: 0.28,
  describe: 0.02,
};

/** @returns the work as it is done in whatever thread calls it; it reckons for seconds without a pause */
export function createPlanWork(solver: Solver): JobWork {
  return async ({ job, pack }, { onProgress, onStanding, signal, simulator }) => {
    const asked = planAskSchema.safeParse(job.request);
    const asOf = asked.success ? parseMonth(asked.data.ask.asOf) : null;
    if (!asked.success || asOf === null) return fail(unreadable);
    const { scenario, mode, seed, samples } = asked.data.ask;
    const chosen = { scenario, mode, seed, samples, asOf };
    const options = { ...chosen, timeLimitSeconds: TIME_LIMIT_SECONDS, relativeGap: RELATIVE_GAP };
    const plan = await planWorkforce(pack, options, {
      simulator,
      solver,
      signal,
      ...tellSteps(STEP_NAMES, {
        tell: (words, step, shareDone) => onProgress(words, shareBefore(step) + STEP_SHARES[step] * shareDone),
        ...(onStanding === undefined ? {} : { onStanding }),
      }),
    });
    if (!plan.ok) return plan;
    return ok(new Map([...partsOfPlan(plan.value)].map(([name, part]) => [name, canonicalJson(part)])));
  };
}

function shareBefore(step: PlanStep): number {
  const earlier = PLAN_STEPS.slice(0, PLAN_STEPS.indexOf(step));
  return earlier.reduce((sum, each) => sum + STEP_SHARES[each], 0);
}

const unreadable: Problem = {
  code: 'schema',
  message: 'The request of this plan names no scenario, mode, seed, samples or month in the form that is asked for.',
  path: 'request.ask',
  hint: 'Ask for it again.',
};
