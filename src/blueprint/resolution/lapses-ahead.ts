// What becomes of departures when they lapse: which value holds then, and whether the blueprint still resolves.
import type { Month, Problem } from '#kernel';
import type { Place } from '#workforce';
import type { ParameterValue } from '../catalogue.ts';
import type { Blueprint, ResolvedBlueprint, ResolvedDeviation, ResolvedRequirement } from '../resolved.ts';
import { resolveBlueprint } from './resolve-blueprint.ts';

/** A departure in force, and what follows it. */
export type Lapse = {
  readonly place: string;
  readonly requirement: string;
  readonly departure: ResolvedDeviation;
  /** The value that holds from the month of lapse on; null where the whole requirement does. */
  readonly becomes: ParameterValue | null;
  /** Id of what sets that value: a profile or the catalogue. */
  readonly setBy: string;
};

export type LapsesAhead = {
  /** By month, then in the order of the resolved blueprint. */
  readonly lapses: readonly Lapse[];
  /** What is refused once departures have lapsed: months in which the blueprint no longer resolves. */
  readonly refusals: readonly { readonly month: Month; readonly problems: readonly Problem[] }[];
};

/** Resolves the blueprint again for each later month in which a departure of any profile lapses, those too that another
 *  profile covers up today. */
export function lapsesAhead(blueprint: Blueprint, places: readonly Place[], resolved: ResolvedBlueprint): LapsesAhead {
  const lapses: Lapse[] = [];
  const refusals: { month: Month; problems: readonly Problem[] }[] = [];
  const departing = resolved.requirements.flatMap((each) => each.deviations.map((departure) => ({ each, departure })));
  for (const month of datesAfter(resolved.month, blueprint)) {
    const then = resolveBlueprint(blueprint, places, month);
    if (!then.ok) {
      refusals.push({ month, problems: then.problems });
      continue;
    }
    const after = new Map(then.value.requirements.map((each) => [keyOf(each), each]));
    for (const { each, departure } of departing) {
      const standing = departure.reviewBy === month ? after.get(keyOf(each)) : undefined;
      // A place may have ended by then, and with it what applied there.
      if (standing !== undefined) lapses.push(lapseOf(standing, departure));
    }
  }
  return { lapses, refusals };
}

function datesAfter(now: Month, { profiles }: Blueprint): readonly Month[] {
  const departures = profiles.flatMap(({ excludes, sets }) =>
    [...excludes, ...sets].flatMap(({ deviation }) => (deviation === null ? [] : [deviation.reviewBy])),
  );
  return [...new Set(departures.filter((month) => month > now))].sort((a, b) => a - b);
}

function keyOf({ place, requirement }: ResolvedRequirement): string {
  return JSON.stringify([place, requirement.id]);
}

function lapseOf(standing: ResolvedRequirement, departure: ResolvedDeviation): Lapse {
  const { place, requirement, maturesSetBy, matures, addedBy } = standing;
  const of = { place, requirement: requirement.id, departure };
  if (departure.subject === '*') return { ...of, becomes: null, setBy: addedBy };
  if (departure.subject === 'matures') {
    return { ...of, becomes: { kind: 'number', value: matures }, setBy: maturesSetBy };
  }
  const parameter = standing.parameters.find((each) => each.id === departure.subject);
  return { ...of, becomes: parameter?.value ?? null, setBy: parameter?.setBy ?? addedBy };
}
