// A person's skills passport: each skill with the level held, the evidence for it, and when it will need to be shown again.
import { groupBy, type Month } from '#kernel';
import { compareCodes, SKILL_LEVELS, type SkillLevel } from '#workforce';
import { confidenceIn, confidenceOfLevel, type EvidenceRules, type SkillEvidence } from './evidence.ts';

export type PassportSkill = {
  readonly skill: string;
  /** The highest level that the evidence carries; null where it carries none. */
  readonly held: SkillLevel | null;
  /** The highest level that anybody has said. */
  readonly claimed: SkillLevel;
  /** Trust in the level held, or in the level claimed where none is held, 0..1. */
  readonly confidence: number;
  /** First month in which the level held is no longer carried; null where none is held, or for longer than ten years. */
  readonly lapses: Month | null;
  readonly evidence: readonly PassportEvidence[];
};

export type PassportEvidence = SkillEvidence & { readonly confidence: number; readonly ageMonths: number };

/** @param evidence of one person; what is dated after `at` is left out
 *  @returns skills in the order of their names, evidence of each newest first */
export function passportOf(
  evidence: readonly SkillEvidence[],
  at: Month,
  rules: EvidenceRules,
): readonly PassportSkill[] {
  const bySkill = groupBy(
    evidence.filter(({ month }) => month <= at),
    ({ skill }) => skill,
  );
  return [...bySkill]
    .toSorted(([one], [other]) => compareCodes(one, other))
    .map(([skill, list]) => {
      const claimed = SKILL_LEVELS.findLast((level) => list.some((each) => each.level === level)) ?? 'awareness';
      const held = heldLevel(list, at, rules);
      return {
        skill,
        held,
        claimed,
        confidence: confidenceOfLevel(list, { level: held ?? claimed, at }, rules),
        lapses: held === null ? null : lapseMonth(list, { level: held, at }, rules),
        evidence: list
          .map((each) => ({ ...each, confidence: confidenceIn(each, at, rules), ageMonths: at - each.month }))
          .toSorted((one, other) => one.ageMonths - other.ageMonths || compareCodes(one.kind, other.kind)),
      };
    });
}

/** The highest level that the evidence carries.
 *  @param evidence of one person and one skill */
export function heldLevel(evidence: readonly SkillEvidence[], at: Month, rules: EvidenceRules): SkillLevel | null {
  return SKILL_LEVELS.findLast((level) => confidenceOfLevel(evidence, { level, at }, rules) >= rules.enough) ?? null;
}

/** What a person holds: skill → level, for routes and cover. */
export function heldSkills(
  evidence: readonly SkillEvidence[],
  at: Month,
  rules: EvidenceRules,
): ReadonlyMap<string, SkillLevel> {
  const held = passportOf(evidence, at, rules).flatMap(({ skill, held: level }) =>
    level === null ? [] : [[skill, level] as const],
  );
  return new Map(held);
}

const FARTHEST_MONTHS = 120;

/** Trust only fades, so the first month below the mark is found by halving. */
function lapseMonth(
  evidence: readonly SkillEvidence[],
  { level, at }: { readonly level: SkillLevel; readonly at: Month },
  rules: EvidenceRules,
): Month | null {
  const isCarried = (month: Month) => confidenceOfLevel(evidence, { level, at: month }, rules) >= rules.enough;
  if (isCarried(at + FARTHEST_MONTHS)) return null;
  let [carried, lapsed] = [at, at + FARTHEST_MONTHS];
  while (lapsed - carried > 1) {
    const middle = Math.floor((carried + lapsed) / 2);
    if (isCarried(middle)) carried = middle;
    else lapsed = middle;
  }
  return lapsed;
}
