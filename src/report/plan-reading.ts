// A plan as the report reads it: the document with its series found by slice and its codes turned into names.
import type { PlanDocument } from '#planning';
import { formatMonthName } from './number-format.ts';
import { indexSeries, type SeriesIndex } from './series-index.ts';

export type PlanPlace = PlanDocument['places'][number];
export type PlanTier = PlanPlace['tier'];
export type Intervention = PlanDocument['interventions'][number];

/** What every section of the report is given. */
export type PlanReading = {
  readonly document: PlanDocument;
  /** As things go without the plan. */
  readonly without: SeriesIndex;
  /** The plan replayed; the same as without where no plan was needed. */
  readonly withPlan: SeriesIndex;
  /** The place at the top of the tree. */
  readonly nation: PlanPlace;
  readonly regions: readonly PlanPlace[];
  /** The places that the table of gaps has rows for: systems, or organisations where there are not two systems. */
  readonly localPlaces: readonly PlanPlace[];
  /** Place code → code of the region it lies in, itself included; nothing for what lies above the regions. */
  readonly regionByPlace: ReadonlyMap<string, string>;
  /** The places drawn side by side: the regions, or the local places where there is but one region. */
  readonly comparedPlaces: readonly PlanPlace[];
  /** Place code → code of the compared place it is or lies in. */
  readonly comparedByPlace: ReadonlyMap<string, string>;
  readonly lastIndex: number;
  /** Half-way through the plan: with a horizon of ten years, five years on. */
  readonly middleIndex: number;
  readonly nameOf: NameLookup;
};

/** Names by code; a code that is not known stands for itself. */
export type NameLookup = {
  readonly place: (code: string) => string;
  readonly role: (id: string) => string;
  readonly band: (id: string) => string;
  readonly channel: (id: string) => string;
  readonly source: (id: string) => string;
  readonly month: (index: number) => string;
};

/** As many small charts as still invite comparison. */
const MOST_COMPARED = 12;

/** Reads a document of any size, an empty one included: a plan without places is about the pack as a whole. */
export function readPlan(document: PlanDocument): PlanReading {
  const lastIndex = Math.max(0, document.months.length - 1);
  const systems = document.places.filter((place) => place.tier === 'system');
  const organisations = document.places.filter((place) => place.tier === 'organisation');
  const withPlan = document.seriesWithPlan.length === 0 ? document.series : document.seriesWithPlan;
  const regions = document.places.filter((place) => place.tier === 'region');
  const localPlaces = systems.length > 1 || organisations.length === 0 ? systems : organisations;
  const compared = regions.length > 1 || localPlaces.length > MOST_COMPARED ? regions : localPlaces;
  return {
    document,
    without: indexSeries(document.series),
    withPlan: indexSeries(withPlan),
    nation: document.places.find((place) => place.parent === null) ?? {
      code: document.pack.id,
      name: document.pack.name,
      tier: 'national',
      parent: null,
    },
    regions,
    localPlaces,
    regionByPlace: placesAbove(document.places, 'region'),
    comparedPlaces: compared,
    comparedByPlace: placesAbove(document.places, compared[0]?.tier ?? 'region'),
    lastIndex,
    middleIndex: Math.floor(lastIndex / 2),
    nameOf: lookUpNames(document),
  };
}

/** Code of each place → code of the place of that tier which it is or lies in. */
function placesAbove(places: readonly PlanPlace[], tier: PlanTier): ReadonlyMap<string, string> {
  const byCode = new Map(places.map((place) => [place.code, place]));
  const above = new Map<string, string>();
  for (const start of places) {
    let place: PlanPlace | undefined = start;
    // The tree is no deeper than its four tiers; the bound keeps a circular document from holding us for ever.
    for (let step = 0; step < 4 && place !== undefined; step++) {
      if (place.tier === tier) above.set(start.code, place.code);
      place = place.parent === null ? undefined : byCode.get(place.parent);
    }
  }
  return above;
}

export const TIER_NAMES: Readonly<Record<PlanTier, string>> = {
  national: 'National',
  region: 'Region',
  system: 'System',
  organisation: 'Organisation',
};

function lookUpNames(document: PlanDocument): NameLookup {
  const places = new Map(document.places.map((one) => [one.code, one.name]));
  const roles = new Map(document.roles.map((one) => [one.id, one.name]));
  const bands = new Map(document.bands.map((one) => [one.id, one.name]));
  const channels = new Map(document.channels.map((one) => [one.id, one.name]));
  const sources = new Map(document.sources.map((one) => [one.id, one.title]));
  return {
    place: (code) => places.get(code) ?? code,
    role: (id) => roles.get(id) ?? id,
    band: (id) => bands.get(id) ?? id,
    channel: (id) => channels.get(id) ?? id,
    source: (id) => sources.get(id) ?? id,
    month: (index) => formatMonthName(document.months[index] ?? ''),
  };
}
