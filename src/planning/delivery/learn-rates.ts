// What evidence teaches the register: levels of leaving and joining, places against all, and completion of channels.
import type { CohortResult } from '#delivery';
import { poolRates } from '#history';
import { groupBy, formatMonth, normalQuantile, type Month } from '#kernel';
import { quantileOfDistribution, type Assumption, type Distribution, type HealthSystem, type Source } from '#workforce';
import type { ComparedMonth } from './forecast-and-actual.ts';

/** What was learned of one assumption. */
export type LearnedRate = {
  readonly assumption: Assumption;
  /** What was counted, in words: `31 leavers where 24.2 were expected in 12 months`. */
  readonly because: string;
};

export type Learned = {
  readonly source: Source;
  readonly rates: readonly LearnedRate[];
  readonly notes: readonly string[];
};

export type LearningTerms = {
  readonly system: HealthSystem;
  /** One family or `*` for each place, never both, so that nobody counts twice. */
  readonly compared: readonly ComparedMonth[];
  readonly cohorts: readonly CohortResult[];
  readonly now: Month;
};

/** @source docs/model/delivery.md, eqs. 7 to 10 */
export function learnRates(terms: LearningTerms): Learned {
  const source = sourceOf(terms);
  const revise = { ...terms, source: source.id };
  const rates = [
    ...levelRate(revise, { ids: ['attrition.level', 'attrition.yearly'], flow: 'leavers' }),
    ...levelRate(revise, { ids: ['recruitment.level', 'recruitment.yearly'], flow: 'joiners' }),
    ...placeRates(revise),
    ...completionRates(revise),
  ];
  const notes = rates.length === 0 ? ['No evidence told of a rate that the register holds with a range.'] : [];
  return { source, rates, notes };
}

type Revising = LearningTerms & { readonly source: string };

function sourceOf({ compared, now }: LearningTerms): Source {
  const months = compared.map(({ month }) => month);
  const [from, until] = [Math.min(now, ...months), Math.max(...months, Math.min(now, ...months))];
  return {
    id: 'verified-evidence',
    title: `Verified evidence of ${new Set(compared.map(({ place }) => place)).size} places, ${formatMonth(from)} to ${formatMonth(until)}`,
    publisher: 'The places that reported it',
    date: formatMonth(until),
    kind: 'official',
    licence: 'as the evidence',
  };
}

type Counted = { readonly count: number; readonly expected: number };

/** Expected of those who were really there: the forecast's rate on the actual opening stock. */
function countedOf(compared: readonly ComparedMonth[], flow: 'leavers' | 'joiners'): Counted {
  return compared.reduce(
    (sum, { actual, forecast }) => {
      const height = forecast.opening > 0 ? actual.opening / forecast.opening : 1;
      return { count: sum.count + actual[flow], expected: sum.expected + forecast[flow] * height };
    },
    { count: 0, expected: 0 },
  );
}

/** The first of the ids that the register holds with a range is what the evidence moves. */
function levelRate(
  revising: Revising,
  { ids, flow }: { readonly ids: readonly string[]; readonly flow: 'leavers' | 'joiners' },
): readonly LearnedRate[] {
  const { system, compared } = revising;
  const assumption = ids
    .map((id) => system.assumptions.find((each) => each.id === id))
    .find((each) => each !== undefined && each.spread !== null);
  const counted = countedOf(compared, flow);
  if (assumption === undefined || assumption.spread === null || counted.expected <= 0) return [];
  const months = new Set(compared.map(({ month }) => month)).size;
  const learned = learnedFactor(assumption.spread, { ...counted, months });
  const because = `${tenth(counted.count)} ${flow} where ${tenth(counted.expected)} were expected in ${months} months`;
  return [{ assumption: revised(assumption, learned, { revising, because }), because }];
}

export type LearnedFactor = { readonly factor: number; readonly p10: number; readonly p90: number };

/** The share of a range's variance that is years differing from each other; the rest is doubt that evidence can end. */
const BETWEEN_YEARS = 0.5;

/** What the stated value is to be multiplied by, and its range against the new value.
 *
 *  On the scale of logarithms doubt of the level and counts are close to normal: half the register's variance is doubt of
 *  the level, half is years that differ; a year's evidence tells of one year, months of it of a part of one. */
export function learnedFactor(
  spread: Distribution,
  { count, expected, months }: Counted & { readonly months: number },
): LearnedFactor {
  const logSd = Math.log(quantileOfDistribution(spread, 0.9) / quantileOfDistribution(spread, 0.1)) / (2 * P90);
  const variance = logSd * logSd;
  const yearly = variance * BETWEEN_YEARS;
  const doubt = variance - yearly;
  const noise = 1 / (count + 0.5) + (yearly * 12) / Math.max(months, 12);
  const told = Math.log((count + 0.5) / (expected + 0.5));
  const weight = doubt / (doubt + noise);
  const after = Math.sqrt(doubt * (1 - weight) + yearly);
  const reach = Math.exp(P90 * after);
  return { factor: Math.exp(weight * told), p10: 1 / reach, p90: reach };
}

