// Seats people in the lists of their rows and ages, and moves them when a birthday or a new rate brings another.
import { fteOf, setBirthdays, wait, type Crowd } from './crowd.ts';
import { rungOfSeat, yearsOfSeat, type CrowdRates } from './crowd-rates.ts';
import { makeRoom, roomFor, sizeOf } from './people-lists.ts';
import { bornOf, dueOf, rowOf, withDue } from './person.ts';

/** Puts those who wait in the list of their class and age, or on its rung, there with the birthday on which that is to be
 *  done again. */
export function seatWaiting(crowd: Crowd, rates: CrowdRates): void {
  const { space, waiting, waitingCount, lists, birthdays, lastBirthday, ageNow, ownLists } = crowd;
  const { ageCount, classOfRow } = space;
  const { ends, limits } = lists;
  const { seats } = rates;
  let { people } = lists;
  for (let index = 0; index < waitingCount; index++) {
    const person = waiting[index] ?? 0;
    const cell = (classOfRow[rowOf(person)] ?? 0) * ageCount + (ageNow[bornOf(person)] ?? 0);
    let at = ownLists[cell] ?? -1;
    let due = 0;
    if (at < 0) {
      const seat = seats[cell] ?? 0;
      const next = birthdays + yearsOfSeat(seat);
      // All ones where the birthday is one of the run, else 0.
      const isDue = (next - lastBirthday - 1) >> 31;
      at = rungOfSeat(seat) * 2 - isDue;
      due = next & isDue;
    }
    if (ends[at] === limits[at]) {
      makeRoom(lists, at, 1);
      people = lists.people;
    }
    const end = ends[at] ?? 0;
    people[end] = withDue(person, due);
    ends[at] = end + 1;
  }
  crowd.waitingCount = 0;
}

/** Everybody grows a year older; only those whose new age has another chance or another FTE need to be touched. */
export function growCrowdOlder(crowd: Crowd, rates: CrowdRates): void {
  for (let list = 1; list < crowd.rungLists; list += 2) standUpDue(crowd, list);
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
  const { people, starts, ends } = crowd.lists;
  for (let at = 0; at < crowd.rungLists; at++) {
    const [start, end] = [starts[at] ?? 0, ends[at] ?? 0];
    crowd.waiting = roomFor(crowd.waiting, crowd.waitingCount + end - start);
    crowd.waiting.set(people.subarray(start, end), crowd.waitingCount);
    crowd.waitingCount += end - start;
    ends[at] = start;
  }
  seatWaiting(crowd, rates);
}

/** Hands the list of each age to the age after it; the people of the last age but one join those of the last, which is
 *  open, and leave an empty list to the first. */
function passListsOn({ ownLists, lists, space }: Crowd): void {
  const { ageCount, classCount } = space;
  const { starts, ends } = lists;
  for (let each = 0; each < classCount; each++) {
    const ages = ownLists.subarray(each * ageCount, (each + 1) * ageCount);
    const last = ages[ageCount - 1] ?? -1;
    const before = ages[ageCount - 2] ?? -1;
    if (last < 0 || before < 0) continue;
    const come = sizeOf(lists, before);
    makeRoom(lists, last, come);
    const from = starts[before] ?? 0;
    lists.people.copyWithin(ends[last] ?? 0, from, from + come);
    ends[last] = (ends[last] ?? 0) + come;
    ends[before] = from;
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
    addFteOf(crowd, lists.people.subarray(lists.starts[at], lists.ends[at]), times);
  }
}

/** Lets those of a list for whom it is time wait to be seated anew. */
function standUpDue(crowd: Crowd, at: number): void {
  const due = crowd.birthdays + 1;
  const { people, starts, ends } = crowd.lists;
  const start = starts[at] ?? 0;
  let end = ends[at] ?? 0;
  for (let index = end - 1; index >= start; index--) {
    const person = people[index] ?? 0;
    if (dueOf(person) !== due) continue;
    wait(crowd, person);
    end--;
    people[index] = people[end] ?? 0;
  }
  ends[at] = end;
}

/** Adds the FTE that people have at today's age. @param times −1 to take it away */
function addFteOf(crowd: Crowd, people: Int32Array, times: number): void {
  if (crowd.ftePerHead.length === 0) return;
  const { fte } = crowd;
  for (const person of people) fte[rowOf(person)] = (fte[rowOf(person)] ?? 0) + times * fteOf(crowd, person);
}
