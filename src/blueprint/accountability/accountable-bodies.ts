// Who answers for what: for each requirement and place exactly one tier and one body, or a finding that says why not.
import { TIERS } from '#workforce';
import type { Place, Tier } from '#workforce';
import type { ResolvedBlueprint, ResolvedRequirement } from '../resolved.ts';

/** One body answers for a requirement in a place. */
export type Accountability = {
  readonly requirement: string;
  readonly place: string;
  readonly tier: Tier;
  /** Code of the place, of that tier, that answers. */
  readonly body: string;
};

/** A requirement that nobody can answer for: the tier named has no body that the place belongs to. */
export type Orphan = {
  readonly requirement: string;
  readonly place: string;
  readonly tier: Tier;
  readonly message: string;
};

export type AccountableBodies = {
  readonly accountabilities: readonly Accountability[];
  readonly orphans: readonly Orphan[];
};

/** The body of the accountable tier is the place itself or the one place above it of that tier. Every entry of the
 *  resolved blueprint comes back once, in its order, as an accountability or as an orphan. */
export function accountableBodies(resolved: ResolvedBlueprint, places: readonly Place[]): AccountableBodies {
  const byCode = new Map(places.map((each) => [each.code, each]));
  const accountabilities: Accountability[] = [];
  const orphans: Orphan[] = [];
  for (const each of resolved.requirements) {
    const tier = each.requirement.accountableTier;
    const body = placeOfTier(each.place, tier, byCode);
    if (body === null) orphans.push(orphan(each, byCode.get(each.place)));
    else accountabilities.push({ requirement: each.requirement.id, place: each.place, tier, body: body.code });
  }
  return { accountabilities, orphans };
}

/** @returns the place of that tier to which the place belongs, itself included; null where there is none */
export function placeOfTier(code: string, tier: Tier, byCode: ReadonlyMap<string, Place>): Place | null {
  let place = byCode.get(code);
  for (let steps = 0; place !== undefined && steps < TIERS.length; steps += 1) {
    if (place.tier === tier) return place;
    place = place.parent === null ? undefined : byCode.get(place.parent);
  }
  return null;
}

function orphan(each: ResolvedRequirement, place: Place | undefined): Orphan {
  const { id, accountableTier } = each.requirement;
  const where = place === undefined ? `'${each.place}'` : `'${place.code}' (${place.name}, ${place.tier})`;
  return {
    requirement: id,
    place: each.place,
    tier: accountableTier,
    message: `requirement '${id}' applies in ${where}, and its accountable tier is ${accountableTier}: the place belongs to no body of that tier, so nobody answers for it there`,
  };
}
