// Takes a pack of systems down to their organisations, from an official file that counts staff in each.
import { fail, formatMonth, ok, type Result } from '#kernel';
import { compareCodes, driverReader, type HealthSystem, type Place, type StockRow } from '#workforce';
import type { Pack } from '../ports.ts';
import { checkFit } from './check-fit.ts';
import type { Organisation, OrganisationStatistics } from './organisation-statistics.ts';
import { scaleStock, splitStock } from './split-stock.ts';

/** A pack with organisations, and what was done on the way to it. */
export type ImportedPack = {
  readonly system: HealthSystem;
  /** False where the base month has moved: the pack's cases say what to expect from the old one. */
  readonly keepsCases: boolean;
  /** Sentences for the planner, which also stand among the limits of the new pack. */
  readonly notes: readonly string[];
};

/** Every organisation becomes a place under its system, with its own drivers; the stock of each system is split over its
 *  organisations in whole people. The base month becomes the file's.
 *  @returns a failure that names each system or organisation that does not fit the pack */
export function importOrganisations(pack: Pack, statistics: OrganisationStatistics): Result<ImportedPack> {
  const { system } = pack;
  const problems = checkFit(system, statistics);
  if (problems.length > 0) return fail(...problems);
  const groups = groupsOf(system, statistics);
  const notes = notesOf(system, statistics);
  return ok({
    keepsCases: statistics.month === system.baseMonth,
    notes,
    system: {
      ...system,
      id: `${system.id}-organisations-${formatMonth(statistics.month)}`,
      name: `${system.name}, by organisation`,
      baseMonth: statistics.month,
      limits: [...system.limits, ...notes],
      sources: withNew(system.sources, [statistics.source]),
      drivers: withNew(system.drivers, statistics.drivers),
      comparisons: system.comparisons.filter((comparison) => comparison.month >= statistics.month),
      places: [...system.places, ...groups.flatMap(placesOf)],
      driverValues: driverValuesOf(system, statistics, groups),
      stock: stockOf(system, statistics, groups),
    },
  });
}

/** A system of the pack with the organisations that the file has in it, each with the code it gets as a place. */
type Group = {
  readonly place: Place;
  readonly members: readonly { readonly code: string; readonly organisation: Organisation }[];
};

function groupsOf(system: HealthSystem, statistics: OrganisationStatistics): readonly Group[] {
  const taken = new Set(system.places.map((place) => place.code));
  return system.places
    .filter((place) => place.tier === 'system')
    .map((place) => ({
      place,
      members: statistics.organisations
        .filter((organisation) => organisation.system.code === place.code)
        // A board often has the code of its system: as a place it needs one of its own.
        .map((organisation) => ({
          code: taken.has(organisation.code) ? `${organisation.code}-ORG` : organisation.code,
          organisation,
        }))
        .toSorted((one, other) => compareCodes(one.code, other.code)),
    }));
}

function placesOf({ place, members }: Group): readonly Place[] {
  return members.map(({ code, organisation }) => ({
    code,
    name: organisation.name,
    tier: 'organisation',
    kind: organisation.kind,
    parent: place.code,
    from: place.from,
    to: null,
    successor: null,
  }));
}

/** The organisations' own values in place of their systems'; what the file does not count stays as it was. */
function driverValuesOf(
  system: HealthSystem,
  statistics: OrganisationStatistics,
  groups: readonly Group[],
): HealthSystem['driverValues'] {
  const counted = new Set(statistics.drivers.map((driver) => driver.id));
  const inFile = new Set(groups.filter((group) => group.members.length > 0).map((group) => group.place.code));
  const kept = system.driverValues.filter((row) => !(counted.has(row.driver) && inFile.has(row.place)));
  const own = groups.flatMap(({ members }) =>
    members.flatMap(({ code, organisation }) =>
      statistics.drivers.map(({ id }) => ({
        place: code,
        driver: id,
        value: organisation.values.get(id) ?? 0,
        source: statistics.source.id,
      })),
    ),
  );
  return [...kept, ...own];
}

/** The stock of each system over its organisations; of another month, first carried to the file's. */
function stockOf(
  system: HealthSystem,
  statistics: OrganisationStatistics,
  groups: readonly Group[],
): readonly StockRow[] {
  const membersOf = new Map(groups.map((group) => [group.place.code, group.members]));
  const read = driverReader(system);
  return holdersOf(system).flatMap((place) => {
    const rows = system.stock.filter((row) => row.place === place);
    const parts = (membersOf.get(place) ?? []).map(({ code, organisation }) => ({
      code,
      weight: organisation.values.get(statistics.splitBy) ?? 0,
    }));
    if (parts.length === 0) return rows;
    const before = statistics.month === system.baseMonth ? null : read(place, statistics.splitBy);
    const now = parts.reduce((sum, part) => sum + part.weight, 0);
    return splitStock(before === null || before === 0 ? rows : scaleStock(rows, now / before), parts);
  });
}

/** Places with stock in the order in which the pack first names them. */
function holdersOf(system: HealthSystem): readonly string[] {
  return [...new Set(system.stock.map((row) => row.place))];
}

function notesOf(system: HealthSystem, statistics: OrganisationStatistics): readonly string[] {
  const { splitBy, organisations, source } = statistics;
  const month = formatMonth(statistics.month);
  const read = driverReader(system);
  const uncarried = holdersOf(system).filter((place) => read(place, splitBy) === null);
  const split =
    `The ${organisations.length} organisations come from ${source.title}. No source has digital staff by organisation: ` +
    `the stock of each system is split over its organisations in proportion to ${splitBy}, in whole people.`;
  if (statistics.month === system.baseMonth) return [split];
  return [
    split,
    `The base month is ${month}; that of pack '${system.id}' is ${formatMonth(system.baseMonth)}. The stock of each ` +
      `system is carried there in proportion to ${splitBy}, the file's against the pack's. Cases and published ` +
      `figures of earlier months are left out.`,
    ...(uncarried.length === 0
      ? []
      : [`The pack does not say ${splitBy} of ${uncarried.join(', ')}: stock there stays at the pack's own month.`]),
  ];
}

function withNew<Item extends { readonly id: string }>(
  present: readonly Item[],
  more: readonly Item[],
): readonly Item[] {
  const known = new Set(present.map((item) => item.id));
  return [...present, ...more.filter((item) => !known.has(item.id))];
}
