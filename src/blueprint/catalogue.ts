// The national blueprint as data: domains and requirements, each with who answers for it and what it takes.
import type { Month } from '#kernel';
import type { SkillNeed, Tier } from '#workforce';
import type { Archetype, TeamNeed } from './archetype.ts';
import type { Formula } from './formula/formula.ts';

/** What a lower tier may do to a value: nothing, only make it stricter, or anything in its range. */
export const LOCK_CLASSES = ['mandatory', 'tighten-only', 'free'] as const;
export type LockClass = (typeof LOCK_CLASSES)[number];

/** What a lock lets a place do, in words. */
export const LOCK_WORDS: Readonly<Record<LockClass, string>> = {
  mandatory: 'as it stands',
  'tighten-only': 'stricter only',
  free: 'free within its range',
};

export type Catalogue = {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly status: 'illustrative' | 'draft' | 'adopted';
  readonly published: Month;
  readonly domains: readonly Domain[];
  /** Persons' pathways, whose steps requirements serve. */
  readonly pathways: readonly Pathway[];
  /** The measures of digital maturity that requirements are read by. */
  readonly themes: readonly Theme[];
  readonly archetypes: readonly Archetype[];
  /** Bodies that the pack does not have yet and that profiles may speak for already. */
  readonly awaits: AwaitedBodies;
  /** How much one senior post can answer for; null where that is not judged. */
  readonly spanOfControl: SpanOfControl | null;
  readonly requirements: readonly Requirement[];
};

/** A body can answer for as many requirements as its posts in these bands, times `requirementsPerPost`. */
export type SpanOfControl = {
  readonly bands: readonly string[];
  readonly requirementsPerPost: number;
  readonly source: string;
};

/** Kinds and codes of bodies that come later, with an import of organisations, say. */
export type AwaitedBodies = { readonly kinds: readonly string[]; readonly places: readonly string[] };

export type Domain = { readonly id: string; readonly title: string };

/** A person's way through care. A requirement names a step as `pathway/step`. */
export type Pathway = {
  readonly id: string;
  readonly title: string;
  readonly steps: readonly { readonly id: string; readonly title: string }[];
};

export type Theme = { readonly id: string; readonly title: string };

export type Requirement = {
  readonly id: string;
  readonly domain: string;
  /** Id of the requirement that it is a part of; that one comes along when this one is selected. */
  readonly parent: string | null;
  readonly title: string;
  readonly statement: string;
  /** The step of a person's pathway it serves, such as `maternity/booking`; null for what serves all. */
  readonly pathwayStep: string | null;
  readonly standards: readonly string[];
  /** Ids of the catalogue's themes. */
  readonly themes: readonly string[];
  readonly accountableTier: Tier;
  /** Who does the work; where nobody is named, the places in which the requirement applies. */
  readonly responsible: readonly Office[];
  readonly consulted: readonly Office[];
  readonly informed: readonly Office[];
  readonly lock: LockClass;
  readonly appliesTo: AppliesTo;
  /** Month from which work on it asks for people. */
  readonly from: Month;
  /** Month by which it is to be met in full; demand grows in a straight line from `from` until then. */
  readonly matures: Month;
  readonly parameters: readonly RequirementParameter[];
  readonly demand: readonly DemandItem[];
  /** Whole teams asked for, on top of `demand`. */
  readonly teams: readonly TeamNeed[];
  /** Skills that the people who serve it need, with the level of each. */
  readonly skills: readonly SkillNeed[];
  /** How one will see that it is met. */
  readonly measures: readonly string[];
  readonly source: string;
};

/** An office at a tier, never a person: the chief nursing information officer of an organisation, say. */
export type Office = { readonly tier: Tier; readonly title: string };

/** The places in which the requirement asks for people: a tier, and optionally only some kinds of body.
 *  Where the pack holds stock at a finer tier, demand is shared out below by driver values. */
export type AppliesTo = { readonly tier: Tier; readonly kinds: readonly string[] | null };

/** A value of a requirement that a profile may set within its range and lock. */
export type RequirementParameter = {
  readonly id: string;
  readonly description: string;
  readonly unit: string;
  readonly value: ParameterValue;
  readonly min: number | null;
  readonly max: number | null;
  readonly lock: LockClass;
  /** Which direction is stricter, for `tighten-only`. */
  readonly stricter: 'higher' | 'lower';
};

/** Either a number or the id of an assumption, whose uncertainty then flows into demand. */
export type ParameterValue =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'assumption'; readonly id: string };

/** One line of people asked for. */
export type DemandItem = {
  /** Role id; `*` means every role in the place, in proportion to today's posts. */
  readonly role: string;
  /** Band id; null spreads over the role's bands as today's posts are spread. */
  readonly band: string | null;
  /** FTE of posts in one place that the requirement takes when mature; of a hybrid role's posts only the digital
   *  share counts towards digital demand. */
  readonly formula: Formula;
};
