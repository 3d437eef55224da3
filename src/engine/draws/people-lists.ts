// Lists of people, all in one piece of memory: a walk over hundreds of short lists then goes to one place alone.

export type PeopleLists = {
  /** All lists, each with room to grow. */
  people: Int32Array;
  /** How much of the memory is given to lists. */
  used: number;
  /** Where each list starts, where its people end and where its room ends, shape [list]. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly limits: Int32Array;
};

export function makeLists(count: number): PeopleLists {
  return {
    people: new Int32Array(FIRST_MEMORY),
    used: 0,
    starts: new Int32Array(count),
    ends: new Int32Array(count),
    limits: new Int32Array(count),
  };
}

const FIRST_MEMORY = 256;
const FIRST_ROOM = 8;

/** Makes room for so many more in a list, and for twice as many as before at least: it moves to where there is room, and
 *  what it leaves behind is less than what it has. */
export function makeRoom(lists: PeopleLists, list: number, more: number): void {
  const { starts, ends, limits } = lists;
  const [start, end, limit] = [starts[list] ?? 0, ends[list] ?? 0, limits[list] ?? 0];
  if (end + more <= limit) return;
  const room = Math.max(end - start + more, (limit - start) * 2, FIRST_ROOM);
  lists.people = roomFor(lists.people, lists.used + room);
  lists.people.copyWithin(lists.used, start, end);
  starts[list] = lists.used;
  ends[list] = lists.used + end - start;
  limits[list] = lists.used + room;
  lists.used += room;
}

/** People in a list. */
export function sizeOf({ starts, ends }: PeopleLists, list: number): number {
  return (ends[list] ?? 0) - (starts[list] ?? 0);
}

/** People in all lists. */
export function peopleIn({ starts, ends }: PeopleLists): number {
  let people = 0;
  for (let list = 0; list < ends.length; list++) people += (ends[list] ?? 0) - (starts[list] ?? 0);
  return people;
}

/** Fills each list as another set of lists has it, and keeps the room that lists have grown to. */
export function copyLists(from: PeopleLists, into: PeopleLists): void {
  emptyLists(into);
  for (let list = 0; list < from.ends.length; list++) {
    const [start, end] = [from.starts[list] ?? 0, from.ends[list] ?? 0];
    makeRoom(into, list, end - start);
    const at = into.starts[list] ?? 0;
    into.people.set(from.people.subarray(start, end), at);
    into.ends[list] = at + end - start;
  }
}

export function emptyLists({ starts, ends }: PeopleLists): void {
  ends.set(starts);
}

/** The array, or a longer one that begins as it does where it has no room for so many. */
export function roomFor(array: Int32Array, size: number): Int32Array {
  if (size <= array.length) return array;
  const larger = new Int32Array(Math.max(size, array.length * 2));
  larger.set(array);
  return larger;
}
