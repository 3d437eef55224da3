// A limit on what all starts together may cost, over the whole plan or in each year.
import type { PlanProblem } from '../plan-problem.ts';
import { yearOfStart } from '../plan-problem.ts';
import type { PlanCap } from '../plan-rules.ts';
import { yearCount } from '../plan-limit.ts';

/** Money for starts, whoever answers for them; pay is not part of it. */
export type Purse = { readonly gbp: number; readonly per: 'plan' | 'year' };

/** The problem with one limit more: no plan of it costs more to start than the purse holds. */
export function withPurse(problem: PlanProblem, purse: Purse): PlanProblem {
  const spans =
    purse.per === 'plan'
      ? [{ where: 'all starts', counts: () => true }]
      : Array.from({ length: yearCount(problem) }, (_, year) => ({
          where: `all starts, year ${year}`,
          counts: (start: number) => yearOfStart(problem, start) === year,
        }));
  const caps = spans.map(({ where, counts }): PlanCap => ({
    rule: 'purse',
    where,
    places: problem.places.map((_, place) => place),
    terms: [
      {
        options: problem.options.map((_, option) => option),
        amountOfStart: problem.startMonths.map((_, start) => (counts(start) ? 1 : 0)),
      },
    ],
    counts: { kind: 'costGbp' },
    most: purse.gbp,
    breach: null,
  }));
  return { ...problem, caps: [...(problem.caps ?? []), ...caps] };
}

/** How many times the pack's price a shortage counts where the least of it is sought: so dear that hardly any saving is
 *  preferred to a post filled, and not so dear that the solver's tolerance would swallow the savings. */
const DEARER = 10;

/** The problem with shortage as good as all that counts; among plans as short, the cheaper is still the better. */
export function seekingLeastShortage(problem: PlanProblem): PlanProblem {
  return { ...problem, shortagePriceGbpPerFteYear: problem.shortagePriceGbpPerFteYear * DEARER };
}

/** The problem in which nobody starts in some channels. @param from the first month, after the base month, in which they
 *  may; Infinity for never */
export function withoutChannels(problem: PlanProblem, closed: readonly string[], from: number): PlanProblem {
  return {
    ...problem,
    channels: problem.channels.map((channel) => {
      if (!closed.includes(channel.id)) return channel;
      return from === Infinity
        ? { ...channel, peoplePerYear: channel.peoplePerYear.map(() => 0) }
        : { ...channel, opensMonth: Math.max(channel.opensMonth ?? 0, from) };
    }),
  };
}
