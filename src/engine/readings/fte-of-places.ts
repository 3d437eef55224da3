// What the posts of a place have of the nation's FTE: the same role is part-time more often in one place than in another.
import { assert } from '#kernel';
import type { Model } from '../model/model.ts';

/** People of one reach over the course of a start, by cell of [row][group]; only their proportions matter. */
export type ReachWeights = Map<number, number>;

/** @param given.weights shape [schedule][reach]  @param given.ftePerHead of the nation, shape [row][group]
 *  @returns place code → factors on the responses of the place's class, shape [reach]; 1 where nobody comes in time
 *  @source docs/model/responses.md, eq. 4 */
export function placeFactorsOf(
  model: Model,
  given: { readonly weights: readonly ReachWeights[]; readonly ftePerHead: Float64Array },
): ReadonlyMap<string, Float64Array> {
  const { weights, ftePerHead } = given;
  const reaches = weights.length / model.schedules.length;
  return new Map(
    model.units.map((unit) => {
      const factors = new Float64Array(reaches).map((_, reach) => {
        const own = weights[unit.schedule * reaches + reach];
        const nation = weighed(own, ftePerHead);
        return nation > 0 ? weighed(own, unit.ftePerHead) / nation : 1;
      });
      return [unit.code, factors];
    }),
  );
}

function weighed(weights: ReachWeights | undefined, ftePerHead: Float64Array): number {
  let fte = 0;
  for (const [cell, people] of weights ?? []) fte += people * (ftePerHead[cell] ?? 0);
  return fte;
}

/** Mean over units, weighted by the people in post in the row; shape [row][group]. */
export function nationalFtePerHead(model: Model): Float64Array {
  const { groupCount, count } = model.ages;
  const sums = new Float64Array(model.rows.count * groupCount);
  const weights = new Float64Array(model.rows.count);
  for (const unit of model.units) {
    for (let row = 0; row < model.rows.count; row++) {
      // A whisker for units without the row, so that a row that nobody holds has the mean of its stand-ins.
      const people = unit.headcount.subarray(row * count, (row + 1) * count).reduce((sum, each) => sum + each, 1e-9);
      weights[row] = (weights[row] ?? 0) + people;
      for (let group = 0; group < groupCount; group++) {
        const cell = row * groupCount + group;
        sums[cell] = (sums[cell] ?? 0) + people * (unit.ftePerHead[cell] ?? 0);
      }
    }
  }
  assert(model.units.length > 0, 'a model has at least one unit.');
  return sums.map((sum, cell) => sum / (weights[Math.floor(cell / groupCount)] ?? 1));
}
