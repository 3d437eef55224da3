// How much is asked of slices of people in one month, sample by sample and line by line.
import { coursesOf, lineReader } from '../mean/demand-unit.ts';
import type { Model } from '../model/model.ts';
import type { Samples, Slice } from '../projection.ts';
import { courseWeights } from './demand-parts.ts';
import { rowsOfSlice } from './slice-rows.ts';

/** Digital FTE asked of a slice, shape [sample], by index of the line; lines that ask nothing of it are left out. */
export type DemandByLine = ReadonlyMap<number, Float64Array>;

/** Reads one month of a model for many slices; lines and courses are worked out once.
 *  @param step months after the base month */
export function demandReader(model: Model, samples: Samples, step: number): (slice: Slice) => DemandByLine {
  const read = lineReader(model, samples);
  const courses = coursesAt(model, samples, step);
  return (slice) => {
    const rows = new Set(rowsOfSlice(model, slice));
    const byLine = new Map<number, Float64Array>();
    for (const { line, course, weight } of courseWeights(model, { slice, step, rows })) {
      const values = read(line);
      const sums = byLine.get(line) ?? new Float64Array(samples.count);
      for (let index = 0; index < samples.count; index++) {
        const asked = weight * (courses[course * samples.count + index] ?? 0) * (values[index] ?? 0);
        sums[index] = (sums[index] ?? 0) + asked;
      }
      byLine.set(line, sums);
    }
    return byLine;
  };
}

/** Share of each course that is asked for in the month, shape [course][sample]. */
function coursesAt(model: Model, samples: Samples, step: number): Float64Array {
  const count = model.demand.courses.length;
  const width = model.steps + 1;
  const shares = new Float64Array(count * samples.count);
  for (let index = 0; index < samples.count; index++) {
    const courses = coursesOf(model, { samples, index, width: model.register.length });
    for (let course = 0; course < count; course++) {
      shares[course * samples.count + index] = courses[course * width + step] ?? 0;
    }
  }
  return shares;
}
