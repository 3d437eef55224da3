// How much of what groups of roles ask for the skills of other groups cover, before and after a crosswalk.
import { groupBy } from '#kernel';
import { type Framework, levelsOf, skillKey } from '../framework/framework.ts';
import { type CreditTable, creditOf } from './credit.ts';

/** A named set of skills: all that the roles of a family ask for, at whatever level. */
export type SkillSet = { readonly name: string; readonly skills: ReadonlySet<string> };

/** The skills of each family of a framework. */
export function familySkills(framework: Framework): readonly SkillSet[] {
  const families = groupBy(levelsOf(framework), ({ role }) => role.family);
  return [...families].map(([name, members]) => ({
    name,
    skills: new Set(members.flatMap(({ level }) => level.needs.map(({ skill }) => skillKey(framework.id, skill)))),
  }));
}

/** The share of what is asked that is held: each skill asked counts by the best credit of the skills held.
 *  @returns 0..1; 1 where nothing is asked */
export function coverageOf(held: ReadonlySet<string>, asked: ReadonlySet<string>, credit: CreditTable): number {
  if (asked.size === 0) return 1;
  let sum = 0;
  for (const skill of asked) {
    let best = held.has(skill) ? 1 : 0;
    if (best === 0) for (const own of held) best = Math.max(best, creditOf(credit, own, skill));
    sum += best;
  }
  return sum / asked.size;
}

/** The mean over all ordered pairs of different sets; 0 where there are fewer than two. */
export function meanCoverage(sets: readonly SkillSet[], credit: CreditTable): number {
  const shares = sets.flatMap((one) =>
    sets.filter((other) => other !== one).map((other) => coverageOf(one.skills, other.skills, credit)),
  );
  return shares.length === 0 ? 0 : shares.reduce((sum, share) => sum + share, 0) / shares.length;
}
