// How far off the samples' figures may be: what eight independent scrambles say of the same mean and the same quantiles.
import { quantileOfSorted } from '#kernel';
import { scramblesOf } from '#workforce';
import type { Model } from '../model/model.ts';
import type { Estimates, Measure, MeasurePrecision, Settling } from '../projection.ts';
import type { Board } from './board.ts';

/** Standard errors of what is said of a whole place at the end of each year; none where there is but one scramble.
 *  @source docs/model/samples.md, eq. 7 */
export function precisionOf(model: Model, board: Board): readonly MeasurePrecision[] {
  if (scramblesOf(board.samples) === 1) return [];
  return yearEndValues(model, board).map(({ measure, values }) => ({ measure, ...asColumns(values.map(errorsOf)) }));
}

/** A measure of a whole place at the end of each year, shape [year][sample]. */
export type YearEndValues = { readonly measure: Measure; readonly values: readonly Float64Array[] };

export function yearEndValues(model: Model, board: Board): readonly YearEndValues[] {
  const years = yearsOf(model);
  const supply = rolesAt(model, board, board.roles.fte);
  const demand = rolesAt(model, board, board.roles.demandFte);
  const readings: readonly (readonly [Measure, Reading])[] = [
    ['headcount', rolesAt(model, board, board.roles.headcount)],
    ['fte', supply],
    ['demandFte', demand],
    ['gapFte', (sample, step) => supply(sample, step) - demand(sample, step)],
    ['shortageFte', membersAt(model, { values: board.shortageFte, board, members: model.families.length })],
    ['costGbp', membersAt(model, { values: board.costGbp, board, members: 1 })],
  ];
  return readings.map(([measure, read]) => ({ measure, values: years.map((step) => valuesOf(board, read, step)) }));
}

/** A place's gap at the last step, shape [sample]. */
export function lastGapFte(model: Model, board: Board): Float64Array {
  const supply = rolesAt(model, board, board.roles.fte);
  const demand = rolesAt(model, board, board.roles.demandFte);
  return valuesOf(board, (sample, step) => supply(sample, step) - demand(sample, step), model.steps);
}

/** How a place's gap at the last step settles as samples are added: read from the first few points of each scramble, then
 *  from twice as many, until all are in.
 *  @param gap shape [sample] */
export function settlingOf(gap: Float64Array): readonly Settling[] {
  const scrambles = scramblesOf(gap.length);
  const size = gap.length / scrambles;
  const rows: Settling[] = [];
  for (let first = scrambles === 1 ? size : FEWEST_READ; first <= size; first *= 2) {
    const some = gap.filter((_, sample) => sample % size < first);
    rows.push({ samples: some.length, gapFte: estimatesOf(some), errorFte: scrambles === 1 ? null : errorsOf(some) });
  }
  return rows;
}

/** Fewer points of a scramble have no tenth percentile. */
const FEWEST_READ = 8;

/** The steps that precision is told of: the end of each year, and the last. */
export function yearsOf(model: Pick<Model, 'steps'>): readonly number[] {
  const whole = Array.from({ length: Math.floor(model.steps / 12) }, (_, year) => (year + 1) * 12);
  return model.steps % 12 === 0 ? whole : [...whole, model.steps];
}

type Reading = (sample: number, step: number) => number;

function rolesAt(model: Model, board: Board, values: Float64Array): Reading {
  return membersAt(model, { values, board, members: model.roles.length });
}

type Members = { readonly values: Float64Array; readonly board: Board; readonly members: number };

/** The sum over all members of one axis. @param values shape [member][sample][step] */
function membersAt(model: Model, { values, board, members }: Members): Reading {
  const width = model.steps + 1;
  return (sample, step) => {
    let sum = 0;
    for (let member = 0; member < members; member++) {
      sum += values[(member * board.samples + sample) * width + step] ?? 0;
    }
    return sum;
  };
}

function valuesOf(board: Board, read: Reading, step: number): Float64Array {
  return Float64Array.from({ length: board.samples }, (_, sample) => read(sample, step));
}

function estimatesOf(values: Float64Array): Estimates {
  const sorted = values.toSorted();
  return {
    mean: values.reduce((sum, value) => sum + value, 0) / values.length,
    p10: quantileOfSorted(sorted, 0.1),
    p50: quantileOfSorted(sorted, 0.5),
    p90: quantileOfSorted(sorted, 0.9),
  };
}

/** Each scramble gives an estimate of its own; how these scatter, over the root of their number.
 *  @param values scramble after scramble */
function errorsOf(values: Float64Array): Estimates {
  const scrambles = scramblesOf(values.length);
  const size = values.length / scrambles;
  return scatterOf(
    Array.from({ length: scrambles }, (_, scramble) =>
      estimatesOf(values.subarray(scramble * size, (scramble + 1) * size)),
    ),
  );
}

/** Standard errors of what several scrambles estimate, one by one. */
export function scatterOf(each: readonly Estimates[]): Estimates {
  const scrambles = each.length;
  const errorOf = (read: (estimates: Estimates) => number): number => {
    const parts = each.map(read);
    const mean = parts.reduce((sum, part) => sum + part, 0) / scrambles;
    const squares = parts.reduce((sum, part) => sum + (part - mean) * (part - mean), 0);
    return Math.sqrt(squares / (scrambles - 1) / scrambles);
  };
  return {
    mean: errorOf(({ mean }) => mean),
    p10: errorOf(({ p10 }) => p10),
    p50: errorOf(({ p50 }) => p50),
    p90: errorOf(({ p90 }) => p90),
  };
}

/** Estimates by year as columns. */
export function asColumns(errors: readonly Estimates[]): Omit<MeasurePrecision, 'measure'> {
  return {
    mean: Float64Array.from(errors, ({ mean }) => mean),
    p10: Float64Array.from(errors, ({ p10 }) => p10),
    p50: Float64Array.from(errors, ({ p50 }) => p50),
    p90: Float64Array.from(errors, ({ p90 }) => p90),
  };
}
