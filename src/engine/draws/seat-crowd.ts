// Seats people on the rungs of their rows and ages, and moves them when a birthday or a new rate brings another.
import { BORN_SHIFT, BYTE, fteOf, roomFor, ROW_SHIFT, setBirthdays, wait, type Crowd } from './crowd.ts';
import { SEAT_SHIFT, type CrowdRates } from './crowd-rates.ts';

/** Puts those who wait on the rungs of their rows and ages, each with the birthday on which that is to be done again. */
export function seatWaiting(crowd: Crowd, rates: CrowdRates): void {
  const { space, waiting, waitingCount, lists, sizes, birthdays, lastBirthday, ageNow } = crowd;
  const { ageCount, classOfRow } = space;
  const { seats } = rates;
  for (let index = 0; index < waitingCount; index++) {
    const person = waiting[index] ?? 0;
    const age = ageNow[(person >>> BORN_SHIFT) & BYTE] ?? 0;
    const seat = seats[(classOfRow[person >>> ROW_SHIFT] ?? 0) * ageCount + age] ?? 0;
    const next = birthdays + (seat & BYTE);
    // All ones where the birthday is one of the run, else 0.
    const isDue = (next - lastBirthday - 1) >> 31;
    const at = (seat >>> SEAT_SHIFT) * 2 - isDue;
    const size = sizes[at] ?? 0;
    let list = lists[at] ?? waiting;
    if (size === list.length) {
      list = roomFor(list, size + 1);
      lists[at] = list;
    }
    list[size] = (person & ~BYTE) | (next & isDue);
    sizes[at] = size + 1;
  }
  crowd.waitingCount = 0;
}

/** Everybody grows a year older; only those whose new age has another chance or another FTE need to be touched. */
export function growCrowdOlder(crowd: Crowd, rates: CrowdRates): void {
  for (let list = 1; list < crowd.sizes.length; list += 2) standUpDue(crowd, list);
  addFte(crowd, -1);
  setBirthdays(crowd, crowd.birthdays + 1);
  addFte(crowd, 1);
  seatWaiting(crowd, rates);
}

/** Puts everybody on the rung of new rates. */
export function changeRates(crowd: Crowd, rates: CrowdRates): void {
  crowd.lists.forEach((list, at) => {
    const size = crowd.sizes[at] ?? 0;
    crowd.waiting = roomFor(crowd.waiting, crowd.waitingCount + size);
    crowd.waiting.set(list.subarray(0, size), crowd.waitingCount);
    crowd.waitingCount += size;
    crowd.sizes[at] = 0;
  });
  seatWaiting(crowd, rates);
}

/** Lets those of a list for whom it is time wait to be seated anew. */
function standUpDue(crowd: Crowd, at: number): void {
  const due = crowd.birthdays + 1;
  const list = crowd.lists[at] ?? crowd.waiting;
  let size = crowd.sizes[at] ?? 0;
  for (let index = size - 1; index >= 0; index--) {
    const person = list[index] ?? 0;
    if ((person & BYTE) !== due) continue;
    wait(crowd, person);
    size--;
    list[index] = list[size] ?? 0;
  }
  crowd.sizes[at] = size;
}

/** Adds the FTE that those who wait have at today's age. @param times −1 to take it away */
function addFte(crowd: Crowd, times: number): void {
  if (crowd.ftePerHead.length === 0) return;
  const { fte, waiting } = crowd;
  for (let index = 0; index < crowd.waitingCount; index++) {
    const person = waiting[index] ?? 0;
    const row = person >>> ROW_SHIFT;
    fte[row] = (fte[row] ?? 0) + times * fteOf(crowd, person);
  }
}
