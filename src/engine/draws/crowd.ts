// A crowd: whole people in rows and ages, moved month by month at a cost that grows with events and not with cells.
import { assert } from '#kernel';
import { LEAP_ITEM_SHIFT, LEAP_REMAINDER_MASK, LONGEST_LEAP, rungOf, type Ladder } from './ladder.ts';
import { BLOCK_WORDS, refill, TO_UNIT, type WordStream } from './word-stream.ts';

/** The rows and ages that people may be in, and the ways between rows. */
export type CrowdSpace = {
  readonly rowCount: number;
  readonly ageCount: number;
  readonly groupCount: number;
  readonly groupOfAge: Int32Array;
  /** Edges out of row i are `edgesOut[firstOut[i]]` to `edgesOut[firstOut[i + 1] − 1]`. */
  readonly firstOut: Int32Array;
  readonly edgesOut: Int32Array;
  readonly edgeTo: Int32Array;
};

/** Chances of a month, and the rung of each row and group. */
export type CrowdRates = {
  /** Shape [row][group]. */
  readonly leave: Float64Array;
  /** Shape [edge][group]. */
  readonly flow: Float64Array;
  /** Chance of any event, shape [row][group]. */
  readonly event: Float64Array;
  readonly rung: Uint8Array;
};

/** People as numbers: row × 256 + age at the first birthday of all. */
export type Crowd = {
  readonly space: CrowdSpace;
  readonly ladder: Ladder;
  /** FTE per head, shape [row][group]. */
  readonly ftePerHead: Float64Array;
  /** People by rung, and how many there are of them. */
  readonly lists: Int32Array[];
  readonly sizes: Int32Array;
  /** Those who change rungs this month; nobody may have two events in one. */
  waiting: Int32Array;
  waitingCount: number;
  /** People and FTE by row, kept in step with every event. */
  readonly headcount: Int32Array;
  readonly fte: Float64Array;
  birthdays: number;
};

export function makeCrowd(space: CrowdSpace, ladder: Ladder, ftePerHead: Float64Array): Crowd {
  assert(space.ageCount + MOST_BIRTHDAYS < 1 << AGE_BITS, 'an age and the birthdays of a run fit in one number.');
  return {
    space,
    ladder,
    ftePerHead,
    lists: Array.from(ladder.bounds, () => new Int32Array(64)),
    sizes: new Int32Array(ladder.bounds.length),
    waiting: new Int32Array(64),
    waitingCount: 0,
    headcount: new Int32Array(space.rowCount),
    fte: new Float64Array(space.rowCount),
    birthdays: 0,
  };
}

export function emptyCrowd(crowd: Crowd): void {
  crowd.sizes.fill(0);
  crowd.headcount.fill(0);
  crowd.fte.fill(0);
  crowd.birthdays = 0;
}

export function crowdRates(
  space: CrowdSpace,
  ladder: Ladder,
  chances: Pick<CrowdRates, 'leave' | 'flow'>,
): CrowdRates {
  const { leave, flow } = chances;
  const event = leave.slice();
  for (let row = 0; row < space.rowCount; row++) {
    for (let out = space.firstOut[row] ?? 0; out < (space.firstOut[row + 1] ?? 0); out++) {
      const edge = space.edgesOut[out] ?? 0;
      for (let group = 0; group < space.groupCount; group++) {
        const cell = row * space.groupCount + group;
        event[cell] = (event[cell] ?? 0) + (flow[edge * space.groupCount + group] ?? 0);
      }
    }
  }
  return { leave, flow, event, rung: Uint8Array.from(event, (chance) => rungOf(ladder, Math.min(chance, 1))) };
}

/** Adds one person. */
export function addPerson(crowd: Crowd, rates: CrowdRates, at: { readonly row: number; readonly age: number }): void {
  const { space } = crowd;
  const cell = at.row * space.groupCount + (space.groupOfAge[at.age] ?? 0);
  crowd.headcount[at.row] = (crowd.headcount[at.row] ?? 0) + 1;
  crowd.fte[at.row] = (crowd.fte[at.row] ?? 0) + (crowd.ftePerHead[cell] ?? 0);
  place(crowd, rates.rung[cell] ?? 0, (at.row << AGE_BITS) | (at.age - crowd.birthdays + MOST_BIRTHDAYS));
}

