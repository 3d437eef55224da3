// One month of leaving and moving: of each rung, one leaps from one person who is looked at to the next.
import { readTable } from './alias.ts';
import { BORN_SHIFT, BYTE, MOST_BIRTHDAYS, ROW_SHIFT, wait, type Crowd } from './crowd.ts';
import type { CrowdRates } from './crowd-rates.ts';
import { LONGEST_LEAP } from './ladder.ts';
import { BLOCK_WORDS, refill, type WordStream } from './word-stream.ts';

/** Every person has at most one event, and those who moved wait to be seated. Each has it with the chances of their row and age, independently of all others.
 *  @source docs/model/draws.md, eq. 1–3 */
export function advanceCrowd(crowd: Crowd, rates: CrowdRates, stream: WordStream): void {
  for (let rung = 0; rung < crowd.sizes.length; rung++) {
    if ((crowd.sizes[rung] ?? 0) > 0) advanceRung(crowd, { rates, stream, rung });
  }
}

type RungMonth = { readonly rates: CrowdRates; readonly stream: WordStream; readonly rung: number };

/** People are looked at from the end of the list, so that whoever takes the place of one who went has had their look. */
function advanceRung(crowd: Crowd, month: RungMonth): void {
  const { space, headcount } = crowd;
  const { rates, stream, rung } = month;
  const { words } = rates;
  const { groupOfAge, groupCount, classOfRow } = space;
  const { block } = stream;
  const list = crowd.lists[rung] ?? crowd.waiting;
  const leaps = crowd.ladder.leaps[rung];
  if (leaps === undefined) return;
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
    const leap = readTable(leaps, block[next] ?? 0);
    index -= leap;
    if (index < 0) break;
    if (leap === LONGEST_LEAP) {
      next++;
      continue;
    }
    const person = list[index] ?? 0;
    const row = person >>> ROW_SHIFT;
    const age = Math.min(((person >>> BORN_SHIFT) & BYTE) + shift, oldest);
    const cell = (classOfRow[row] ?? 0) * groupCount + (groupOfAge[age] ?? 0);
    const chance = (block[next + 1] ?? 0) >>> 0;
    next += 2;
    if (chance < (words[cell * 2 + 1] ?? 0)) {
      headcount[row] = (headcount[row] ?? 0) - 1;
      size--;
      list[index] = list[size] ?? 0;
      if (crowd.ftePerHead.length > 0) loseFte(crowd, row, age);
      if (chance >= (words[cell * 2] ?? 0))
        movePerson(crowd, rates, { person, age, event: chance / (words[cell * 2 + 1] ?? 1) });
    }
    index--;
  }
  stream.next = next + 1;
  crowd.sizes[rung] = size;
}

function loseFte(crowd: Crowd, row: number, age: number): void {
  const { groupCount, groupOfAge } = crowd.space;
  crowd.fte[row] = (crowd.fte[row] ?? 0) - (crowd.ftePerHead[row * groupCount + (groupOfAge[age] ?? 0)] ?? 0);
}

type Moving = {
  readonly person: number;
  readonly age: number;
  /** Where among all events of the person the chance fell, 0..1: leaving first, then the edges in order. */
  readonly event: number;
};

/** Chooses the edge that the chance falls on, and lets the person wait for the end of the month in the new row. */
function movePerson(crowd: Crowd, rates: CrowdRates, moving: Moving): void {
  const { space, headcount } = crowd;
  const row = moving.person >>> ROW_SHIFT;
  const group = space.groupOfAge[moving.age] ?? 0;
  const first = space.firstOut[row] ?? 0;
  const last = (space.firstOut[row + 1] ?? 0) - 1;
  const out = first === last ? first : chooseEdge(crowd, rates, { ...moving, row, group });
  const to = space.edgeTo[space.edgesOut[out] ?? 0] ?? 0;
  headcount[to] = (headcount[to] ?? 0) + 1;
  if (crowd.ftePerHead.length > 0) {
    crowd.fte[to] = (crowd.fte[to] ?? 0) + (crowd.ftePerHead[to * space.groupCount + group] ?? 0);
  }
  wait(crowd, (to << ROW_SHIFT) | (moving.person & (BYTE << BORN_SHIFT)));
}

function chooseEdge(
  crowd: Crowd,
  rates: CrowdRates,
  at: { readonly row: number; readonly group: number; readonly event: number },
): number {
  const { firstOut, edgesOut, groupCount } = crowd.space;
  const leave = rates.leave[at.row * groupCount + at.group] ?? 0;
  const last = (firstOut[at.row + 1] ?? 0) - 1;
  let all = leave;
  for (let out = firstOut[at.row] ?? 0; out <= last; out++)
    all += rates.flow[(edgesOut[out] ?? 0) * groupCount + at.group] ?? 0;
  let chance = at.event * all - leave;
  let out = firstOut[at.row] ?? 0;
  for (; out < last; out++) {
    chance -= rates.flow[(edgesOut[out] ?? 0) * groupCount + at.group] ?? 0;
    if (chance < 0) break;
  }
  return out;
}
