// What a plan is to be best at: least cost, least shortage within a budget, a target, the worst futures; and without what.
import { fail, ok, type Result } from '#kernel';
import {
  seekingLeastShortage,
  weighFutures,
  withPurse,
  withoutChannels,
  type NeedSamples,
  type PlanProblem,
  type Purse,
  type RiskView,
} from '#optimiser';
import type { HealthSystem } from '#workforce';

/** Least cost where neither a budget nor anything else is asked. */
export type Aim = {
  /** Money for starts within which the least shall stay short; null where money is weighed against shortage. */
  readonly budget: Purse | null;
  /** Share of the last year's shortage that is to be closed, 0..1; null where none is set. */
  readonly targetShare: number | null;
  /** How much the worst futures weigh; null where the plan is made for the mean course. */
  readonly risk: RiskView | null;
  /** Ids of channels that nobody may start in. */
  readonly without: readonly string[];
};

export const LEAST_COST: Aim = { budget: null, targetShare: null, risk: null, without: [] };

/** @returns the aim, or why it cannot be asked of this system */
export function checkAim(system: HealthSystem, aim: Aim): Result<Aim> {
  const unknown = aim.without.find((id) => !system.channels.some((channel) => channel.id === id));
  if (unknown !== undefined) {
    return fail({
      code: 'unknown-reference',
      message: `Channel '${unknown}' is not one of the pack's channels.`,
      path: 'without',
      hint: `Choose among: ${system.channels.map(({ id }) => id).join(', ')}.`,
    });
  }
  if (aim.risk !== null && aim.risk.tailShare <= 0) {
    return fail({
      code: 'out-of-range',
      message: 'No share of the futures counts as the worst, so there are none to weigh.',
      path: 'tail',
      hint: 'Give a share above 0, such as 10%.',
    });
  }
  if (aim.targetShare !== null && aim.risk !== null) {
    return fail({
      code: 'inconsistent',
      message: 'A target is set for the mean course, and --risk weighs all futures: one plan cannot be made for both.',
      path: 'target',
      hint: 'Ask for one after the other, and compare the two plans.',
    });
  }
  return ok(aim);
}

/** The question with its money and channels as the aim has them; futures and targets come after. */
export function withMeans(problem: PlanProblem, { budget, without }: Aim): PlanProblem {
  const open = without.length === 0 ? problem : withoutChannels(problem, without, Infinity);
  return budget === null ? open : withPurse(seekingLeastShortage(open), budget);
}

/** @param samples needs by future, in the problem's own order; null where the mean course is planned for */
export function withFutures(problem: PlanProblem, { risk }: Aim, samples: NeedSamples | null): PlanProblem {
  return risk === null || samples === null ? problem : weighFutures(problem, samples, risk);
}