/** One month of leaving and moving. People are looked at from the end of each list, so that whoever takes the place of one
 *  who went has been looked at already. @source docs/model/draws.md, eq. 1–3 */
export function advanceCrowd(crowd: Crowd, rates: CrowdRates, stream: WordStream): void {
  for (let rung = 0; rung < crowd.sizes.length; rung++) {
    if ((crowd.sizes[rung] ?? 0) > 0) advanceRung(crowd, { rates, stream, rung });
  }
  seatWaiting(crowd, rates);
}

/** Everybody grows a year older; those whose new age has another chance change rungs. */
export function growCrowdOlder(crowd: Crowd, rates: CrowdRates): void {
  const { space, ftePerHead, fte } = crowd;
  const { groupOfAge, groupCount, ageCount } = space;
  crowd.birthdays++;
  const shift = crowd.birthdays - MOST_BIRTHDAYS;
  for (let rung = 0; rung < crowd.sizes.length; rung++) {
    const list = crowd.lists[rung] ?? crowd.waiting;
    for (let index = (crowd.sizes[rung] ?? 0) - 1; index >= 0; index--) {
      const person = list[index] ?? 0;
      const row = person >>> AGE_BITS;
      const age = Math.min((person & AGE_MASK) + shift, ageCount - 1);
      const group = groupOfAge[age] ?? 0;
      const before = groupOfAge[age - 1] ?? 0;
      if (group === before) continue;
      const cell = row * groupCount + group;
      const change = (ftePerHead[cell] ?? 0) - (ftePerHead[row * groupCount + before] ?? 0);
      if (change !== 0 && (person & AGE_MASK) + shift < ageCount) fte[row] = (fte[row] ?? 0) + change;
      if (rates.rung[cell] !== rung) sendWaiting(crowd, { rung, index });
    }
  }
  seatWaiting(crowd, rates);
}

/** Puts everybody on the rung of new rates. */
export function changeRates(crowd: Crowd, rates: CrowdRates): void {
  const { space } = crowd;
  const shift = crowd.birthdays - MOST_BIRTHDAYS;
  for (let rung = 0; rung < crowd.sizes.length; rung++) {
    const list = crowd.lists[rung] ?? crowd.waiting;
    for (let index = (crowd.sizes[rung] ?? 0) - 1; index >= 0; index--) {
      const person = list[index] ?? 0;
      const age = Math.min((person & AGE_MASK) + shift, space.ageCount - 1);
      const cell = (person >>> AGE_BITS) * space.groupCount + (space.groupOfAge[age] ?? 0);
      if (rates.rung[cell] !== rung) sendWaiting(crowd, { rung, index });
    }
  }
  seatWaiting(crowd, rates);
}

/** Nobody appears or vanishes: the lists hold as many people as the rows count. */
export function assertWhole(crowd: Crowd, step: number): void {
  let listed = 0;
  for (const size of crowd.sizes) listed += size;
  let counted = 0;
  for (const people of crowd.headcount) {
    if (people < 0) assert(false, `no row has fewer than no people at step ${step}.`);
    counted += people;
  }
  if (listed !== counted) assert(false, `${listed} people are listed and ${counted} counted at step ${step}.`);
}

const AGE_BITS = 8;
const AGE_MASK = 0xff;
/** More than the 50 years that a run may last. */
const MOST_BIRTHDAYS = 60;

type RungMonth = { readonly rates: CrowdRates; readonly stream: WordStream; readonly rung: number };

