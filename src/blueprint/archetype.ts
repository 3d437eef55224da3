// Patterns that many places reuse: a team, a shared service, a supplier's offer, and what each of them satisfies.
import type { Formula } from './formula/formula.ts';

export const ARCHETYPE_KINDS = ['role', 'team', 'shared-service', 'supplier-offer'] as const;

export type Archetype = {
  readonly id: string;
  readonly title: string;
  readonly kind: (typeof ARCHETYPE_KINDS)[number];
  /** Ids of the requirements that a place with one of these meets. */
  readonly satisfies: readonly string[];
  readonly members: readonly ArchetypeMember[];
  readonly source: string;
};

/** One kind of post in a team, with the FTE of posts that one team takes. */
export type ArchetypeMember = { readonly role: string; readonly band: string | null; readonly fte: number };

/** So many teams of an archetype in one place; the formula comes to `teams`. */
export type TeamNeed = { readonly archetype: string; readonly count: Formula };
