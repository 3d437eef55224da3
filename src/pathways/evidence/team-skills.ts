// A team's skills: how many hold what is needed, how deep that goes, and where all hangs on one person.
import { groupBy, type Month } from '#kernel';
import { SKILL_LEVELS, type SkillLevel } from '#workforce';
import { heightOf } from '../framework/framework.ts';
import type { EvidenceRules, SkillEvidence } from './evidence.ts';
import { heldLevel } from './passport.ts';
import type { Protect, ProtectedCount } from './protected-count.ts';

/** `not shown` where the reader may not see so small a number. */
export type Depth = 'nobody' | 'one person' | 'covered' | 'not shown';

export type TeamSkill = {
  readonly skill: string;
  /** The level the team needs. */
  readonly needed: SkillLevel;
  /** People at exactly each level, lowest first; null where one of them is hidden, since the number who are able and the
   *  others would give it away. */
  readonly atLevel: readonly { readonly level: SkillLevel; readonly people: ProtectedCount }[] | null;
  /** People at the level needed or above. */
  readonly able: ProtectedCount;
  readonly depth: Depth;
};

export type TeamQuestion = {
  /** Ids of the people in the team. */
  readonly members: readonly string[];
  readonly evidence: readonly SkillEvidence[];
  readonly needs: readonly { readonly skill: string; readonly level: SkillLevel }[];
  readonly at: Month;
};

/** One row for each need, in the order of the needs. */
export function teamSkills(
  { members, evidence, needs, at }: TeamQuestion,
  rules: EvidenceRules,
  protect: Protect,
): readonly TeamSkill[] {
  const own = new Set(members);
  const bySkill = groupBy(
    evidence.filter(({ person }) => own.has(person)),
    ({ skill }) => skill,
  );
  return needs.map(({ skill, level: needed }) => {
    const people = groupBy(bySkill.get(skill) ?? [], ({ person }) => person);
    const levels = [...people.values()].flatMap((list) => heldLevel(list, at, rules) ?? []);
    const atLevel = SKILL_LEVELS.map((level) => ({
      level,
      people: protect(levels.filter((each) => each === level).length),
    }));
    const able = protect(levels.filter((level) => heightOf(level) >= heightOf(needed)).length);
    return {
      skill,
      needed,
      atLevel: atLevel.some(({ people: at }) => at.shown === null) ? null : atLevel,
      able,
      depth: depthOf(able),
    };
  });
}

function depthOf({ shown }: ProtectedCount): Depth {
  if (shown === null) return 'not shown';
  if (shown === 0) return 'nobody';
  return shown === 1 ? 'one person' : 'covered';
}
