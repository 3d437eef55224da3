// Resolves the blueprint: for each place of a month, what applies, with which values, and who set each of them.
import { fail, ok } from '#kernel';
import type { Month, Problem, Result } from '#kernel';
import type { Place } from '#workforce';
import type { Requirement } from '../catalogue.ts';
import { checkCatalogue } from './catalogue-check.ts';
import { chainsOf } from './profile-chain.ts';
import { checkProfiles } from './profile-check.ts';
import type { Blueprint, ResolvedBlueprint, ResolvedRequirement } from '../resolved.ts';
import { standingsOf, tailor } from './tailoring.ts';
import type { Tailored } from './tailoring.ts';

/** Pure, and independent of the order of places, profiles and requirements. Profiles of a kind of body come before those
 *  of a place, an outer place before an inner one, and what a profile imports before the profile.
 *  @param places all places of the pack; those that do not exist in `month` are left out
 *  @returns the resolved blueprint, or every problem of the catalogue and the profiles */
export function resolveBlueprint(
  blueprint: Blueprint,
  places: readonly Place[],
  month: Month,
): Result<ResolvedBlueprint> {
  const { catalogue, profiles } = blueprint;
  const unsound = [...checkCatalogue(catalogue), ...checkProfiles(blueprint, places)];
  if (unsound.length > 0) return fail(...unsound);
  const untailored = standingsOf(catalogue);
  const byChain = new Map<string, Tailored>();
  const problems = new Map<string, Problem>();
  const requirements: ResolvedRequirement[] = [];
  for (const { place, chain } of chainsOf(profiles, places)) {
    if (place.from > month || (place.to !== null && place.to <= month)) continue;
    // Places with the same chain differ only in what applies to them, so each chain is tailored once.
    const tailored = byChain.get(chain.key) ?? tailor(untailored, chain, month);
    byChain.set(chain.key, tailored);
    for (const problem of tailored.problems) problems.set(problem.message, problem);
    for (const standing of tailored.standings.values()) {
      if (appliesIn(standing.resolved.requirement, place)) {
        requirements.push({ place: place.code, ...standing.resolved });
      }
    }
  }
  if (problems.size > 0) return fail(...problems.values());
  return ok({
    catalogueId: catalogue.id,
    version: catalogue.version,
    month,
    archetypes: catalogue.archetypes,
    requirements,
  });
}

function appliesIn(requirement: Requirement, place: Place): boolean {
  const { tier, kinds } = requirement.appliesTo;
  return tier === place.tier && (kinds === null || kinds.includes(place.kind));
}
