// Reads the maturity of a place over the themes of the catalogue, from how far it meets the requirements of each.
import { groupBy } from '#kernel';
import type { Catalogue } from '../catalogue.ts';
import type { ResolvedBlueprint } from '../resolved.ts';
import type { Conformance, ConformanceState } from './conformance.ts';

export type MaturityReading = {
  readonly place: string;
  readonly theme: string;
  /** Requirements of the theme that apply in the place. */
  readonly requirements: number;
  readonly met: number;
  /** 0 nothing said to 4 all met and shown: the mean over the requirements; null where none applies. */
  readonly level: number | null;
};

/** How much of a requirement each state counts for, in levels of 0 to 4. */
const LEVELS: Readonly<Record<ConformanceState, number>> = {
  unstated: 0,
  explained: 1,
  unevidenced: 1,
  'open-finding': 2,
  'partly-met': 3,
  met: 4,
};

/** A reading for each place that anything applies in and each theme, in the order of places and of the catalogue. */
export function maturityReadings(
  catalogue: Catalogue,
  resolved: ResolvedBlueprint,
  conformance: readonly Conformance[],
): readonly MaturityReading[] {
  const states = new Map(conformance.map((each) => [JSON.stringify([each.place, each.requirement]), each.state]));
  return [...groupBy(resolved.requirements, (each) => each.place)].flatMap(([place, applying]) =>
    catalogue.themes.map((theme) => {
      const found = applying
        .filter((each) => each.requirement.themes.includes(theme.id))
        .map((each) => states.get(JSON.stringify([place, each.requirement.id])) ?? 'unstated');
      const sum = found.reduce((total, state) => total + LEVELS[state], 0);
      return {
        place,
        theme: theme.id,
        requirements: found.length,
        met: found.filter((state) => state === 'met').length,
        level: found.length === 0 ? null : sum / found.length,
      };
    }),
  );
}
