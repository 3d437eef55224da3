// Resolves profiles against a catalogue they were not written for: what it refuses is set aside and told as a conflict.
import type { Month, Problem, Result } from '#kernel';
import { assert, ok } from '#kernel';
import type { Place } from '#workforce';
import type { Profile } from '../profile.ts';
import { resolveBlueprint } from '../resolution/resolve-blueprint.ts';
import type { Blueprint, ResolvedBlueprint } from '../resolved.ts';

export type ConflictingResolution = {
  readonly resolved: ResolvedBlueprint;
  /** What had to be set aside for the rest to resolve; the paths are those of the profiles as given to the last round. */
  readonly conflicts: readonly Problem[];
};

/** @returns a failure only where the catalogue itself is unsound, or profiles import each other in a circle */
export function resolveWithConflicts(
  blueprint: Blueprint,
  places: readonly Place[],
  month: Month,
): Result<ConflictingResolution> {
  const conflicts = new Map<string, Problem>();
  const parts = blueprint.profiles.reduce((sum, each) => sum + partCount(each), 0);
  let left = blueprint;
  // Each round sets at least one part of a profile aside, or gives up, so there are never more rounds than parts.
  for (let round = 0; round <= parts; round += 1) {
    const resolved = resolveBlueprint(left, places, month);
    if (resolved.ok) return ok({ resolved: resolved.value, conflicts: [...conflicts.values()] });
    const profiles = left.profiles.flatMap((each) => withoutRefused(each, resolved.problems));
    const remaining = profiles.reduce((sum, each) => sum + partCount(each), 0);
    if (remaining === left.profiles.reduce((sum, each) => sum + partCount(each), 0)) return resolved;
    for (const problem of resolved.problems) conflicts.set(problem.message, problem);
    left = { ...left, profiles };
  }
  assert(false, 'the profiles resolve when nothing is left of them.');
}

/** Parts that can be set aside one by one, and the profile itself. */
function partCount({ imports, selects, excludes, sets, adds }: Profile): number {
  return 1 + imports.length + (selects?.length ?? 0) + excludes.length + sets.length + adds.length;
}

function withoutRefused(profile: Profile, problems: readonly Problem[]): readonly Profile[] {
  const paths = problems.map((each) => each.path);
  const own = `profiles.${profile.id}`;
  if (paths.includes(`${own}.scope`) || paths.includes(own)) return [];
  const isKept = (field: string) => (_: unknown, index: number) => {
    const path = `${own}.${field}.${index}`;
    return !paths.some((each) => each === path || each.startsWith(`${path}.`));
  };
  return [
    {
      ...profile,
      imports: profile.imports.filter(isKept('imports')),
      selects: profile.selects?.filter(isKept('selects')) ?? null,
      excludes: profile.excludes.filter(isKept('excludes')),
      sets: profile.sets.filter(isKept('sets')),
      adds: profile.adds.filter(isKept('adds')),
    },
  ];
}
