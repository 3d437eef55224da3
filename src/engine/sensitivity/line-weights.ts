// What one whole FTE of each line of the blueprint asks for at a step, all units together.
import { remaining } from '#kernel';
import { competenceAt, type Competence } from '../mean/competence.ts';
import { scalarOf, type SampleRow } from '../model/lever.ts';
import type { Model } from '../model/model.ts';

/** Digital FTE, before level and productivity: of lines that ask for the posts of today, and of those beyond. */
export type LineWeight = { readonly today: number; readonly beyondToday: number };

/** @returns line → weight, for lines that anybody answers for */
export function weightsOfLines(model: Model, step: number): ReadonlyMap<number, LineWeight> {
  const weights = new Map<number, LineWeight>();
  for (const shares of model.demand.shares) {
    shares.line.forEach((line, entry) => {
      const course = model.demand.courses[shares.course[entry] ?? 0];
      const weight = (shares.weight[entry] ?? 0) * (course?.share[step] ?? 0);
      const known = weights.get(line) ?? { today: 0, beyondToday: 0 };
      weights.set(
        line,
        course?.isBeyondToday === true
          ? { ...known, beyondToday: known.beyondToday + weight }
          : { ...known, today: known.today + weight },
      );
    });
  }
  return weights;
}

/** What multiplies demand at a step in a sample. */
export type CourseLevels = {
  /** Of what is asked for beyond the posts of today. */
  readonly level: number;
  /** Share of the work that is left to do after what is saved, in FTE of people as competent as they then are. */
  readonly taken: number;
  readonly competence: Competence;
  /** Whether one unit more of a saving would save more. */
  readonly isSavingMore: boolean;
};

/** More than this share of the work cannot be saved in a year. */
const MOST_SAVED = 0.95;

export function courseLevels(model: Model, sample: SampleRow, step: number): CourseLevels {
  const saved = scalarOf(model.levers.productivityYearly, sample, step);
  const competence = competenceAt(model, sample, step);
  return {
    level: Math.max(0, scalarOf(model.levers.demandLevel, sample, step)),
    taken: remaining(Math.min(saved, MOST_SAVED), step) * competence.factor,
    competence,
    isSavingMore: saved < MOST_SAVED,
  };
}
