// Needs by future of groups of places: what single places are short of, added up, with no surplus to hide it.
import type { NeedSamples, PlanProblem } from '#optimiser';

/** @param samples in the order of `problem` @returns the same by group, shape [group][role][period][future] */
export function sumByGroup(problem: PlanProblem, samples: NeedSamples, groupOfPlace: readonly number[]): NeedSamples {
  const { count, needFte } = samples;
  const groups = Math.max(-1, ...groupOfPlace) + 1;
  const width = problem.roles.length * problem.periods.length * count;
  const summed = new Float64Array(groups * width);
  groupOfPlace.forEach((group, place) => {
    for (let at = 0; at < width; at++) {
      const into = group * width + at;
      summed[into] = (summed[into] ?? 0) + Math.max(0, needFte[place * width + at] ?? 0);
    }
  });
  return { count, needFte: summed };
}
