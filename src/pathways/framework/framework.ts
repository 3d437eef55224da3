// A skills framework: its skills, its roles with their levels in order of seniority, and what each level asks for.
import { SKILL_LEVELS, type SkillLevel } from '#workforce';

/** One version of a framework. Skills and roles are named by ids that hold within the framework. */
export type Framework = {
  /** Names the framework through all its versions: `data-profession`. */
  readonly id: string;
  readonly title: string;
  /** The publisher's own name for the version: `2025-10`, `1.1.0`. */
  readonly version: string;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly published: string;
  /** Id of a source of the pack. */
  readonly source: string;
  /** What a reader must know before trusting it: what was derived, what was left out. */
  readonly notes: readonly string[];
  readonly skills: readonly FrameworkSkill[];
  readonly roles: readonly FrameworkRole[];
};

export type FrameworkSkill = {
  readonly id: string;
  readonly name: string;
  /** The competency it belongs to, in the framework's words; null where it groups none. */
  readonly group: string | null;
  /** Ids of skills that the framework itself calls related. */
  readonly related: readonly string[];
};

/** How the order of a role's levels is known: the framework says it, or it was derived from what the levels ask for. */
export const SENIORITY_BASES = ['stated', 'derived'] as const;
export type SeniorityBasis = (typeof SENIORITY_BASES)[number];

export type FrameworkRole = {
  readonly id: string;
  readonly name: string;
  readonly family: string;
  readonly seniority: SeniorityBasis;
  /** Least senior first. */
  readonly levels: readonly FrameworkLevel[];
};

export type FrameworkLevel = {
  readonly id: string;
  readonly name: string;
  /** Step of seniority within the role, 1 the lowest; levels that stand side by side share one. */
  readonly rank: number;
  readonly needs: readonly FrameworkNeed[];
};

/** A skill of the framework and the level at which a role level asks for it. */
export type FrameworkNeed = { readonly skill: string; readonly level: SkillLevel };

/** How high a skill level is: 1 awareness to 4 expert. */
export function heightOf(level: SkillLevel): number {
  return SKILL_LEVELS.indexOf(level) + 1;
}

/** Every role level of a framework with the role it belongs to. */
export function levelsOf(
  framework: Framework,
): readonly { readonly role: FrameworkRole; readonly level: FrameworkLevel }[] {
  return framework.roles.flatMap((role) => role.levels.map((level) => ({ role, level })));
}

/** The name of a skill through all frameworks of a pack: `FRAMEWORK/SKILL`. */
export function skillKey(framework: string, skill: string): string {
  return `${framework}/${skill}`;
}
