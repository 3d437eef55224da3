// What is asked about a plan beside the plan itself: why it, what a slip costs, what can wait, how near it is to the best.
import { ok, type Result } from '#kernel';
import { boundOf, objectiveOf, type PlanProblem, type PlanResult, type SolvePart } from '#optimiser';
import type { StopSignal } from '../ports.ts';
import { withMeans } from './aim.ts';
import { orWithoutTime } from './ask-solver.ts';
import type { Answers } from './describe-optimised.ts';
import { studyFlexibility } from './flexibility-study.ts';
import { weighingOf, type Outcome, type Question } from './question.ts';
import { reasonsFor, reasonsWithoutTime } from './reasons.ts';
import { smallEnough } from './small-enough.ts';

type Asking = { readonly solve: SolvePart; readonly signal: StopSignal };

/** Channels whose worth is told by the best plan without them. */
const CHANNELS_LEFT_OUT = 3;

/** Each question has its own time limit; what it leaves open is named, and the plan stands without it. */
export async function studyPlan(
  question: Question,
  { result }: Outcome,
  { solve, signal }: Asking,
): Promise<Result<Pick<Answers, 'result' | 'reasons' | 'flexibility' | 'coarseShare' | 'notFound'>>> {
  const { run, aim, problem, coarse } = question;
  const { starts } = result;
  const asked = {
    system: run.pack.system,
    problem,
    coarse,
    starts,
    solve,
    weighing: weighingOf(question),
    leftOut: CHANNELS_LEFT_OUT,
    without: aim.without.length === 0 ? null : { channels: aim.without, coarse: withAllChannels(question) },
  };
  const found = await reasonsFor(asked);
  const reasons = orWithoutTime(found, reasonsWithoutTime(asked), signal);
  if (!reasons.ok) return reasons;
  const proven = await boundOf(coarse, solve);
  const bound = orWithoutTime(proven, 0, signal);
  if (!bound.ok) return bound;
  const waited = await flexibilityOf(question, solve);
  const flexibility = orWithoutTime(waited, null, signal);
  if (!flexibility.ok) return flexibility;
  return ok({
    result: aim.risk === null ? provenAtLeast(result, bound.value) : result,
    reasons: reasons.value,
    flexibility: flexibility.value,
    coarseShare: shareBelow(bound.value, objectiveOf(problem, starts)),
    notFound: [
      ...(found.ok ? [] : ['what a slip of the first decisions costs']),
      ...(waited.ok ? [] : ['what can wait']),
    ],
  });
}

async function flexibilityOf(question: Question, solve: SolvePart): Promise<Result<Answers['flexibility']>> {
  const { run, aim, plain, futures } = question;
  const later = laterStarts(question);
  if (futures === null || later === null) return ok(null);
  const problem = withMeans(plain, { ...aim, budget: null });
  return studyFlexibility({ system: run.pack.system, problem, samples: futures, from: later, solve });
}

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
