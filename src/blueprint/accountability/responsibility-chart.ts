// Who answers, who does the work, who is asked and who is told, for each requirement in each place.
import type { Place } from '#workforce';
import type { Office } from '../catalogue.ts';
import type { ResolvedBlueprint } from '../resolved.ts';
import { placeOfTier } from './accountable-bodies.ts';

/** An office in one body; the title is empty where the body as a whole is meant. */
export type Seat = { readonly body: string; readonly title: string };

export type Responsibility = {
  readonly requirement: string;
  readonly place: string;
  /** Code of the one body that answers; null where nobody can. */
  readonly accountable: string | null;
  readonly responsible: readonly Seat[];
  readonly consulted: readonly Seat[];
  readonly informed: readonly Seat[];
};

/** One row for each entry of the resolved blueprint, in its order. An office of a tier below the place is one of each body
 *  of that tier in it, and has its seat in the place. */
export function responsibilityChart(resolved: ResolvedBlueprint, places: readonly Place[]): readonly Responsibility[] {
  const byCode = new Map(places.map((each) => [each.code, each]));
  return resolved.requirements.map(({ place, requirement }) => {
    const seatsOf = (offices: readonly Office[]): readonly Seat[] =>
      offices.map(({ tier, title }) => {
        const body = placeOfTier(place, tier, byCode);
        return body === null ? { body: place, title: `${title} of each ${tier}` } : { body: body.code, title };
      });
    const named = seatsOf(requirement.responsible);
    return {
      requirement: requirement.id,
      place,
      accountable: placeOfTier(place, requirement.accountableTier, byCode)?.code ?? null,
      responsible: named.length === 0 ? [{ body: place, title: '' }] : named,
      consulted: seatsOf(requirement.consulted),
      informed: seatsOf(requirement.informed),
    };
  });
}
