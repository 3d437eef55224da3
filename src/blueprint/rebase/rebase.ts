// A new version of the catalogue against the one in force: what changes for each place and what meets its tailoring.
import { formatMonth, ok } from '#kernel';
import type { Month, Result } from '#kernel';
import { placeTree, subtreeOf } from '#workforce';
import type { Place } from '#workforce';
import type { Catalogue, Requirement } from '../catalogue.ts';
import type { Profile } from '../profile.ts';
import { isSameValue } from '../resolution/lock.ts';
import { resolveBlueprint } from '../resolution/resolve-blueprint.ts';
import type { Blueprint, ResolvedBlueprint, ResolvedRequirement } from '../resolved.ts';
import { blueprintDiff, valueInWords } from './blueprint-diff.ts';
import type { RequirementChange } from './blueprint-diff.ts';
import { resolveWithConflicts } from './resolve-with-conflicts.ts';

export type Rebase = {
  readonly before: ResolvedBlueprint;
  readonly after: ResolvedBlueprint;
  readonly changes: readonly RequirementChange[];
  readonly conflicts: readonly RebaseConflict[];
};

/** `refused`: the new version no longer allows what a profile does. `both-changed`: the new version changes a value that
 *  a profile has set; the profile's value stands, and is to be looked at again. */
export type RebaseConflict = {
  readonly kind: 'refused' | 'both-changed';
  readonly profile: string;
  readonly requirement: string | null;
  /** Codes of the places concerned, by tier and then by code. */
  readonly places: readonly string[];
  readonly message: string;
  readonly hint: string;
};

/** The three ways: the old catalogue, the new one, and the profiles that were written for the old. */
export type RebaseInput = {
  readonly blueprint: Blueprint;
  readonly next: Catalogue;
  readonly places: readonly Place[];
  readonly month: Month;
};

export function rebase({ blueprint, next, places, month }: RebaseInput): Result<Rebase> {
  const before = resolveBlueprint(blueprint, places, month);
  if (!before.ok) return before;
  const after = resolveWithConflicts({ catalogue: next, profiles: blueprint.profiles }, places, month);
  if (!after.ok) return after;
  const refused = after.value.conflicts.map((problem): RebaseConflict => {
    const profile = blueprint.profiles.find((each) => `${problem.path}.`.startsWith(`profiles.${each.id}.`));
    const { message, hint } = problem;
    return {
      kind: 'refused',
      profile: profile?.id ?? '',
      requirement: null,
      places: spokenFor(profile, places),
      message,
      hint,
    };
  });
  return ok({
    before: before.value,
    after: after.value.resolved,
    changes: blueprintDiff(before.value, after.value.resolved),
    conflicts: [...refused, ...bothChanged(blueprint.catalogue, next, after.value.resolved)],
  });
}

/** The places that a profile speaks for: one and all below it, or all of a kind. */
function spokenFor(profile: Profile | undefined, places: readonly Place[]): readonly string[] {
  if (profile === undefined) return [];
  const { scope } = profile;
  const tree = placeTree(places);
  if ('kind' in scope) return tree.places.filter((each) => each.kind === scope.kind).map((each) => each.code);
  return tree.byCode.has(scope.place) ? subtreeOf(tree, scope.place).map((each) => each.code) : [];
}

function bothChanged(old: Catalogue, next: Catalogue, after: ResolvedBlueprint): readonly RebaseConflict[] {
  const requirementsOf = (catalogue: Catalogue) => new Map(catalogue.requirements.map((each) => [each.id, each]));
  const [oldById, nextById] = [requirementsOf(old), requirementsOf(next)];
  const found = new Map<string, RebaseConflict>();
  for (const each of after.requirements) {
    const { id } = each.requirement;
    const [before, now] = [oldById.get(id), nextById.get(id)];
    if (before === undefined || now === undefined) continue;
    for (const { subject, profile } of touchedSubjects(each, next.id)) {
      const change = catalogueChange(before, now, subject);
      if (change === null) continue;
      const key = JSON.stringify([id, subject, profile]);
      const places = [...(found.get(key)?.places ?? []), each.place];
      found.set(key, {
        kind: 'both-changed',
        profile,
        requirement: id,
        places,
        message: `'${subject}' of '${id}' goes ${change} in the catalogue, and profile '${profile}' has set it too; the profile's value stands`,
        hint: `See whether '${profile}' is still right for ${places.join(', ')}.`,
      });
    }
  }
  return [...found.values()];
}

/** What profiles have set or departed from, with the profile that did. */
function touchedSubjects(each: ResolvedRequirement, catalogue: string) {
  const set = each.parameters.map((one) => ({ subject: one.id, profile: one.setBy }));
  const departed = each.deviations.map((one) => ({ subject: one.subject, profile: one.profile }));
  const all = [...set, { subject: 'matures', profile: each.maturesSetBy }, ...departed];
  return all.filter((one) => one.profile !== catalogue && one.profile !== each.addedBy);
}

/** @returns `from X to Y`, or null where the catalogues agree */
function catalogueChange(before: Requirement, now: Requirement, subject: string): string | null {
  if (subject === 'matures') {
    return before.matures === now.matures ? null : `from ${formatMonth(before.matures)} to ${formatMonth(now.matures)}`;
  }
  const [old, fresh] = [before, now].map((each) => each.parameters.find((one) => one.id === subject)?.value ?? null);
  if (old === undefined || fresh === undefined || old === null || fresh === null || isSameValue(old, fresh))
    return null;
  return `from ${valueInWords(old)} to ${valueInWords(fresh)}`;
}
