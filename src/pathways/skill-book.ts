// All that a pack holds about skills: frameworks in their versions, crosswalks, terms, and what posts stand for.
import { groupBy } from '#kernel';
import { type Assumption, compareCodes, type SkillLevel } from '#workforce';
import type { SkillMapping } from './crosswalk/mapping.ts';
import type { Framework } from './framework/framework.ts';

export type SkillBook = {
  /** Every version of every framework. */
  readonly frameworks: readonly Framework[];
  readonly mappings: readonly SkillMapping[];
  /** See SKILL_TERMS. */
  readonly terms: readonly Assumption[];
  readonly posts: readonly PostLevel[];
  /** What anybody of a profession brings, whatever their post. */
  readonly professions: readonly ProfessionSkill[];
};

/** A skill, by its name, that anybody of a profession has. */
export type ProfessionSkill = { readonly profession: string; readonly skill: string; readonly level: SkillLevel };

/** A post and the role level of a framework that it stands for. */
export type PostLevel = {
  readonly role: string;
  readonly band: string;
  readonly framework: string;
  readonly level: string;
};

/** The version in force of each framework: the one published last; of two of one date, the later by name. */
export function currentFrameworks(frameworks: readonly Framework[]): readonly Framework[] {
  return [...groupBy(frameworks, ({ id }) => id).values()].flatMap((versions) => inTime(versions).slice(-1));
}

/** Versions of one framework, the earliest first. */
export function versionsOf(frameworks: readonly Framework[], id: string): readonly Framework[] {
  return inTime(frameworks.filter((each) => each.id === id));
}

function inTime(versions: readonly Framework[]): readonly Framework[] {
  return versions.toSorted(
    (one, other) => compareCodes(one.published, other.published) || compareCodes(one.version, other.version),
  );
}
