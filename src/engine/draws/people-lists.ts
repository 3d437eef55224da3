// Lists of people and how many are in each row, in one piece of memory, which a loop then looks up but once.

/** A list is known by where its bounds stand in the memory: where it starts, where its people end and where its room
 *  ends, one after the other. */
export type PeopleLists = {
  /** People counted in each row, then the bounds of all lists, then the lists themselves, each with room to grow. */
  memory: Int32Array;
  /** How much of the memory is given away. */
  used: number;
  readonly rowCount: number;
  readonly listCount: number;
};

/** Steps from the bounds of a list to those of the next. */
export const BOUNDS = 3;

export function makeLists(rowCount: number, listCount: number): PeopleLists {
  const used = rowCount + listCount * BOUNDS;
  const memory = new Int32Array(used + FIRST_MEMORY);
  memory.fill(used, rowCount, used);
  return { memory, used, rowCount, listCount };
}

const FIRST_MEMORY = 256;
const FIRST_ROOM = 8;

/** The list of an index, by which it is known. */
export function listAt({ rowCount }: PeopleLists, index: number): number {
  return rowCount + index * BOUNDS;
}

/** Makes room for so many more in a list, and for twice as many as before at least: it moves to where there is room, and
 *  what it leaves behind is less than what it has. */
export function makeRoom(lists: PeopleLists, list: number, more: number): void {
  const [start = 0, end = 0, limit = 0] = lists.memory.subarray(list, list + BOUNDS);
  if (end + more <= limit) return;
  const room = Math.max(end - start + more, (limit - start) * 2, FIRST_ROOM);
  lists.memory = roomFor(lists.memory, lists.used + room);
  lists.memory.copyWithin(lists.used, start, end);
  lists.memory.set([lists.used, lists.used + end - start, lists.used + room], list);
  lists.used += room;
}

/** Adds a person to a list. */
export function addTo(lists: PeopleLists, list: number, person: number): void {
  if (lists.memory[list + 1] === lists.memory[list + 2]) makeRoom(lists, list, 1);
  const { memory } = lists;
  const end = memory[list + 1] ?? 0;
  memory[end] = person;
  memory[list + 1] = end + 1;
}

/** The people of a list, as they stand in the memory. */
export function peopleOf({ memory }: PeopleLists, list: number): Int32Array {
  return memory.subarray(memory[list], memory[list + 1]);
}

/** People in a list. */
export function sizeOf({ memory }: PeopleLists, list: number): number {
  return (memory[list + 1] ?? 0) - (memory[list] ?? 0);
}

/** People in all lists. */
export function peopleIn({ memory, rowCount, listCount }: PeopleLists): number {
  let people = 0;
  const last = rowCount + listCount * BOUNDS;
  for (let list = rowCount; list < last; list += BOUNDS) people += (memory[list + 1] ?? 0) - (memory[list] ?? 0);
  return people;
}

/** People counted in each row, as they stand in the memory. */
export function headcountOf({ memory, rowCount }: PeopleLists): Int32Array {
  return memory.subarray(0, rowCount);
}

/** Fills each list as another set of lists has it, and keeps the room that lists have grown to. */
export function copyLists(from: PeopleLists, into: PeopleLists): void {
  emptyLists(into);
  for (let index = 0; index < from.listCount; index++) {
    const list = listAt(from, index);
    const people = peopleOf(from, list);
    makeRoom(into, list, people.length);
    const start = into.memory[list] ?? 0;
    into.memory.set(people, start);
    into.memory[list + 1] = start + people.length;
  }
  into.memory.set(headcountOf(from));
}

/** Nobody in any list, nor counted in any row. */
export function emptyLists(lists: PeopleLists): void {
  const { memory } = lists;
  for (let index = 0; index < lists.listCount; index++) {
    const list = listAt(lists, index);
    memory[list + 1] = memory[list] ?? 0;
  }
  headcountOf(lists).fill(0);
}

/** The array, or a longer one that begins as it does where it has no room for so many. */
export function roomFor(array: Int32Array, size: number): Int32Array {
  if (size <= array.length) return array;
  const larger = new Int32Array(Math.max(size, array.length * 2));
  larger.set(array);
  return larger;
}
