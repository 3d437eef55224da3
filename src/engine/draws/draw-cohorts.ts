// Those who complete a channel in a month, as whole people with ages of their own.
import type { Completing } from '../mean/joiners.ts';
import type { Cohort, Intake } from '../model/intake.ts';
import type { Model } from '../model/model.ts';
import { drawBinomial, drawPoisson } from './poisson.ts';
import { addPerson, type Crowd } from './crowd.ts';
import { nextUnit, type WordStream } from './word-stream.ts';

export type CohortMonth = {
  readonly crowd: Crowd;
  readonly stream: WordStream;
  readonly step: number;
  readonly completing: readonly Completing[];
  /** Whether the crowd is of those who start anyway, or of those who start over and above them. */
  readonly isBaseline: boolean;
};

/** Starts of a plan are a known number of people, of whom each completes or not; what starts anyway is a rate, and so
 *  Poisson. @source docs/model/draws.md, eq. 4 */
export function drawCohorts(model: Model, intake: Intake, month: CohortMonth): void {
  const { step, completing, stream, crowd } = month;
  for (let index = intake.firstAt[step] ?? 0; index < (intake.firstAt[step + 1] ?? 0); index++) {
    const cohort = intake.cohorts[index];
    const rates = completing[cohort?.channel ?? -1];
    if (cohort === undefined || rates === undefined || cohort.isBaseline !== month.isBaseline) continue;
    const people = cohort.isBaseline
      ? drawPoisson(cohort.people * rates.perBaseline, stream)
      : drawBinomial(wholePeople(cohort.people, stream), rates.perStart, stream);
    for (let left = people; left > 0; left--) addPerson(crowd, cohort.row, drawAge(model, cohort, stream));
  }
}

/** A part of a person starts with the chance of that part. */
function wholePeople(people: number, stream: WordStream): number {
  return Number.isInteger(people) ? people : Math.floor(people + nextUnit(stream));
}

/** The age group by the cohort's shares, and any year of it alike. */
function drawAge(model: Model, cohort: Cohort, stream: WordStream): number {
  const { groupOfAge, yearsInGroup, count } = model.ages;
  let left = nextUnit(stream);
  let last = 0;
  for (let age = 0; age < count; age++) {
    const group = groupOfAge[age] ?? 0;
    const share = (cohort.groupShares[group] ?? 0) / (yearsInGroup[group] ?? 1);
    if (share > 0) last = age;
    left -= share;
    if (left < 0) return age;
  }
  return last;
}
