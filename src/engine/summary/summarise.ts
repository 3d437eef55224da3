// Summaries: mean and quantiles over the samples of every slice of a place.
import { quantileOfSorted } from '#kernel';
import type { Model } from '../model/model.ts';
import type { Measure, Series, Slice } from '../projection.ts';
import type { Board, Tally } from './board.ts';

/** Series of one place, slice by slice: all, each family, and by tier also bands and roles. */
export function summarise(model: Model, place: number, board: Board): readonly Series[] {
  const { code, tier } = model.places[place] ?? { code: '', tier: 'national' };
  const all: Slice = { place: code, family: '*', role: '*', band: '*' };
  const context = { model, board };
  const everyRole = [...model.roles.keys()];
  const ofFamily = (family: number): readonly number[] =>
    everyRole.filter((role) => model.roles[role]?.family === family);
  const families = model.families.map((family, index) => [
    ...peopleSeries(context, { slice: { ...all, family }, tally: board.roles, members: ofFamily(index) }),
    shortageSeries(context, { slice: { ...all, family }, families: [index] }),
  ]);
  const bands = model.bands.map((band, index) =>
    peopleSeries(context, { slice: { ...all, band }, tally: board.bands, members: [index] }),
  );
  const roles = model.roles.map((role, index) =>
    peopleSeries(context, { slice: { ...all, role: role.id }, tally: board.roles, members: [index] }),
  );
  return [
    ...peopleSeries(context, { slice: all, tally: board.roles, members: everyRole }),
    shortageSeries(context, { slice: all, families: [...model.families.keys()] }),
    quantilesOf(context, { slice: all, measure: 'costGbp', values: board.costGbp }),
    ...families.flat(),
    ...(tier === 'organisation' ? [] : bands.flat()),
    ...(tier === 'national' || tier === 'region' ? roles.flat() : []),
  ];
}

/** Share of the samples, by step, in which a place is short of less than half a post. */
export function chanceClosedOf(model: Model, board: Board): Float64Array {
  const width = model.steps + 1;
  const shortage = sumMembers(board.shortageFte, [...model.families.keys()], board.samples * width);
  const chance = new Float64Array(width);
  for (let sample = 0; sample < board.samples; sample++) {
    for (let step = 0; step < width; step++) {
      if ((shortage[sample * width + step] ?? 0) < 0.5) chance[step] = (chance[step] ?? 0) + 1 / board.samples;
    }
  }
  return chance;
}

/** Means over the samples of one member, shape [step]. */
export function meanDemandOf(model: Model, board: Board, role: number): Float64Array {
  const width = model.steps + 1;
  const span = board.samples * width;
  return meanOf(board.roles.demandFte.subarray(role * span, (role + 1) * span), board.samples);
}

type Context = { readonly model: Model; readonly board: Board };

type PeopleRequest = { readonly slice: Slice; readonly tally: Tally; readonly members: readonly number[] };

function peopleSeries(context: Context, request: PeopleRequest): readonly Series[] {
  const { slice, tally, members } = request;
  const width = context.model.steps + 1;
  const span = context.board.samples * width;
  const headcount = sumMembers(tally.headcount, members, span);
  const fte = sumMembers(tally.fte, members, span);
  const demandFte = sumMembers(tally.demandFte, members, span);
  const gapFte = fte.map((supply, cell) => supply - (demandFte[cell] ?? 0));
  const expected = (sums: Float64Array): Float64Array =>
    sumMembers(sums, members, width).map((sum) => sum / context.board.samples);
  const demandMean = meanOf(demandFte, context.board.samples);
  const fteMean = expected(tally.expectedFte);
  const gapMean = fteMean.map((supply, step) => supply - (demandMean[step] ?? 0));
  return [
    quantilesOf(context, { slice, measure: 'headcount', values: headcount, mean: expected(tally.expectedHeadcount) }),
    quantilesOf(context, { slice, measure: 'fte', values: fte, mean: fteMean }),
    quantilesOf(context, { slice, measure: 'demandFte', values: demandFte, mean: demandMean }),
    quantilesOf(context, { slice, measure: 'gapFte', values: gapFte, mean: gapMean }),
  ];
}

function shortageSeries(context: Context, request: { readonly slice: Slice; readonly families: readonly number[] }): Series {
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
  const width = context.model.steps + 1;
  const { samples } = context.board;
  const { values, slice, measure } = request;
  const series = {
    ...slice,
    measure,
    mean: request.mean ?? meanOf(values, samples),
    p10: new Float64Array(width),
    p50: new Float64Array(width),
    p90: new Float64Array(width),
  };
  // People and posts are never fewer than none, even where a normal approximation of few people says so.
  const floor = measure === 'gapFte' ? Number.NEGATIVE_INFINITY : 0;
  const sorted = new Float64Array(samples);
  for (let step = 0; step < width; step++) {
    for (let sample = 0; sample < samples; sample++) sorted[sample] = values[sample * width + step] ?? 0;
    sorted.sort();
    series.p10[step] = Math.max(floor, quantileOfSorted(sorted, 0.1));
    series.p50[step] = Math.max(floor, quantileOfSorted(sorted, 0.5));
    series.p90[step] = Math.max(floor, quantileOfSorted(sorted, 0.9));
  }
  return series;
}

function meanOf(values: Float64Array, samples: number): Float64Array {
  const width = values.length / samples;
  const mean = new Float64Array(width);
  for (let sample = 0; sample < samples; sample++) {
    for (let step = 0; step < width; step++) mean[step] = (mean[step] ?? 0) + (values[sample * width + step] ?? 0);
  }
  return mean.map((sum) => sum / samples);
}

function sumMembers(values: Float64Array, members: readonly number[], span: number): Float64Array {
  const sum = new Float64Array(span);
  for (const member of members) {
    const first = member * span;
    for (let cell = 0; cell < span; cell++) sum[cell] = (sum[cell] ?? 0) + (values[first + cell] ?? 0);
  }
  return sum;
}
