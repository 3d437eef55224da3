// What people do: professions, role families, roles, and hybrid roles as compositions of professions.

/** A body of skill that a share of a post is given to; a plan counts the shares of digital professions. */
export type Profession = { readonly id: string; readonly name: string; readonly isDigital: boolean };

export type Family = { readonly id: string; readonly name: string };

/** A pay band, lowest first in the pack's order. */
export type Band = { readonly id: string; readonly name: string };

/** One kind of post. It is a hybrid role when its composition has more than one profession. */
export type Role = {
  readonly id: string;
  readonly name: string;
  readonly family: string;
  /** Ids of the bands its posts have, lowest first. */
  readonly bands: readonly string[];
  /** Shares of the post's FTE over professions; they add up to 1, so no hour is counted twice. */
  readonly composition: readonly ProfessionShare[];
  /** Professional registrations that the post needs. */
  readonly registrations: readonly string[];
  readonly skills: readonly SkillNeed[];
  readonly source: string;
};

export type ProfessionShare = { readonly profession: string; readonly shareOfFte: number };

/** The four levels of the Government Digital and Data framework, lowest first. */
export const SKILL_LEVELS = ['awareness', 'working', 'practitioner', 'expert'] as const;
export type SkillLevel = (typeof SKILL_LEVELS)[number];

export type SkillNeed = { readonly skill: string; readonly level: SkillLevel };

/** People who move from one role to another in post, at a yearly rate named in the register. */
export type RoleMove = {
  readonly from: { readonly role: string; readonly band: string };
  readonly to: { readonly role: string; readonly band: string };
  /** Assumption id; unit share/year. */
  readonly chancePerYear: string;
};
