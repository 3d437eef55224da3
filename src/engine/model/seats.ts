// Seats: the places that hold people or must answer for them, and where demand asked for elsewhere goes.
import { assert } from '#kernel';
import { ancestorsOf, subtreeOf } from '#workforce';
import type { HealthSystem, Place, PlaceTree } from '#workforce';

/** @param askers codes of the places in which the blueprint asks for people
 *  @returns in the order of the tree */
export function seatsOf(system: HealthSystem, tree: PlaceTree, askers: readonly string[]): readonly Place[] {
  const codes = new Set(system.stock.map((row) => row.place));
  for (const code of codes) {
    const above = ancestorsOf(tree, code).find((place) => codes.has(place.code));
    assert(above === undefined, `place '${code}' and '${above?.code}' above it do not both hold stock.`);
  }
  for (const asker of new Set(askers)) {
    if (answerersFor(tree, codes, asker).length === 0) codes.add(asker);
  }
  // Whoever takes over a seat is one; a Set is walked as it grows.
  for (const code of codes) {
    const successor = tree.byCode.get(code)?.successor ?? null;
    if (successor !== null) codes.add(successor);
  }
  return tree.places.filter((place) => codes.has(place.code));
}

/** Codes of the seats over which what is asked for in a place is shared: itself, else the seats below it, else the
 *  nearest one above. */
export function answerersFor(tree: PlaceTree, seats: ReadonlySet<string>, place: string): readonly string[] {
  if (seats.has(place)) return [place];
  const below = subtreeOf(tree, place).filter((each) => seats.has(each.code));
  if (below.length > 0) return below.map((each) => each.code);
  const above = ancestorsOf(tree, place).find((each) => seats.has(each.code));
  return above === undefined ? [] : [above.code];
}
