// The skills of all role levels as numbers, so that 200 levels can be compared with each other in a moment.
import type { CreditTable } from '../crosswalk/credit.ts';
import { hoursTo, type LearningTerms } from './learning.ts';
import type { LevelNeed, RoleLevel } from './role-level.ts';

export type SkillIndex = {
  /** Name of a skill → its number. */
  readonly numberOf: ReadonlyMap<string, number>;
  /** What each level asks for, shape [level][need]. */
  readonly needs: readonly (readonly { readonly skill: number; readonly hours: number }[])[];
};

export function skillIndex(levels: readonly RoleLevel[], terms: LearningTerms): SkillIndex {
  const numberOf = new Map<string, number>();
  for (const { needs } of levels) {
    for (const { skill } of needs) if (!numberOf.has(skill)) numberOf.set(skill, numberOf.size);
  }
  return {
    numberOf,
    needs: levels.map(({ needs }) =>
      needs.map(({ skill, level }) => ({ skill: numberOf.get(skill) ?? 0, hours: hoursTo(level, terms) })),
    ),
  };
}

/** What holding some skills brings towards every skill of the index: hours, and the best credit whatever the level.
 *  @returns both of shape [skill] */
export function heldHours(
  held: readonly LevelNeed[],
  { numberOf }: SkillIndex,
  { credit, learning }: { readonly credit: CreditTable; readonly learning: LearningTerms },
): { readonly hours: Float64Array; readonly credits: Float64Array } {
  const hours = new Float64Array(numberOf.size);
  const credits = new Float64Array(numberOf.size);
  const bring = (skill: string, share: number, brought: number): void => {
    const number = numberOf.get(skill);
    if (number === undefined) return;
    hours[number] = Math.max(hours[number] ?? 0, share * brought);
    credits[number] = Math.max(credits[number] ?? 0, share);
  };
  for (const { skill, level } of held) {
    const brought = hoursTo(level, learning);
    bring(skill, 1, brought);
    for (const [other, share] of credit.get(skill) ?? []) bring(other, share, brought);
  }
  return { hours, credits };
}
