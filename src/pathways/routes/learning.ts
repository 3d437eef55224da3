// What it takes to learn: hours from one skill level to the next, and how study hours become months and pounds.
import { SKILL_LEVELS, type SkillLevel } from '#workforce';
import { type CreditTable, creditOf } from '../crosswalk/credit.ts';
import type { LevelNeed } from './role-level.ts';

/** From the pack's terms. */
export type LearningTerms = {
  /** Hours of study and practice that lead to each level from the one below it. */
  readonly hoursFromBelow: Readonly<Record<SkillLevel, number>>;
  /** Hours of study in a month beside the job. */
  readonly hoursPerMonth: number;
  readonly costGbpPerHour: number;
};

/** A need that is not met in full: what is held of it, and the hours still to go. */
export type SkillGap = {
  readonly skill: string;
  /** Level held of the same skill; null where none. */
  readonly from: SkillLevel | null;
  readonly to: SkillLevel;
  readonly hours: number;
  /** The other skill whose credit shortens the way most; null where none does. */
  readonly helpedBy: string | null;
};

/** Hours from nothing to a level: the sum of the steps up to it. */
export function hoursTo(level: SkillLevel, { hoursFromBelow }: LearningTerms): number {
  let hours = 0;
  for (const step of SKILL_LEVELS) {
    hours += hoursFromBelow[step];
    if (step === level) break;
  }
  return hours;
}

/** Hours that all the needs take from nothing. */
export function wholeHours(needs: readonly LevelNeed[], terms: LearningTerms): number {
  return needs.reduce((sum, { level }) => sum + hoursTo(level, terms), 0);
}

/** What somebody who holds `held` must still learn for `needs`. A need is met by the best of the skills held: its hours
 *  times its credit count, and only what is left is to be learned.
 *  @source docs/model/pathways.md, eq. 5 */
export function gapsBetween(
  { held, needs }: { readonly held: readonly LevelNeed[]; readonly needs: readonly LevelNeed[] },
  credit: CreditTable,
  terms: LearningTerms,
): readonly SkillGap[] {
  return needs.flatMap(({ skill, level }) => {
    let [best, helper]: [number, string | null] = [0, null];
    let own: SkillLevel | null = null;
    for (const each of held) {
      const share = creditOf(credit, each.skill, skill);
      if (share === 0) continue;
      if (each.skill === skill) own = each.level;
      const hours = share * hoursTo(each.level, terms);
      if (hours > best) [best, helper] = [hours, each.skill];
    }
    const hours = hoursTo(level, terms) - best;
    if (hours <= 0) return [];
    return [{ skill, from: own, to: level, hours, helpedBy: helper === skill ? null : helper }];
  });
}
