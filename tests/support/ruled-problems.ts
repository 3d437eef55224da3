// Small plan problems under rules of every kind, made at random: openings, shared posts, people who move on, caps and floors.
import fc from 'fast-check';
import type { PlanCap, PlanChannel, PlanFloor, PlanProblem } from '#optimiser';
import { smallProblems } from './plan-problems.ts';

const BOTH = [0, 1];

/** What a rule is made of: two numbers in hundredths, whatever they stand for. */
type RuleSeed = { readonly rule: RuleName; readonly amount: number; readonly price: number };

const RULES = {
  pool: ({ amount }: RuleSeed) => withCap(capOf('pool', [1, 1], amount)),
  quarter: ({ amount }: RuleSeed) => withCap({ ...capOf('quarter-capacity', [1, 0], amount / 2), places: [0] }),
  ramp: ({ amount }: RuleSeed) => withCap(capOf('ramp', [-1.5, 1], amount / 3)),
  supervision: ({ amount }: RuleSeed) => withCap({ ...capOf('supervision', [0.4, 0.7], amount / 2), places: [1] }),
  fund: ({ price }: RuleSeed) => withCap({ ...capOf('fund-budget', [1, 1], price * 600), counts: { kind: 'costGbp' } }),
  step: ({ amount, price }: RuleSeed) =>
    withCap({
      ...capOf('cost-step', [1, 0], amount / 2),
      breach: { priceGbp: price * 200, paidBy: { channel: 1, year: 0 } },
    }),
  ambition: ({ amount, price }: RuleSeed) =>
    withCap({
      ...capOf('ambition', [-1, -1], -amount),
      counts: { kind: 'fte', period: 2 },
      breach: { priceGbp: price * 400, paidBy: null },
    }),
  floor: ({ amount, price }: RuleSeed) =>
    withFloor({ place: 0, period: 1, mostShortFte: amount / 3, priceGbpPerFteYear: price * 1000 }),
  opening: ({ price }: RuleSeed) =>
    withChannel(1, { opening: { costGbp: price * 500, groups: ['NATION'], groupOfPlace: [0, 0] } }),
  openings: ({ price }: RuleSeed) =>
    withChannel(0, { opening: { costGbp: price * 300, groups: ['MILL', 'WELL'], groupOfPlace: BOTH } }),
  shared: ({ amount }: RuleSeed) => {
    const away = Math.min(1, amount / 4);
    const split = [
      { place: 0, share: 1 - away },
      { place: 1, share: away },
    ];
    return withChannel(0, { serves: [split, [{ place: 1, share: 1 }]] });
  },
  movers: ({ amount }: RuleSeed) => withMovers(amount / 4),
  factors:
    ({ amount, price }: RuleSeed) =>
    (problem: PlanProblem) => ({
      ...problem,
      placeFactors: Float64Array.from({ length: 2 * reachCountOf(problem) }, (_, at) =>
        at % 2 === 0 ? 0.5 + amount / 4 : price / 100,
      ),
    }),
} as const satisfies Record<string, (seed: RuleSeed) => (problem: PlanProblem) => PlanProblem>;

type RuleName = 'pool' | 'quarter' | 'ramp' | 'supervision' | 'fund' | 'step' | 'ambition' | 'floor' | SpecialRule;
type SpecialRule = 'opening' | 'openings' | 'shared' | 'movers' | 'factors';

const ruleNames: readonly RuleName[] = [
  'pool',
  'quarter',
  'ramp',
  'supervision',
  'fund',
  'step',
  'ambition',
  'floor',
  'opening',
  'openings',
  'shared',
  'movers',
  'factors',
];

/** Problems of two places with one to four rules. */
export const ruledProblems: fc.Arbitrary<PlanProblem> = fc
  .tuple(
    smallProblems,
    fc.uniqueArray(fc.constantFrom(...ruleNames), { minLength: 1, maxLength: 4 }),
    fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 4, maxLength: 4 }),
    fc.array(fc.integer({ min: 1, max: 150 }), { minLength: 4, maxLength: 4 }),
  )
  .map(([problem, rules, amounts, prices]) =>
    rules.reduce(
      (ruled, rule, index) =>
        RULES[rule]({ rule, amount: (amounts[index] ?? 0) / 100, price: prices[index] ?? 1 })(ruled),
      problem,
    ),
  );

/** A cap on all starts of both options in both places, by the half-year in which they start. */
function capOf(rule: PlanCap['rule'], amountOfStart: readonly number[], most: number): PlanCap {
  const terms = [{ options: BOTH, amountOfStart }];
  return { rule, where: `test ${rule}`, places: BOTH, terms, counts: { kind: 'people' }, most, breach: null };
}

function withCap(cap: PlanCap): (problem: PlanProblem) => PlanProblem {
  return (problem) => ({ ...problem, caps: [...(problem.caps ?? []), cap] });
}

/** A share of those who start in the first option's role is found in the other's, beside what stays in its own. */
function withMovers(share: number): (problem: PlanProblem) => PlanProblem {
  return (problem) => {
    if (problem.roles.length < 2 || problem.placeFactors !== undefined) return problem;
    const width = problem.startMonths.length * problem.periods.length;
    const [own, other] = [problem.responseFte.subarray(0, width), problem.responseFte.subarray(width)];
    return {
      ...problem,
      reaches: { firstOf: Int32Array.from([0, 2, 3]), role: Int32Array.from([0, 1, 1]) },
      responseFte: Float64Array.from([...own, ...own.map((fte) => share * fte), ...other]),
    };
  };
}

function reachCountOf({ reaches, options }: PlanProblem): number {
  return reaches?.role.length ?? options.length;
}

function withFloor(floor: PlanFloor): (problem: PlanProblem) => PlanProblem {
  return (problem) => ({ ...problem, floors: [...(problem.floors ?? []), floor] });
}

function withChannel(index: number, change: Partial<PlanChannel>): (problem: PlanProblem) => PlanProblem {
  return (problem) => ({
    ...problem,
    channels: problem.channels.map((channel, each) => (each === index ? { ...channel, ...change } : channel)),
  });
}