function advanceRung(crowd: Crowd, month: RungMonth): void {
  const { space, headcount, fte, ftePerHead } = crowd;
  const { rates, stream, rung } = month;
  const { leave, event } = rates;
  const { groupOfAge, groupCount } = space;
  const { block } = stream;
  const list = crowd.lists[rung] ?? crowd.waiting;
  const keep = crowd.ladder.leaps[rung]?.keep ?? crowd.waiting;
  const other = crowd.ladder.leaps[rung]?.other ?? crowd.waiting;
  const scale = (crowd.ladder.bounds[rung] ?? 1) * TO_UNIT;
  const oldest = space.ageCount - 1;
  const shift = crowd.birthdays - MOST_BIRTHDAYS;
  let { next } = stream;
  let size = crowd.sizes[rung] ?? 0;
  let index = size - 1;
  for (;;) {
    if (next > BLOCK_WORDS - 2) {
      refill(stream);
      next = 0;
    }
    const word = block[next] ?? 0;
    const item = word >>> LEAP_ITEM_SHIFT;
    const leap = (word & LEAP_REMAINDER_MASK) < (keep[item] ?? 0) ? item : (other[item] ?? 0);
    index -= leap;
    if (index < 0) break;
    if (leap === LONGEST_LEAP) {
      next++;
      continue;
    }
    const person = list[index] ?? 0;
    const row = person >>> AGE_BITS;
    const cell = row * groupCount + (groupOfAge[Math.min((person & AGE_MASK) + shift, oldest)] ?? 0);
    const chance = ((block[next + 1] ?? 0) >>> 0) * scale;
    next += 2;
    if (chance < (event[cell] ?? 0)) {
      headcount[row] = (headcount[row] ?? 0) - 1;
      fte[row] = (fte[row] ?? 0) - (ftePerHead[cell] ?? 0);
      size--;
      list[index] = list[size] ?? 0;
      if (chance >= (leave[cell] ?? 0)) movePerson(crowd, rates, { person, cell, chance: chance - (leave[cell] ?? 0) });
    }
    index--;
  }
  stream.next = next + 1;
  crowd.sizes[rung] = size;
}

type Moving = { readonly person: number; readonly cell: number; readonly chance: number };

/** Chooses the edge that the chance falls on, and lets the person wait for the end of the month in the new row. */
function movePerson(crowd: Crowd, rates: CrowdRates, moving: Moving): void {
  const { space } = crowd;
  const row = moving.person >>> AGE_BITS;
  const group = moving.cell - row * space.groupCount;
  let { chance } = moving;
  let out = space.firstOut[row] ?? 0;
  const last = (space.firstOut[row + 1] ?? 0) - 1;
  while (out < last) {
    chance -= rates.flow[(space.edgesOut[out] ?? 0) * space.groupCount + group] ?? 0;
    if (chance < 0) break;
    out++;
  }
  const to = space.edgeTo[space.edgesOut[out] ?? 0] ?? 0;
  crowd.headcount[to] = (crowd.headcount[to] ?? 0) + 1;
  crowd.fte[to] = (crowd.fte[to] ?? 0) + (crowd.ftePerHead[to * space.groupCount + group] ?? 0);
  wait(crowd, (to << AGE_BITS) | (moving.person & AGE_MASK));
}

function sendWaiting(crowd: Crowd, at: { readonly rung: number; readonly index: number }): void {
  const list = crowd.lists[at.rung] ?? crowd.waiting;
  const size = (crowd.sizes[at.rung] ?? 0) - 1;
  wait(crowd, list[at.index] ?? 0);
  list[at.index] = list[size] ?? 0;
  crowd.sizes[at.rung] = size;
}

function wait(crowd: Crowd, person: number): void {
  if (crowd.waitingCount === crowd.waiting.length) crowd.waiting = grown(crowd.waiting);
  crowd.waiting[crowd.waitingCount] = person;
  crowd.waitingCount++;
}

function seatWaiting(crowd: Crowd, rates: CrowdRates): void {
  const { space, waiting } = crowd;
  const shift = crowd.birthdays - MOST_BIRTHDAYS;
  for (let index = 0; index < crowd.waitingCount; index++) {
    const person = waiting[index] ?? 0;
    const age = Math.min((person & AGE_MASK) + shift, space.ageCount - 1);
    const cell = (person >>> AGE_BITS) * space.groupCount + (space.groupOfAge[age] ?? 0);
    place(crowd, rates.rung[cell] ?? 0, person);
  }
  crowd.waitingCount = 0;
}

function place(crowd: Crowd, rung: number, person: number): void {
  const size = crowd.sizes[rung] ?? 0;
  const list = crowd.lists[rung] ?? crowd.waiting;
  if (size === list.length) {
    const larger = grown(list);
    crowd.lists[rung] = larger;
    larger[size] = person;
  } else {
    list[size] = person;
  }
  crowd.sizes[rung] = size + 1;
}

function grown(list: Int32Array): Int32Array {
  const larger = new Int32Array(list.length * 2);
  larger.set(list);
  return larger;
}
