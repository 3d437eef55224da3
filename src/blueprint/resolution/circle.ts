// Finds a circle among things that name each other, so that it can be refused by name.

/** @param namesOf for each id the ids it leads to; ids that are not among the keys lead nowhere
 *  @returns the ids of the first circle found, its first id again at the end, or null; the same for any order of keys */
export function circleIn(namesOf: ReadonlyMap<string, readonly string[]>): readonly string[] | null {
  const cleared = new Set<string>();
  for (const start of [...namesOf.keys()].sort()) {
    const circle = walk(start, { namesOf, cleared });
    if (circle !== null) return circle;
  }
  return null;
}

type Ground = { readonly namesOf: ReadonlyMap<string, readonly string[]>; readonly cleared: Set<string> };

/** Goes as deep as it can with a stack of its own, so that a long chain of names does not exhaust the machine's. */
function walk(start: string, ground: Ground): readonly string[] | null {
  const path: { readonly id: string; readonly rest: string[] }[] = [];
  const onPath = new Set<string>();
  const enter = (id: string): void => {
    path.push({ id, rest: [...(ground.namesOf.get(id) ?? [])].reverse() });
    onPath.add(id);
  };
  enter(start);
  for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
    const next = top.rest.pop();
    if (next === undefined) {
      path.pop();
      onPath.delete(top.id);
      ground.cleared.add(top.id);
    } else if (onPath.has(next)) {
      const ids = path.map((each) => each.id);
      return [...ids.slice(ids.indexOf(next)), next];
    } else if (!ground.cleared.has(next)) {
      enter(next);
    }
  }
  return null;
}
