// How much narrower a difference is that shares chance: the chance of persons, the assumptions, and both at once.
import { nextUniform, openStream, streamKey } from '#kernel';
import { meanOf, varianceOf } from './benchmark.ts';

/** One figure of one future: what is expected under each sample of assumptions, and what whole people made of it. */
export type Runs = {
  /** Shape [sample]. */
  readonly expected: readonly number[];
  /** Shape [seed][sample]. */
  readonly drawn: readonly (readonly number[])[];
};

/** Variances of a difference: where each future has chance of its own, they add up; where they share it, what they have in
 *  common falls out. The interval holds the ratio in nine of ten resamplings. */
export type Ratio = {
  readonly apart: number;
  readonly together: number;
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
};

export type Narrowing = {
  readonly difference: number;
  /** Under the same assumptions, averaged over samples: the chance of persons alone. */
  readonly persons: Ratio;
  /** Of what is expected: the assumptions alone. No sharing of persons' chance could bring `all` above it for long. */
  readonly assumptions: Ratio;
  readonly all: Ratio;
};

export function narrowing(one: Runs, other: Runs): Narrowing {
  const difference: Runs = {
    expected: minus(other.expected, one.expected),
    drawn: other.drawn.map((values, seed) => minus(values, one.drawn[seed] ?? [])),
  };
  const ratioOf = (spread: (runs: Runs, samples: readonly number[]) => number): Ratio => {
    const at = (samples: readonly number[]) => {
      const apart = spread(one, samples) + spread(other, samples);
      const together = spread(difference, samples);
      return { apart, together, ratio: apart / together };
    };
    const all = [...one.expected.keys()];
    const ratios = resamples(all.length).map((samples) => at(samples).ratio);
    return { ...at(all), ...middleOf(ratios) };
  };
  return {
    difference: meanOf(difference.drawn.flat()),
    persons: ratioOf(spreadOfPersons),
    assumptions: ratioOf((runs, samples) => varianceOf(samples.map((sample) => runs.expected[sample] ?? Number.NaN))),
    all: ratioOf(spreadOfAll),
  };
}

/** Variance between seeds under one sample of assumptions, averaged over samples. */
function spreadOfPersons({ drawn }: Runs, samples: readonly number[]): number {
  return meanOf(samples.map((sample) => varianceOf(drawn.map((values) => values[sample] ?? Number.NaN))));
}

function spreadOfAll({ drawn }: Runs, samples: readonly number[]): number {
  return meanOf(drawn.map((values) => varianceOf(samples.map((sample) => values[sample] ?? Number.NaN))));
}

function minus(values: readonly number[], others: readonly number[]): readonly number[] {
  return values.map((value, index) => value - (others[index] ?? Number.NaN));
}

const RESAMPLES = 400;

/** Samples drawn from all with repetition, the same for every ratio. */
function resamples(count: number): readonly (readonly number[])[] {
  return Array.from({ length: RESAMPLES }, (_, resample) => {
    const stream = openStream(streamKey(1, resample));
    return Array.from({ length: count }, () => Math.floor(nextUniform(stream) * count));
  });
}

function middleOf(ratios: readonly number[]): Pick<Ratio, 'low' | 'high'> {
  const sorted = ratios.toSorted((one, two) => one - two);
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN;
  return { low: at(0.05), high: at(0.95) };
}
