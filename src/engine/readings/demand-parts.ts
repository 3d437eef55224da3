// What a demand is made of: how much each line of the blueprint asks of a slice of people in one month.
import { coursesOf, lineReader } from '../mean/demand-unit.ts';
import type { Model } from '../model/model.ts';
import type { Samples, Slice } from '../projection.ts';
import { isCountedAt, unitsUnder } from './part-of.ts';
import { rowsOfSlice } from './slice-rows.ts';

export type DemandPart = {
  /** Index of the line, as the model was compiled from them. */
  readonly line: number;
  /** Digital FTE asked for, mean over the samples. */
  readonly fte: number;
  /** Whole FTE of posts that the line asks for in its own place when mature, mean over the samples. */
  readonly lineFte: number;
};

/** One part for each line that asks for anything, in the order of the lines; they add up to the demand of the slice. */
export function demandParts(
  model: Model,
  samples: Samples,
  at: { readonly slice: Slice; readonly step: number },
): readonly DemandPart[] {
  const rows = new Set(rowsOfSlice(model, at.slice));
  const weights = courseWeights(model, { ...at, rows });
  const read = lineReader(model, samples);
  const width = model.steps + 1;
  const sums = new Map<number, number>();
  for (let index = 0; index < samples.count; index++) {
    const courses = coursesOf(model, { samples, index, width: model.register.length });
    for (const { line, course, weight } of weights) {
      const fte = weight * (courses[course * width + at.step] ?? 0) * (read(line)[index] ?? 0);
      sums.set(line, (sums.get(line) ?? 0) + fte / samples.count);
    }
  }
  return [...sums]
    .filter(([, fte]) => fte !== 0)
    .toSorted(([one], [other]) => one - other)
    .map(([line, fte]) => ({ line, fte, lineFte: meanOf(read(line)) }));
}

export type CourseWeight = { readonly line: number; readonly course: number; readonly weight: number };

/** What a slice has of each line along each course, in FTE asked for one FTE of the whole line. */
export function courseWeights(
  model: Model,
  at: { readonly slice: Slice; readonly step: number; readonly rows: ReadonlySet<number> },
): readonly CourseWeight[] {
  const weights = new Map<string, CourseWeight>();
  for (const unit of unitsUnder(model, at.slice.place)) {
    const shares = model.demand.shares[unit];
    if (shares === undefined || !isCountedAt(model, { unit, place: at.slice.place, step: at.step })) continue;
    shares.line.forEach((line, entry) => {
      if (!at.rows.has(shares.row[entry] ?? -1)) return;
      const course = shares.course[entry] ?? 0;
      const key = `${line} ${course}`;
      weights.set(key, { line, course, weight: (weights.get(key)?.weight ?? 0) + (shares.weight[entry] ?? 0) });
    });
  }
  return [...weights.values()];
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);
}
