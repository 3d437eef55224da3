// How much of what role levels ask for the skills of role levels of other families cover, before and after a crosswalk.
import { type Framework, levelsOf, skillKey } from '../framework/framework.ts';
import type { CreditTable } from './credit.ts';

/** The skills that a role level asks for, at whatever height, and the family it belongs to. */
export type SkillSet = { readonly family: string; readonly skills: ReadonlySet<string> };

/** The skills of each role level of a framework. */
export function levelSkills(framework: Framework): readonly SkillSet[] {
  return levelsOf(framework).map(({ role, level }) => ({
    family: role.family,
    skills: new Set(level.needs.map(({ skill }) => skillKey(framework.id, skill))),
  }));
}

/** The share of what is asked that is held: each skill asked counts by the best credit of the skills held.
 *  @returns 0..1; 1 where nothing is asked */
export function coverageOf(held: ReadonlySet<string>, asked: ReadonlySet<string>, credit: CreditTable): number {
  return shareCovered(broughtBy(held, credit), asked);
}

/** The mean over all ordered pairs of sets of different families; 0 where there are none. */
export function meanCoverage(sets: readonly SkillSet[], credit: CreditTable): number {
  let [sum, pairs] = [0, 0];
  for (const one of sets) {
    const brought = broughtBy(one.skills, credit);
    for (const other of sets) {
      if (other.family === one.family) continue;
      sum += shareCovered(brought, other.skills);
      pairs += 1;
    }
  }
  return pairs === 0 ? 0 : sum / pairs;
}

/** The best credit that a set of skills brings towards each skill it brings anything towards. */
function broughtBy(held: ReadonlySet<string>, credit: CreditTable): ReadonlyMap<string, number> {
  const brought = new Map<string, number>();
  for (const own of held) {
    for (const [skill, share] of credit.get(own) ?? []) brought.set(skill, Math.max(share, brought.get(skill) ?? 0));
  }
  for (const own of held) brought.set(own, 1);
  return brought;
}

function shareCovered(brought: ReadonlyMap<string, number>, asked: ReadonlySet<string>): number {
  if (asked.size === 0) return 1;
  let sum = 0;
  for (const skill of asked) sum += brought.get(skill) ?? 0;
  return sum / asked.size;
}
