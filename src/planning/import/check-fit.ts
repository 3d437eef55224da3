// Whether an official file of organisations fits a pack: every system known, in its region, and with people in it.
import type { Problem } from '#kernel';
import { existsAt, type HealthSystem } from '#workforce';
import type { OrganisationStatistics } from './organisation-statistics.ts';

/** @returns a problem for each system or organisation that does not fit; none where all do */
export function checkFit(system: HealthSystem, statistics: OrganisationStatistics): readonly Problem[] {
  return [
    ...presentOrganisations(system, statistics),
    ...strangeSystems(system, statistics),
    ...emptySystems(system, statistics),
  ];
}

/** Organisations are added to a pack that ends at systems: one that has its own has had its stock split already. */
function presentOrganisations(system: HealthSystem, statistics: OrganisationStatistics): readonly Problem[] {
  const present = system.places.filter((place) => place.tier === 'organisation');
  if (present.length === 0) return [];
  const known = new Set(present.map((place) => place.code));
  const strangers = statistics.organisations.filter(({ code }) => !known.has(code) && !known.has(`${code}-ORG`));
  const named = strangers.slice(0, 5).map(({ code, name }) => `'${code}' (${name})`);
  return [
    {
      code: 'inconsistent',
      message:
        `pack '${system.id}' has ${present.length} organisations already, from '${present[0]?.code ?? ''}' on; ` +
        `organisations are added to a pack that ends at systems` +
        (named.length === 0 ? '' : `. Of those in the file it does not know ${strangers.length}: ${named.join(', ')}`),
      path: `places/${present[0]?.code ?? ''}`,
      hint: 'Import into the pack of systems from which this one was made.',
    },
  ];
}

function strangeSystems(system: HealthSystem, statistics: OrganisationStatistics): readonly Problem[] {
  const known = new Map(system.places.map((place) => [place.code, place]));
  const firstOf = new Map(statistics.organisations.toReversed().map((each) => [each.system.code, each]));
  return [...firstOf.values()].toReversed().flatMap((organisation): readonly Problem[] => {
    const { system: owner, region, path } = organisation;
    const place = known.get(owner.code);
    if (place === undefined || place.tier !== 'system') {
      return [
        {
          code: 'unknown-reference',
          message: `system '${owner.code}' (${owner.name}) of organisation '${organisation.code}' (${organisation.name}) is not a system of pack '${system.id}'; every organisation belongs to one that is`,
          path,
          hint: 'Add the system to places.csv of the pack with its stock and drivers, or import into the pack that has it.',
        },
      ];
    }
    if (place.parent === region.code) return [];
    return [
      {
        code: 'inconsistent',
        message: `system '${owner.code}' (${owner.name}) is in region '${region.code}' (${region.name}) in the file and under '${place.parent ?? 'none'}' in pack '${system.id}'; it is in one`,
        path,
        hint: 'Move the system in places.csv of the pack, if the file is right.',
      },
    ];
  });
}

/** Systems that hold people, and in the file nobody over whom these could be split. */
function emptySystems(system: HealthSystem, statistics: OrganisationStatistics): readonly Problem[] {
  const holders = new Set(system.stock.map((row) => row.place));
  return system.places
    .filter((place) => place.tier === 'system' && holders.has(place.code) && existsAt(place, statistics.month))
    .flatMap((place) => {
      const organisations = statistics.organisations.filter((each) => each.system.code === place.code);
      if (organisations.some(({ values }) => (values.get(statistics.splitBy) ?? 0) > 0)) return [];
      return [
        {
          code: 'inconsistent' as const,
          message: `system '${place.code}' (${place.name}) of pack '${system.id}' has ${organisations.length} organisations in the file and none with ${statistics.splitBy} above 0; a whole file has people in every system`,
          path: `places/${place.code}`,
          hint: 'Download the file again, in case it was cut off; or end the system in places.csv if it is no more.',
        },
      ];
    });
}
