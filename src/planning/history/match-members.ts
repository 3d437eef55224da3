// Finds a pack's bands, age groups and places by what a history calls them.
import type { HealthSystem } from '#workforce';

export type Members = {
  /** @returns the pack's id, or null where the pack has no such member */
  readonly band: (name: string) => string | null;
  readonly ageGroup: (name: string) => string | null;
  readonly place: (name: string) => string | null;
};

/** A member is known by its id or its name; blanks, dashes and capitals do not count, and `+` is `plus`. */
export function membersOf(system: HealthSystem): Members {
  return {
    band: finder(system.bands.map(({ id, name }) => [id, name])),
    ageGroup: finder(system.ageGroups.map(({ id }) => [id, id])),
    place: finder(system.places.map(({ code, name }) => [code, name])),
  };
}

function finder(members: readonly (readonly [string, string])[]): (name: string) => string | null {
  const byWord = new Map(members.flatMap(([id, name]) => [[plain(name), id] as const]));
  for (const [id] of members) byWord.set(plain(id), id);
  return (name) => byWord.get(plain(name)) ?? null;
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('+', 'plus')
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}
