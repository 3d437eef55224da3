// The tree of places: who stands above and below whom, and what a place counts.
import { assert } from '#kernel';
import type { HealthSystem } from './health-system.ts';
import type { Place } from './place.ts';
import { TIERS } from './place.ts';
import { compareCodes } from './register.ts';

/** Places in order (tier from the centre outwards, then code), with the ways up and down. */
export type PlaceTree = {
  readonly places: readonly Place[];
  readonly byCode: ReadonlyMap<string, Place>;
  readonly childrenOf: ReadonlyMap<string, readonly Place[]>;
};

export function placeTree(places: readonly Place[]): PlaceTree {
  const ordered = places.toSorted(comparePlaces);
  const childrenOf = new Map<string, Place[]>(ordered.map((place) => [place.code, []]));
  for (const place of ordered) {
    if (place.parent !== null) childrenOf.get(place.parent)?.push(place);
  }
  return { places: ordered, byCode: new Map(ordered.map((place) => [place.code, place])), childrenOf };
}

/** The places above a place, the nearest first; without the place itself. */
export function ancestorsOf(tree: PlaceTree, code: string): readonly Place[] {
  const above: Place[] = [];
  let parent = placeOf(tree, code).parent;
  while (parent !== null) {
    const place = placeOf(tree, parent);
    assert(!above.includes(place), `place '${code}' stands above itself`);
    above.push(place);
    parent = place.parent;
  }
  return above;
}

/** A place and everything below it, in the order of the tree. */
export function subtreeOf(tree: PlaceTree, code: string): readonly Place[] {
  const found = new Set<Place>([placeOf(tree, code)]);
  // A Set is walked in the order in which it grows, so this visits every tier below.
  for (const place of found) for (const child of tree.childrenOf.get(place.code) ?? []) found.add(child);
  return [...found].toSorted(comparePlaces);
}

/** The places that hold people at the base month, in the order of the tree. */
export function leavesWithStock(system: HealthSystem): readonly Place[] {
  const holders = new Set(system.stock.map((row) => row.place));
  return system.places.filter((place) => holders.has(place.code)).toSorted(comparePlaces);
}

/** Reads drivers: a place's own value, else the sum over the places directly below it that exist at the base month;
 *  null where neither the place nor any below it has one. */
export function driverReader(
  system: Pick<HealthSystem, 'places' | 'driverValues' | 'baseMonth'>,
): (place: string, driver: string) => number | null {
  const tree = placeTree(system.places);
  const own = new Map(system.driverValues.map((row) => [`${row.driver}\n${row.place}`, row.value]));
  const read = (place: string, driver: string): number | null => {
    const key = `${driver}\n${place}`;
    const known = own.get(key);
    if (known !== undefined) return known;
    const below = (tree.childrenOf.get(place) ?? [])
      .filter((child) => existsAt(child, system.baseMonth))
      .map((child) => read(child.code, driver))
      .filter((value) => value !== null);
    return below.length === 0 ? null : below.reduce((sum, value) => sum + value, 0);
  };
  return read;
}

/** Whether the place has begun and not yet ended in a month. */
export function existsAt(place: Place, month: number): boolean {
  return place.from <= month && (place.to === null || month < place.to);
}

/** Order of places: tier from the centre outwards, then code. */
export function comparePlaces(one: Place, other: Place): number {
  return TIERS.indexOf(one.tier) - TIERS.indexOf(other.tier) || compareCodes(one.code, other.code);
}

function placeOf(tree: PlaceTree, code: string): Place {
  const place = tree.byCode.get(code);
  assert(place !== undefined, `there is no place '${code}'`);
  return place;
}
