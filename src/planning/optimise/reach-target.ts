// A target for the last year: the price at which a plan reaches it, or what stands in its way.
import { fail, monthInWords, type Problem, type Result } from '#kernel';
import {
  dearerLastPeriod,
  figuresOf,
  fractionalPlan,
  lastNeedFte,
  leastRelaxation,
  priceOfTarget,
  seekingLeastShortage,
  type PlanProblem,
  type PlanResult,
  type Relaxation,
  type SolvePart,
} from '#optimiser';
import type { HealthSystem } from '#workforce';
import { fteInWords, listInWords, peopleInWords, percentInWords, poundsInWords } from '../plan/words.ts';

/** Plans that are made before a target is given up: whole people may fall a little short of what fractions reach. */
const TRIES = 6;

export type TargetQuestion = {
  readonly system: HealthSystem;
  readonly problem: PlanProblem;
  /** The same question, small enough for many programmes. */
  readonly coarse: PlanProblem;
  readonly share: number;
  readonly solve: SolvePart;
  readonly planFor: (problem: PlanProblem) => Promise<Result<PlanResult>>;
};

/** The cheapest plan found that closes the share of the last year's shortage.
 *  @returns the plan, or the most that can be closed and the smallest change of limits with which the target is reached */
export async function reachTarget(question: TargetQuestion): Promise<Result<PlanResult>> {
  const { problem, coarse, share, solve, planFor } = question;
  const most = (1 - share) * lastNeedFte(problem);
  const price = await priceOfTarget(coarse, solve, (1 - share) * lastNeedFte(coarse));
  if (!price.ok) return price;
  if (price.value === null) return outOfReach(question);
  let extra = price.value;
  let leastShort = Infinity;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const plan = await planFor(extra === 0 ? problem : dearerLastPeriod(problem, extra));
    if (!plan.ok) return plan;
    const { lastShortFte } = figuresOf(problem, plan.value.starts);
    if (lastShortFte <= most) return plan;
    leastShort = Math.min(leastShort, lastShortFte);
    extra = extra * DEARER_EACH_TRY + FIRST_EXTRA;
  }
  return fail(notReached(question, leastShort));
}

/** The target is within what is allowed of an easier question only: in fractions of people, or with places counted together. */
function notReached({ problem, coarse, share }: TargetQuestion, leastShort: number): Problem {
  const closed = 1 - leastShort / Math.max(lastNeedFte(problem), 1e-9);
  return {
    code: 'infeasible',
    message:
      `No plan was found that closes ${percentInWords(share)} of the shortage of the last year, though ` +
      `${coarse === problem ? 'fractions of people would' : 'the places would if they were one'}; ` +
      `the nearest leaves ${fteInWords(leastShort)} posts short.`,
    path: 'target',
    hint: `Set a target of ${Math.floor(closed * 1000) / 10}% or less.`,
  };
}

const DEARER_EACH_TRY = 1.6;
const FIRST_EXTRA = 0.05;

async function outOfReach({ system, problem, coarse, share, solve }: TargetQuestion): Promise<Result<never>> {
  const best = await fractionalPlan(seekingLeastShortage(coarse), solve);
  if (!best.ok) return best;
  const relaxation = await leastRelaxation(coarse, solve, (1 - share) * lastNeedFte(coarse));
  if (!relaxation.ok) return relaxation;
  const closed = 1 - (best.value?.figures.lastShortFte ?? 0) / Math.max(lastNeedFte(coarse), 1e-9);
  return fail({
    code: 'infeasible',
    message:
      `No plan within the limits closes ${percentInWords(share)} of the shortage of the last year; ` +
      `about ${percentInWords(closed)} can be closed.`,
    path: 'target',
    hint: relaxationInWords({ system, problem: coarse, isCoarse: coarse !== problem }, relaxation.value),
  });
}

/** Limits that a sentence names; a target that asks for more of them is far from what the limits allow. */
const NAMED = 6;

/** The question whose limits are named; in a coarse one a place stands for all that respond alike. */
type Asked = { readonly system: HealthSystem; readonly problem: PlanProblem; readonly isCoarse: boolean };

function relaxationInWords(asked: Asked, relaxation: readonly Relaxation[] | null): string {
  if (relaxation === null)
    return 'Set a lower target, or open more channels: no room in those that are open would reach it, for want of a way into a role or of time.';
  if (relaxation.length === 0) return 'Set a slightly lower target: this one lies at the very edge of the limits.';
  const named = relaxation.slice(0, NAMED).map((each) => relaxedLimit(asked, each));
  const others = relaxation.length - named.length;
  const more = others > 0 ? `, and ${others} limits more by less` : '';
  return `Lower the target, or change the limits; the smallest change with which it is reached: ${listInWords(named)}${more}.`;
}

function relaxedLimit(asked: Asked, { limit, from, to }: Relaxation): string {
  const { system, problem } = asked;
  const channelName = (index: number): string => {
    const id = problem.channels[index]?.id ?? '';
    return system.channels.find((channel) => channel.id === id)?.name ?? id;
  };
  const yearFrom = (year: number): string => `in the year from ${monthInWords(system.baseMonth + year * 12)}`;
  const people = `from ${peopleInWords(Math.round(from))} to ${peopleInWords(Math.ceil(to))}`;
  const money = `from ${poundsInWords(from)} to ${poundsInWords(to)}`;
  switch (limit.kind) {
    case 'capacity':
      return `${channelName(limit.channel)} ${yearFrom(limit.year)} ${people}`;
    case 'place-capacity': {
      return `${channelName(limit.channel)} in ${placesInWords(asked, limit.place)} ${yearFrom(limit.year)} ${people}`;
    }
    case 'budget':
      return `the budget of the ${problem.budgets[limit.budget]?.tier ?? ''} tier ${yearFrom(limit.year)} ${money}`;
    case 'cap': {
      const cap = problem.caps?.[limit.cap];
      return `${cap?.where ?? 'a rule'} ${cap?.counts.kind === 'costGbp' ? money : `from ${round(from)} to ${round(to)}`}`;
    }
    default:
      return '';
  }
}

function placesInWords({ system, problem, isCoarse }: Asked, index: number): string {
  const place = system.places.find(({ code }) => code === problem.places[index])?.name ?? '';
  if (!isCoarse) return place;
  return problem.places.length === 1 ? 'all places’ own room together' : `the room of ${place} and the places like it`;
}

function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}
