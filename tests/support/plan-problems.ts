// Small plan problems for tests of the optimiser: one made by hand, and any number made at random.
import fc from 'fast-check';
import type { PlanChannel, PlanProblem } from '#optimiser';

/** A channel that is open throughout, with the same room every year. */
export function channelOf(id: string, change: Partial<PlanChannel> = {}): PlanChannel {
  return {
    id,
    accountableTier: 'national',
    fund: 'national programme',
    minimumCohort: 1,
    opensMonth: null,
    closesMonth: null,
    peoplePerYear: [10, 10, 10],
    shareOfPlace: [1, 1],
    ...change,
  };
}

/** Two places, one role, two channels, a start each half-year, three yearly periods; each place is short of three. */
export function twoPlaces(change: Partial<PlanProblem> = {}): PlanProblem {
  const problem = {
    places: ['MILL', 'WELL'],
    roles: ['analyst'],
    channels: [channelOf('market'), channelOf('training', { peoplePerYear: [4, 4, 4] })],
    options: [
      { channel: 0, role: 0, band: '6', costGbpPerStart: 20_000, payGbpPerFteYear: 50_000 },
      { channel: 1, role: 0, band: '5', costGbpPerStart: 5000, payGbpPerFteYear: 40_000 },
    ],
    startMonths: [0, 6, 12, 18, 24, 30],
    periods: [0, 12, 24].map((fromMonth) => ({ fromMonth, toMonth: fromMonth + 12 })),
    classOfPlace: [0, 0],
    needFte: Float64Array.from([3, 3, 3, 3, 3, 3]),
    budgets: [],
    shortagePriceGbpPerFteYear: 120_000,
    ...change,
  };
  const delays = problem.options.map(({ channel }) => 3 + 9 * channel);
  return { ...problem, responseFte: change.responseFte ?? responses(problem, delays) };
}

/** People who finish after a delay in months and then leave at a tenth a year; the same in every class. */
function responses(problem: Pick<PlanProblem, 'startMonths' | 'periods'>, delays: readonly number[]): Float64Array {
  const fte = delays.flatMap((delay) =>
    problem.startMonths.flatMap((start) =>
      problem.periods.map(({ fromMonth, toMonth }) => {
        let sum = 0;
        for (let month = fromMonth; month < toMonth; month++) {
          const inPost = month - start - delay;
          if (inPost >= 0) sum += Math.exp((-0.1 * inPost) / 12);
        }
        return sum / (toMonth - fromMonth);
      }),
    ),
  );
  return Float64Array.from(fte);
}

const hundredths = (least: number, most: number) => fc.integer({ min: least, max: most }).map((count) => count / 100);

/** Problems with two places, one or two roles, two channels of small room, small needs, and now and then a budget. */
export const smallProblems: fc.Arbitrary<PlanProblem> = fc
  .record({
    needs: fc.array(hundredths(-100, 300), { minLength: 12, maxLength: 12 }),
    roles: fc.constantFrom(['analyst'], ['analyst', 'technician']),
    rooms: fc.array(hundredths(0, 300), { minLength: 6, maxLength: 6 }),
    share: hundredths(30, 100),
    costs: fc.array(fc.integer({ min: 0, max: 60_000 }), { minLength: 2, maxLength: 2 }),
    cohort: fc.constantFrom(1, 1, 2),
    budget: fc.option(fc.integer({ min: 0, max: 90_000 }), { nil: null }),
    closes: fc.option(fc.constantFrom(6, 12, 24), { nil: null }),
  })
  .map((seed) =>
    twoPlaces({
      roles: seed.roles,
      needFte: Float64Array.from(seed.needs.slice(0, 6 * seed.roles.length)),
      startMonths: [0, 12],
      channels: [
        channelOf('market', { peoplePerYear: seed.rooms.slice(0, 3), closesMonth: seed.closes }),
        channelOf('training', {
          peoplePerYear: seed.rooms.slice(3),
          shareOfPlace: [seed.share, 0.5],
          minimumCohort: seed.cohort,
          accountableTier: 'region',
        }),
      ],
      options: seed.costs.map((costGbpPerStart, channel) => ({
        channel,
        role: channel % seed.roles.length,
        band: '5',
        costGbpPerStart,
        payGbpPerFteYear: 40_000,
      })),
      budgets: seed.budget === null ? [] : [{ tier: 'region', gbpPerYear: [seed.budget, seed.budget, seed.budget] }],
    }),
  );
