// Seats people in the lists of their rows and ages, and moves them when a birthday or a new rate brings another.
import { fteOf, NOT_OWN, setBirthdays, wait, type Crowd } from './crowd.ts';
import { rungOfSeat, yearsOfSeat, type CrowdRates } from './crowd-rates.ts';
import { addTo, listAt, makeRoom, peopleOf, roomFor, sizeOf } from './people-lists.ts';
import { bornOf, dueOf, rowOf, withDue } from './person.ts';

/** Puts those who wait in the list of their class and age, or on its rung. */
export function seatWaiting(crowd: Crowd, { seats }: CrowdRates): void {
  const { waiting, waitingCount, ageNow, firstCell } = crowd;
  for (let index = 0; index < waitingCount; index++) {
    const person = waiting[index] ?? 0;
    const cell = (firstCell[rowOf(person)] ?? 0) + (ageNow[bornOf(person)] ?? 0);
    const place = placeOf(crowd, seats, cell);
    addTo(crowd.lists, listOfPlace(place), withDue(person, dueOf(place)));
  }
  crowd.waitingCount = 0;
}

/** Where people of a class and age sit: the list of their own or of their rung, and in the low byte the birthday on which
 *  that is to be done again, 0 where none of the run does. */
export function placeOf({ ownLists, lists, birthdays, lastBirthday }: Crowd, seats: Uint16Array, cell: number): number {
  const own = ownLists[cell] ?? NOT_OWN;
  if (own >= 0) return own << PLACE_SHIFT;
  const seat = seats[cell] ?? 0;
  const next = birthdays + yearsOfSeat(seat);
  // All ones where the birthday is one of the run, else 0.
  const isDue = (next - lastBirthday - 1) >> 31;
  return (listAt(lists, rungOfSeat(seat) * 2 - isDue) << PLACE_SHIFT) | (next & isDue);
}

const PLACE_SHIFT = 8;

export function listOfPlace(place: number): number {
  return place >>> PLACE_SHIFT;
}

/** Everybody grows a year older; only those whose new age has another chance or another FTE need to be touched. */
export function growCrowdOlder(crowd: Crowd, rates: CrowdRates): void {
  for (let index = 1; index < crowd.rungLists; index += 2) standUpDue(crowd, listAt(crowd.lists, index));
  addOwnFte(crowd, -1);
  addFteOf(crowd, crowd.waiting.subarray(0, crowd.waitingCount), -1);
  setBirthdays(crowd, crowd.birthdays + 1);
  addFteOf(crowd, crowd.waiting.subarray(0, crowd.waitingCount), 1);
  addOwnFte(crowd, 1);
  passListsOn(crowd);
  seatWaiting(crowd, rates);
}

/** Puts everybody on the rung of new rates; a list of one class and age stays what it is. */
export function changeRates(crowd: Crowd, rates: CrowdRates): void {
  const { lists } = crowd;
  for (let index = 0; index < crowd.rungLists; index++) {
    const list = listAt(lists, index);
    const people = peopleOf(lists, list);
    crowd.waiting = roomFor(crowd.waiting, crowd.waitingCount + people.length);
    crowd.waiting.set(people, crowd.waitingCount);
    crowd.waitingCount += people.length;
    lists.memory[list + 1] = lists.memory[list] ?? 0;
  }
  seatWaiting(crowd, rates);
}

/** Hands the list of each age to the age after it; the people of the last age but one join those of the last, which is
 *  open, and leave an empty list to the first. */
function passListsOn({ ownLists, lists, space }: Crowd): void {
  const { ageCount } = space;
  for (let each = 0; each * ageCount < ownLists.length; each++) {
    const ages = ownLists.subarray(each * ageCount, (each + 1) * ageCount);
    const last = ages[ageCount - 1] ?? NOT_OWN;
    const before = ages[ageCount - 2] ?? NOT_OWN;
    if (last < 0 || before < 0) continue;
    const come = sizeOf(lists, before);
    makeRoom(lists, last, come);
    const { memory } = lists;
    const [from = 0, end = 0] = [memory[before], memory[last + 1]];
    memory.copyWithin(end, from, from + come);
    memory[last + 1] = end + come;
    memory[before + 1] = from;
    ages.copyWithin(1, 0, ageCount - 2);
    ages[0] = before;
  }
}

/** Adds the FTE at today's age of those in lists of one class and age whom this birthday brings another.
 *  @param times −1 to take it away, before the birthday */
function addOwnFte(crowd: Crowd, times: number): void {
  if (crowd.ftePerHead.length === 0) return;
  const { ownLists, lists, space } = crowd;
  const { ageCount, groupOfAge } = space;
  for (let cell = 0; cell < ownLists.length; cell++) {
    const age = cell % ageCount;
    const at = ownLists[cell] ?? -1;
    if (at < 0 || age === ageCount - 1 || groupOfAge[age] === groupOfAge[age + 1]) continue;
    addFteOf(crowd, peopleOf(lists, at), times);
  }
}

/** Lets those of a list for whom it is time wait to be seated anew. */
function standUpDue(crowd: Crowd, list: number): void {
  const due = crowd.birthdays + 1;
  const { memory } = crowd.lists;
  const start = memory[list] ?? 0;
  let end = memory[list + 1] ?? 0;
  for (let index = end - 1; index >= start; index--) {
    const person = memory[index] ?? 0;
    if (dueOf(person) !== due) continue;
    wait(crowd, person);
    end--;
    memory[index] = memory[end] ?? 0;
  }
  memory[list + 1] = end;
}

/** Adds the FTE that people have at today's age. @param times −1 to take it away */
function addFteOf(crowd: Crowd, people: Int32Array, times: number): void {
  if (crowd.ftePerHead.length === 0) return;
  const { fte } = crowd;
  for (const person of people) fte[rowOf(person)] = (fte[rowOf(person)] ?? 0) + times * fteOf(crowd, person);
}