const P90 = normalQuantile(0.9);

function revised(
  assumption: Assumption,
  learned: LearnedFactor,
  { revising, because }: { readonly revising: Revising; readonly because: string },
): Assumption {
  const { value } = assumption;
  const scale = (stated: number) => fine(stated * learned.factor);
  const middle = value.kind === 'scalar' ? scale(value.value) : 1;
  return {
    ...assumption,
    ...registered(assumption, revising, because),
    value:
      value.kind === 'scalar'
        ? { kind: 'scalar', value: scale(value.value) }
        : value.kind === 'dated'
          ? { kind: 'dated', steps: value.steps.map((step) => ({ from: step.from, value: scale(step.value) })) }
          : { ...value, cells: value.cells.map(({ at, value: cell }) => ({ at, value: scale(cell) })) },
    spread: { kind: 'lognormal', p10: fine(middle * learned.p10), p90: fine(middle * learned.p90) },
  };
}

function registered({ id, note }: Assumption, { source, now }: Revising, because: string) {
  return {
    kind: 'official',
    source,
    note: `Learned from evidence: ${because}. Before: ${note === '' ? `the stated value of ${id}` : note}`.slice(
      0,
      900,
    ),
    signedOffBy: null,
    reviewBy: now + 12,
  } as const;
}

/** Fewer places say nothing of how places differ. */
const FEWEST_PLACES = 3;

/** Each place's leavers against those expected at the level of all, pooled: a small place leans on all the others. */
function placeRates(revising: Revising): readonly LearnedRate[] {
  const assumption = revising.system.assumptions.find(({ id }) => id === 'attrition.place-factor');
  const all = countedOf(revising.compared, 'leavers');
  const byPlace = [...groupBy(revising.compared, ({ place }) => place)].map(([place, months]) => ({
    place,
    ...countedOf(months, 'leavers'),
  }));
  const sound = byPlace.filter(({ expected }) => expected > 0);
  if (assumption?.value.kind !== 'table' || sound.length < FEWEST_PLACES || all.count === 0) return [];
  const level = all.count / all.expected;
  const { posteriors } = poolRates(
    sound.map(({ count, expected }) => ({ count, people: expected * level, expected: 1, expectedLogVariance: 0 })),
  );
  const factors = new Map(sound.map(({ place }, index) => [place, posteriors[index]?.mean ?? 1]));
  const stated = new Map(assumption.value.cells.map(({ at, value }) => [at[0] ?? '', value]));
  const cells = [...new Set([...stated.keys(), ...factors.keys()])].map((place) => ({
    at: [place],
    value: fine((stated.get(place) ?? 1) * (factors.get(place) ?? 1)),
  }));
  const because = `leavers of ${sound.length} places against those expected at the level of all, pooled`;
  const value = { ...assumption.value, cells };
  return [{ assumption: { ...assumption, ...registered(assumption, revising, because), value }, because }];
}

/** Completion is a share: a beta prior of the register's mean and spread, and binomial cohorts. */
function completionRates(revising: Revising): readonly LearnedRate[] {
  const { system, cohorts } = revising;
  const byAssumption = groupBy(
    cohorts,
    ({ channel }) => system.channels.find(({ id }) => id === channel)?.completion ?? '',
  );
  return [...byAssumption].flatMap(([id, results]): readonly LearnedRate[] => {
    const assumption = system.assumptions.find((each) => each.id === id);
    const completed = results.reduce((sum, each) => sum + each.completed, 0);
    const left = results.reduce((sum, each) => sum + each.left, 0);
    if (assumption?.value.kind !== 'scalar' || assumption.spread === null || completed + left === 0) return [];
    const prior = betaOf(assumption.spread);
    const [a, b] = [prior.a + completed, prior.b + left];
    const mean = a / (a + b);
    const sd = Math.sqrt((mean * (1 - mean)) / (a + b + 1));
    const because = `${tenth(completed)} of ${tenth(completed + left)} who ended completed`;
    const learned: Assumption = {
      ...assumption,
      ...registered(assumption, revising, because),
      value: { kind: 'scalar', value: fine(mean) },
      spread: { kind: 'normal', mean: fine(mean), sd: fine(sd), low: 0, high: 1 },
    };
    return [{ assumption: learned, because }];
  });
}

/** The beta distribution whose mean and standard deviation are those between a range's tenth and ninetieth percentile. */
function betaOf(spread: Distribution): { readonly a: number; readonly b: number } {
  const [low, high] = [quantileOfDistribution(spread, 0.1), quantileOfDistribution(spread, 0.9)];
  const mean = Math.min(0.999, Math.max(0.001, (low + high) / 2));
  const sd = Math.max((high - low) / (2 * P90), 1e-4);
  const strength = Math.max(1, (mean * (1 - mean)) / (sd * sd) - 1);
  return { a: mean * strength, b: (1 - mean) * strength };
}

function fine(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
