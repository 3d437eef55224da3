// A hybrid role made of parts of other roles: shares over professions, the registrations and the skills of all of them.
import type { ProfessionShare } from '#workforce';
import { heightOf } from '../framework/framework.ts';
import type { LevelNeed, RoleLevel } from '../routes/role-level.ts';

/** A part of a hybrid role: a share of the post that works like a role level which exists. */
export type HybridPart = {
  readonly profession: string;
  readonly shareOfFte: number;
  /** The role level whose skills and registrations the part needs; null where the design lists them itself. */
  readonly like: RoleLevel | null;
};

export type HybridNeeds = {
  readonly composition: readonly ProfessionShare[];
  readonly registrations: readonly string[];
  readonly needs: readonly LevelNeed[];
};

/** Puts the parts together: shares of one profession add up, each registration counts once, and a skill that several
 *  parts ask for is asked for at the highest of their levels. A part that takes less of the week does not ask for less
 *  skill.
 *  @param own what the design asks for over and above its parts */
export function hybridNeeds(
  parts: readonly HybridPart[],
  own: { readonly registrations: readonly string[]; readonly needs: readonly LevelNeed[] },
): HybridNeeds {
  const shares = new Map<string, number>();
  for (const { profession, shareOfFte } of parts) shares.set(profession, (shares.get(profession) ?? 0) + shareOfFte);
  const highest = new Map<string, LevelNeed>();
  for (const need of [...parts.flatMap(({ like }) => like?.needs ?? []), ...own.needs]) {
    const known = highest.get(need.skill);
    if (known === undefined || heightOf(need.level) > heightOf(known.level)) highest.set(need.skill, need);
  }
  return {
    composition: [...shares].map(([profession, shareOfFte]) => ({ profession, shareOfFte })),
    registrations: [...new Set([...parts.flatMap(({ like }) => like?.registrations ?? []), ...own.registrations])],
    needs: [...highest.values()],
  };
}
