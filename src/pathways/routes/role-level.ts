// A role level as routes see it: what it asks for, what it pays, and the programmes that lead to it.
import type { Month } from '#kernel';
import type { SkillLevel } from '#workforce';

/** A stop of a route: a role in one band, a level of a framework, a profession one comes from, or a person's own skills. */
export type RoleLevel = {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  /** Order of seniority within the role; the next rank up is a promotion. */
  readonly rank: number;
  /** Place on the pay scale, lowest first; null where it is on none. */
  readonly payStep: number | null;
  /** Pay of a full-time post; null where it is not known. */
  readonly payGbpPerYear: number | null;
  readonly needs: readonly LevelNeed[];
  /** Professions that share the post; more than one makes it a hybrid role. */
  readonly professions: readonly string[];
  /** Professional registrations that it needs. */
  readonly registrations: readonly string[];
};

/** A skill, named through all frameworks, and the level asked for. */
export type LevelNeed = { readonly skill: string; readonly level: SkillLevel };

/** A way to reach a role level that somebody offers: its length, its price and who may enter. */
export type Programme = {
  readonly id: string;
  readonly name: string;
  /** Profession that entrants come from; null where it is open to all. */
  readonly profession: string | null;
  /** Ids of the role levels that it leads to. */
  readonly yields: readonly string[];
  readonly months: number;
  readonly costGbp: number;
  /** Starters who complete, 0..1. */
  readonly completionShare: number;
  readonly opens: Month | null;
  readonly closes: Month | null;
  /** Where it can be learned: the fund that pays and who answers for it. */
  readonly offeredBy: string;
};

/** A move in post that people are known to make. */
export type KnownMove = { readonly from: string; readonly to: string };
