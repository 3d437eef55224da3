// Summaries: mean and quantiles over the samples of every slice of a place.
import type { Model } from '../model/model.ts';
import type { Measure, Series, Slice } from '../projection.ts';
import type { Board, Tally } from './board.ts';
import { meanByStep } from './mean-by-step.ts';
import { quantilesByStep } from './quantiles.ts';
import { addSums, emptySums, familySums, memberSums, type Sums } from './sums.ts';

/** Series of one place, slice by slice: all, each family, and by tier also bands and roles. */
export function summarise(model: Model, place: number, board: Board): readonly Series[] {
  const { code, tier } = model.places[place] ?? { code: '', tier: 'national' };
  const all: Slice = { place: code, family: '*', role: '*', band: '*' };
  const context = { model, board };
  const families = familySums(model, board);
  const sum = families.reduce(addSums, emptySums(model, board));
  const ofFamilies = families.map((sums, family) => [
    ...peopleSeries(context, { ...all, family: model.families[family] ?? '' }, sums),
    shortageSeries(context, { slice: { ...all, family: model.families[family] ?? '' }, families: [family] }),
  ]);
  const ofMembers = (tally: Tally, slices: readonly Slice[]): readonly Series[] =>
    slices.flatMap((slice, member) => peopleSeries(context, slice, memberSums(model, board, { tally, member })));
  const bands = model.bands.map((band) => ({ ...all, band }));
  const roles = model.roles.map((role) => ({ ...all, role: role.id }));
  return [
    ...peopleSeries(context, all, sum),
    shortageSeries(context, { slice: all, families: [...model.families.keys()] }),
    quantilesOf(context, { slice: all, measure: 'costGbp', values: board.costGbp }),
    ...ofFamilies.flat(),
    ...(tier === 'organisation' ? [] : ofMembers(board.bands, bands)),
    ...(tier === 'national' || tier === 'region' ? ofMembers(board.roles, roles) : []),
  ];
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

type Context = { readonly model: Model; readonly board: Board };

function peopleSeries(context: Context, slice: Slice, sums: Sums): readonly Series[] {
  const { samples } = context.board;
  const { headcount, fte, demandFte } = sums;
  const gapFte = new Float64Array(fte.length);
  for (let cell = 0; cell < fte.length; cell++) gapFte[cell] = (fte[cell] ?? 0) - (demandFte[cell] ?? 0);
  const demandMean = meanByStep(demandFte, samples);
  const fteMean = sums.expectedFte.map((total) => total / samples);
  const headcountMean = sums.expectedHeadcount.map((total) => total / samples);
  const gapMean = fteMean.map((supply, step) => supply - (demandMean[step] ?? 0));
  return [
    quantilesOf(context, { slice, measure: 'headcount', values: headcount, mean: headcountMean }),
    quantilesOf(context, { slice, measure: 'fte', values: fte, mean: fteMean }),
    quantilesOf(context, { slice, measure: 'demandFte', values: demandFte, mean: demandMean }),
    quantilesOf(context, { slice, measure: 'gapFte', values: gapFte, mean: gapMean }),
  ];
}

function shortageSeries(
  context: Context,
  request: { readonly slice: Slice; readonly families: readonly number[] },
): Series {
  const span = context.board.samples * (context.model.steps + 1);
  const values = sumMembers(context.board.shortageFte, request.families, span);
  return quantilesOf(context, { slice: request.slice, measure: 'shortageFte', values });
}

type QuantileRequest = {
  readonly slice: Slice;
  readonly measure: Measure;
  /** Shape [sample][step]. */
  readonly values: Float64Array;
  /** Shape [step]; the mean over the samples where it is not known better. */
  readonly mean?: Float64Array;
};

function quantilesOf(context: Context, request: QuantileRequest): Series {
  const { samples } = context.board;
  const { values, slice, measure } = request;
  const { p10, p50, p90 } = quantilesByStep(values, samples);
  // People and posts are never fewer than none, even where a normal approximation of few people says so.
  const held = (quantile: Float64Array): Float64Array =>
    measure === 'gapFte' ? quantile : quantile.map((value) => Math.max(0, value));
  const mean = request.mean ?? meanByStep(values, samples);
  return { ...slice, measure, mean, p10: held(p10), p50: held(p50), p90: held(p90) };
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
