// How much is asked of slices of people in one month, sample by sample, so that two demands can be told apart.
import { coursesOf, lineReader } from '../mean/demand-unit.ts';
import type { Model } from '../model/model.ts';
import type { Samples, Slice } from '../projection.ts';
import { courseWeights } from './demand-parts.ts';
import { rowsOfSlice } from './slice-rows.ts';

/** Reads one month of a model for many slices; lines and courses are worked out once.
 *  @param step months after the base month
 *  @returns digital FTE asked of a slice, shape [sample] */
export function demandReader(model: Model, samples: Samples, step: number): (slice: Slice) => Float64Array {
  const read = lineReader(model, samples);
  const courses = coursesAt(model, samples, step);
  return (slice) => {
    const rows = new Set(rowsOfSlice(model, slice));
    const totals = new Float64Array(samples.count);
    for (const { line, course, weight } of courseWeights(model, { slice, step, rows })) {
      const values = read(line);
      for (let index = 0; index < samples.count; index++) {
        totals[index] =
          (totals[index] ?? 0) + weight * (courses[course * samples.count + index] ?? 0) * (values[index] ?? 0);
      }
    }
    return totals;
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
