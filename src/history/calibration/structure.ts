// How a flow differs by band, age and place: main effects first, then each group pooled towards them.
import { groupBy } from '#kernel';
import { EVERYBODY } from '#workforce';
import { poolRates, poolShares, type PooledCell, type Posterior } from './pooling.ts';

/** Events in a group, over people; years of another level are already brought to the level that is wanted. */
export type Counted = {
  readonly band: string;
  readonly ageGroup: string;
  readonly count: number;
  readonly people: number;
};

export type PooledGroup = Counted & Posterior;

export type Structure = {
  readonly groups: readonly PooledGroup[];
  /** People, or expected events, that the main effects count for against a group's own counts. */
  readonly strength: number;
};

/** @param kind 'share' where an event happens to one of the people, 'rate' where it is only counted on them */
export function poolStructure(counted: readonly Counted[], kind: 'share' | 'rate'): Structure {
  if (counted.length === 0) return { groups: [], strength: 0 };
  const effects = mainEffects(counted);
  const cells: readonly PooledCell[] = counted.map(({ count, people }, index) => ({
    count,
    people: Math.max(people, 1e-9),
    expected: Math.min(Math.max(effects.rates[index] ?? 0, 1e-6), kind === 'share' ? 0.999 : Number.POSITIVE_INFINITY),
    expectedLogVariance: effects.logVariances[index] ?? 0,
  }));
  const { posteriors, strength } = kind === 'share' ? poolShares(cells) : poolRates(cells);
  return {
    strength,
    groups: counted.map((group, index) => ({
      ...group,
      ...(posteriors[index] ?? { mean: 0, p10: 0, p90: 0 }),
    })),
  };
}

/** Rounds of scaling; the last ones change nothing in the tenth digit. */
const ROUNDS = 60;

type MainEffects = { readonly rates: readonly number[]; readonly logVariances: readonly number[] };

/** Rates that are an effect of the band times one of the age, under which each band and each age has the events that it
 *  had (iterative proportional fitting of a Poisson model). Where the groups differ on one axis only, all have one rate,
 *  for an effect of each would leave nothing to pool. */
function mainEffects(counted: readonly Counted[]): MainEffects {
  const rates = counted.map(() => 1);
  const everything = [[...counted.keys()]];
  const [bands, ages] = [groupIndexes(counted, 'band'), groupIndexes(counted, 'ageGroup')];
  const axes = bands.length > 1 && ages.length > 1 ? [bands, ages] : [everything];
  for (let round = 0; round < ROUNDS; round++) {
    for (const groups of axes) {
      for (const members of groups) {
        const fitted = sumOver(members, (index) => (rates[index] ?? 0) * (counted[index]?.people ?? 0));
        if (fitted === 0) continue;
        const factor = eventsOf(counted, members) / fitted;
        for (const index of members) rates[index] = (rates[index] ?? 0) * factor;
      }
    }
  }
  return { rates, logVariances: logVariancesOf(counted, axes) };
}

/** An effect learned from n events has a logarithm of variance 1/n; band and age share the level of all. */
function logVariancesOf(
  counted: readonly Counted[],
  axes: readonly (readonly (readonly number[])[])[],
): readonly number[] {
  const ofAll = 1 / eventsOf(counted, [...counted.keys()]);
  const variances = counted.map(() => -ofAll * (axes.length - 1));
  for (const members of axes.flat()) {
    const ofGroup = 1 / eventsOf(counted, members);
    for (const index of members) variances[index] = (variances[index] ?? 0) + ofGroup;
  }
  return variances;
}

/** Half an event at least keeps a group that had none from being held impossible. */
function eventsOf(counted: readonly Counted[], members: readonly number[]): number {
  return Math.max(
    sumOver(members, (index) => counted[index]?.count ?? 0),
    0.5,
  );
}

function groupIndexes(counted: readonly Counted[], axis: 'band' | 'ageGroup'): readonly (readonly number[])[] {
  return [...groupBy(counted.keys(), (index) => counted[index]?.[axis] ?? EVERYBODY).values()];
}

function sumOver(members: readonly number[], valueOf: (index: number) => number): number {
  return members.reduce((sum, index) => sum + valueOf(index), 0);
}
