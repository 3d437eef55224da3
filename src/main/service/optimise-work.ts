// The work behind an optimisation: the same as on the command line, for one aim or for each sum of money.
import { canonicalJson, fail, ok, parseMonth, type Problem } from '#kernel';
import { optimiseWorkforce, PLAN_STEPS, tellSteps, type PlanStep, type Solver } from '#planning';
import type { JobWork } from '#queue';
import { OPTIMISE_PART, optimiseAskSchema } from '#service';

/** As on the command line: how near to the best a plan must be proven to be, and the longest that a search may take. */
const RELATIVE_GAP = 0.02;
const TIME_LIMIT_SECONDS = 900;

const STEP_NAMES: Readonly<Record<PlanStep, string>> = {
  resolve: 'Resolving the blueprint',
  project: 'Projecting the workforce',
  optimise: 'Finding the best plan for the aim',
  replay: 'Replaying the plan through the full model',
  describe: 'Finding out why, and what else could be',
};

export function createOptimiseWork(solver: Solver): JobWork {
  return async ({ job, pack }, { onProgress, onStanding, signal, simulator }) => {
    const asked = optimiseAskSchema.safeParse(job.request);
    const asOf = asked.success ? parseMonth(asked.data.ask.asOf) : null;
    if (!asked.success || asOf === null) return fail(unreadable);
    const options = {
      ...asked.data.ask,
      mode: 'exact' as const,
      asOf,
      timeLimitSeconds: TIME_LIMIT_SECONDS,
      relativeGap: RELATIVE_GAP,
    };
    const document = await optimiseWorkforce(pack, options, {
      simulator,
      solver,
      signal,
      ...tellSteps(STEP_NAMES, {
        tell: (words, step, shareDone) => onProgress(words, overall(step, shareDone)),
        ...(onStanding === undefined ? {} : { onStanding }),
      }),
    });
    return document.ok ? ok(new Map([[OPTIMISE_PART, canonicalJson(document.value)]])) : document;
  };
}

/** Each step counts alike: how long each takes depends on the aim. */
function overall(step: PlanStep, shareDone: number): number {
  return (PLAN_STEPS.indexOf(step) + shareDone) / PLAN_STEPS.length;
}

const unreadable: Problem = {
  code: 'schema',
  message: 'The request of this plan names no scenario, aim, samples or month in the form that is asked for.',
  path: 'request.ask',
  hint: 'Ask for it again.',
};
