// Which profiles speak for a place, and in which order they are applied.
import { assert } from '#kernel';
import { TIERS } from '#workforce';
import type { Place } from '#workforce';
import type { Profile } from '../profile.ts';

/** The profiles of one place, the first to be applied first. Equal keys mean equal chains. */
export type Chain = { readonly key: string; readonly links: readonly Link[] };

export type Link = {
  readonly profile: Profile;
  /** The profile whose scope brought this one in: itself, or the one that imports it. */
  readonly root: Profile;
  /** Ids of the profiles the root builds on, directly or through others, its own included. */
  readonly base: ReadonlySet<string>;
  /** 0 for profiles of a kind, 1 for the nation's, 2 for those of the place below it, and so on. */
  readonly rank: number;
};

/** @returns every place with its chain, by tier and then by code */
export function chainsOf(
  profiles: readonly Profile[],
  places: readonly Place[],
): readonly { readonly place: Place; readonly chain: Chain }[] {
  const byId = new Map(profiles.map((each) => [each.id, each]));
  const byCode = new Map(places.map((each) => [each.code, each]));
  const byScope = groupByScope(profiles);
  return [...places].sort(byTierAndCode).map((place) => {
    const path = pathTo(place, byCode);
    const scopes = [`kind ${place.kind}`, ...path.map((each) => `place ${each.code}`)];
    const roots = scopes.flatMap((scope, rank) => (byScope.get(scope) ?? []).map((root) => ({ root, rank })));
    return { place, chain: chainFrom(roots, byId) };
  });
}

function groupByScope(profiles: readonly Profile[]): ReadonlyMap<string, readonly Profile[]> {
  const groups = new Map<string, Profile[]>();
  for (const profile of [...profiles].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const scope = 'kind' in profile.scope ? `kind ${profile.scope.kind}` : `place ${profile.scope.place}`;
    const group = groups.get(scope);
    if (group === undefined) groups.set(scope, [profile]);
    else group.push(profile);
  }
  return groups;
}

function byTierAndCode(left: Place, right: Place): number {
  const tiers = TIERS.indexOf(left.tier) - TIERS.indexOf(right.tier);
  if (tiers !== 0) return tiers;
  return left.code < right.code ? -1 : 1;
}

/** From the nation down to the place itself. */
function pathTo(place: Place, byCode: ReadonlyMap<string, Place>): readonly Place[] {
  const path: Place[] = [];
  for (let each: Place | undefined = place; each !== undefined;) {
    assert(path.length < TIERS.length, `place '${place.code}' has no more places above it than there are tiers.`);
    path.unshift(each);
    each = each.parent === null ? undefined : byCode.get(each.parent);
  }
  return path;
}

function chainFrom(
  roots: readonly { readonly root: Profile; readonly rank: number }[],
  byId: ReadonlyMap<string, Profile>,
): Chain {
  const links = new Map<string, Link>();
  for (const { root, rank } of roots) {
    const profiles = withImports(root, byId);
    const base = new Set(profiles.map((each) => each.id));
    for (const profile of profiles) {
      if (!links.has(profile.id)) links.set(profile.id, { profile, root, base, rank });
    }
  }
  const key = [...links.values()].map((link) => `${link.rank} ${link.root.id} ${link.profile.id}`).join('\n');
  return { key, links: [...links.values()] };
}

/** What the profile imports, and what that imports, before the profile itself; each once. Needs imports without a circle. */
function withImports(profile: Profile, byId: ReadonlyMap<string, Profile>): readonly Profile[] {
  const found = new Set<Profile>();
  for (const id of profile.imports) {
    const imported = byId.get(id);
    assert(imported !== undefined, `profile '${profile.id}' imports '${id}', which exists.`);
    for (const each of withImports(imported, byId)) found.add(each);
  }
  return [...found.add(profile)];
}
