// Summaries: what the samples of every slice of a place come to.
import type { Model } from '../model/model.ts';
import type { Measure, Series, Slice } from '../projection.ts';
import type { Board, Tally } from './board.ts';
import { meanByStep } from './mean-by-step.ts';
import { quantilesByStep, type Quantiles } from './quantiles.ts';
import { addSums, emptySums, familySums, memberSums, type Sums } from './sums.ts';

/** One measure of one slice in every sample. */
export type Sampled = Slice & {
  readonly measure: Measure;
  /** Shape [sample][step]; it may be the board's own memory, so nobody may write to it or keep it. */
  readonly values: Float64Array;
  /** Shape [step]. */
  readonly mean: Float64Array;
};

/** What is read of one place, slice by slice: all, each family, and by tier also bands and roles.
 *  @param read makes of a slice what is to be kept of it, before the next one is put together */
export function summarise<T>(input: SummaryInput, read: (sampled: Sampled) => T): readonly T[] {
  const { model, board } = input;
  const { code, tier } = model.places[input.place] ?? { code: '', tier: 'national' };
  const all: Slice = { place: code, family: '*', role: '*', band: '*' };
  const context = { model, board, read };
  const families = familySums(model, board);
  const sum = families.reduce(addSums, emptySums(model, board));
  const ofFamilies = families.map((sums, family) => [
    ...readPeople(context, { ...all, family: model.families[family] ?? '' }, sums),
    readShortage(context, { slice: { ...all, family: model.families[family] ?? '' }, families: [family] }),
  ]);
  const ofMembers = (tally: Tally, slices: readonly Slice[]): readonly T[] =>
    slices.flatMap((slice, member) => readPeople(context, slice, memberSums(model, board, { tally, member })));
  const bands = model.bands.map((band) => ({ ...all, band }));
  const roles = model.roles.map((role) => ({ ...all, role: role.id }));
  return [
    ...readPeople(context, all, sum),
    readShortage(context, { slice: all, families: [...model.families.keys()] }),
    read({ ...all, measure: 'costGbp', values: board.costGbp, mean: meanByStep(board.costGbp, board.samples) }),
    ...ofFamilies.flat(),
    ...(tier === 'organisation' ? [] : ofMembers(board.bands, bands)),
    ...(tier === 'national' || tier === 'region' ? ofMembers(board.roles, roles) : []),
  ];
}

export type SummaryInput = { readonly model: Model; readonly place: number; readonly board: Board };

/** The series of a slice all of whose samples are there. */
export function exactSeries({ values, ...sampled }: Sampled, samples: number): Series {
  return { ...sampled, ...heldQuantiles(sampled.measure, quantilesByStep(values, samples)) };
}

/** People and posts are never fewer than none, even where a normal approximation of few people says so. */
export function heldQuantiles(measure: Measure, { p10, p50, p90 }: Quantiles): Quantiles {
  if (measure === 'gapFte') return { p10, p50, p90 };
  const held = (quantile: Float64Array): Float64Array => quantile.map((value) => Math.max(0, value));
  return { p10: held(p10), p50: held(p50), p90: held(p90) };
}

/** Share of the samples, by step, in which a place has as many digital FTE as it needs, all roles together, to within
 *  half a post. */
export function chanceClosedOf(model: Model, board: Board): Float64Array {
  const width = model.steps + 1;
  const roles = [...model.roles.keys()];
  const supply = sumMembers(board.roles.fte, roles, board.samples * width);
  const demand = sumMembers(board.roles.demandFte, roles, board.samples * width);
  const chance = new Float64Array(width);
  for (let sample = 0; sample < board.samples; sample++) {
    for (let step = 0; step < width; step++) {
      const cell = sample * width + step;
      if ((demand[cell] ?? 0) - (supply[cell] ?? 0) < 0.5) chance[step] = (chance[step] ?? 0) + 1 / board.samples;
    }
  }
  return chance;
}

/** Means over the samples of one member, shape [step]. */
export function meanDemandOf(model: Model, board: Board, role: number): Float64Array {
  const width = model.steps + 1;
  const span = board.samples * width;
  return meanByStep(board.roles.demandFte.subarray(role * span, (role + 1) * span), board.samples);
}

type Context<T> = { readonly model: Model; readonly board: Board; readonly read: (sampled: Sampled) => T };

function readPeople<T>({ board, read }: Context<T>, slice: Slice, sums: Sums): readonly T[] {
  const { samples } = board;
  const { headcount, fte, demandFte } = sums;
  const gapFte = new Float64Array(fte.length);
  for (let cell = 0; cell < fte.length; cell++) gapFte[cell] = (fte[cell] ?? 0) - (demandFte[cell] ?? 0);
  const demandMean = meanByStep(demandFte, samples);
  const fteMean = sums.expectedFte.map((total) => total / samples);
  const headcountMean = sums.expectedHeadcount.map((total) => total / samples);
  const gapMean = fteMean.map((supply, step) => supply - (demandMean[step] ?? 0));
  return [
    read({ ...slice, measure: 'headcount', values: headcount, mean: headcountMean }),
    read({ ...slice, measure: 'fte', values: fte, mean: fteMean }),
    read({ ...slice, measure: 'demandFte', values: demandFte, mean: demandMean }),
    read({ ...slice, measure: 'gapFte', values: gapFte, mean: gapMean }),
  ];
}

type Shortage = { readonly slice: Slice; readonly families: readonly number[] };

function readShortage<T>({ model, board, read }: Context<T>, { slice, families }: Shortage): T {
  const values = sumMembers(board.shortageFte, families, board.samples * (model.steps + 1));
  return read({ ...slice, measure: 'shortageFte', values, mean: meanByStep(values, board.samples) });
}

/** The sum over some members; of one member it is that member's own memory, so nobody may write to it. */
function sumMembers(values: Float64Array, members: readonly number[], span: number): Float64Array {
  const [only] = members;
  if (members.length === 1 && only !== undefined) return values.subarray(only * span, (only + 1) * span);
  const sum = new Float64Array(span);
  for (const member of members) {
    const first = member * span;
    for (let cell = 0; cell < span; cell++) sum[cell] = (sum[cell] ?? 0) + (values[first + cell] ?? 0);
  }
  return sum;
}
