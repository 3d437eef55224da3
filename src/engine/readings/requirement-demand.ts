// What each requirement asks of the nation once it has matured.
import { coursesOf, lineReader } from '../mean/demand-unit.ts';
import type { Model } from '../model/model.ts';
import type { Samples } from '../projection.ts';

export type RequirementDemand = {
  /** Id of the requirement. */
  readonly requirement: string;
  /** Digital FTE asked for in the nation in the first month in which all its lines have matured, shape [sample]. */
  readonly fte: Float64Array;
};

/** One entry for each requirement that asks for people, in the order in which they first do. */
export function requirementDemand(model: Model, samples: Samples): readonly RequirementDemand[] {
  const parts = partsOf(model);
  const lines = lineReader(model, samples);
  const width = model.steps + 1;
  const matured = new Map<string, number>();
  for (const part of parts) {
    matured.set(part.requirement, Math.max(matured.get(part.requirement) ?? 0, maturityOf(model, part.course)));
  }
  const demand = new Map([...matured.keys()].map((requirement) => [requirement, new Float64Array(samples.count)]));
  for (let sample = 0; sample < samples.count; sample++) {
    const courses = coursesOf(model, { samples, index: sample, width: model.register.length });
    for (const part of parts) {
      const fte = demand.get(part.requirement);
      const share = courses[part.course * width + (matured.get(part.requirement) ?? 0)] ?? 0;
      if (fte !== undefined) fte[sample] = (fte[sample] ?? 0) + part.weight * share * (lines(part.line)[sample] ?? 0);
    }
  }
  return [...demand].map(([requirement, fte]) => ({ requirement, fte }));
}

/** One line along one course in the whole nation. */
type Part = { readonly requirement: string; readonly line: number; readonly course: number; readonly weight: number };

function partsOf(model: Model): readonly Part[] {
  const parts = new Map<string, Part>();
  for (const shares of model.demand.shares) {
    shares.line.forEach((line, entry) => {
      const course = shares.course[entry] ?? 0;
      const key = `${line} ${course}`;
      const weight = (parts.get(key)?.weight ?? 0) + (shares.weight[entry] ?? 0);
      parts.set(key, { requirement: model.demand.lines[line]?.requirement ?? '', line, course, weight });
    });
  }
  return [...parts.values()].sort((a, b) => a.line - b.line || a.course - b.course);
}

/** First step at which a course has reached its whole; the last step where it does not. A course that ceases to count,
 *  because a departure lapses, leaves the say to the one that follows it. */
function maturityOf(model: Model, course: number): number {
  const share = model.demand.courses[course]?.share ?? new Float64Array(0);
  const last = share[model.steps] ?? 0;
  if (last === 0 && share.some((each) => each > 0)) return 0;
  const first = share.indexOf(1);
  return first < 0 ? model.steps : first;
}
