// The chances of a crowd in a month, laid out so that one look tells what becomes of a person.
import { rungOf, type Ladder } from './ladder.ts';

/** The rows and ages that people may be in, and the ways between rows. */
export type CrowdSpace = {
  readonly rowCount: number;
  /** Rows with the same chances share a class, shape [row]. */
  readonly classOfRow: Int32Array;
  readonly classCount: number;
  readonly ageCount: number;
  readonly groupCount: number;
  readonly groupOfAge: Int32Array;
  /** Edges out of row i are `edgesOut[firstOut[i]]` to `edgesOut[firstOut[i + 1] − 1]`. */
  readonly firstOut: Int32Array;
  readonly edgesOut: Int32Array;
  readonly edgeTo: Int32Array;
};

/** Chances per month. */
export type CrowdChances = {
  /** Shape [row][group]. */
  readonly leave: Float64Array;
  /** Shape [edge][group]. */
  readonly flow: Float64Array;
};

export type CrowdRates = CrowdChances & {
  /** Of those looked at, the share that leaves and the share that has any event, as 31-bit words: each pair for one
   *  class and group, shape [class][group][2]. */
  readonly words: Int32Array;
  /** Where a person sits: the rung, and in the low byte the years until a birthday that brings another rung or another
   *  FTE, `NEVER` where none does. Shape [class][age]. */
  readonly seats: Uint16Array;
};

/** Bits by which the rung stands above the years of a seat. */
const SEAT_SHIFT = 8;
const YEARS = 0xff;

export function rungOfSeat(seat: number): number {
  return seat >>> SEAT_SHIFT;
}

/** Years until a birthday that brings another seat. */
export function yearsOfSeat(seat: number): number {
  return seat & YEARS;
}

/** More years than any run has. */
const NEVER = 0xff;

/** @param ftePerHead shape [row][group]; empty where nobody asks for FTE */
export function crowdRates(
  space: CrowdSpace,
  ladder: Ladder,
  given: { readonly chances: CrowdChances; readonly ftePerHead: Float64Array },
): CrowdRates {
  const { chances, ftePerHead } = given;
  const { groupCount, classCount } = space;
  const words = new Int32Array(classCount * groupCount * 2);
  const rung = new Uint8Array(classCount * groupCount);
  const rowOfClass = Int32Array.from({ length: classCount }, (_, each) => space.classOfRow.indexOf(each));
  for (let each = 0; each < classCount; each++) {
    for (let group = 0; group < groupCount; group++) {
      const row = rowOfClass[each] ?? 0;
      const leave = chances.leave[row * groupCount + group] ?? 0;
      const event = Math.min(1, leave + movingOut(space, chances, { row, group }));
      const cell = each * groupCount + group;
      const step = rungOf(ladder, event);
      const bound = ladder.bounds[step] ?? 1;
      rung[cell] = step;
      words[cell * 2] = toWord(leave / bound);
      words[cell * 2 + 1] = toWord(event / bound);
    }
  }
  return { ...chances, words, seats: seatsOf(space, rung, ftePerHead) };
}

function movingOut(
  space: CrowdSpace,
  chances: CrowdChances,
  at: { readonly row: number; readonly group: number },
): number {
  let sum = 0;
  for (let out = space.firstOut[at.row] ?? 0; out < (space.firstOut[at.row + 1] ?? 0); out++) {
    sum += chances.flow[(space.edgesOut[out] ?? 0) * space.groupCount + at.group] ?? 0;
  }
  return sum;
}

/** A share as the word that a random word of 31 bits is compared with: right to within 2^−31. */
function toWord(share: number): number {
  return Math.min(0x7fffffff, Math.round(share * 2_147_483_648));
}

function seatsOf(space: CrowdSpace, rung: Uint8Array, ftePerHead: Float64Array): Uint16Array {
  const { groupCount, classCount, groupOfAge, ageCount } = space;
  const differs = differingGroups(space, rung, ftePerHead);
  const seats = new Uint16Array(classCount * ageCount);
  for (let each = 0; each < classCount; each++) {
    let ahead = 0;
    for (let age = ageCount - 1; age >= 0; age--) {
      const group = groupOfAge[age] ?? 0;
      const years = ahead === 0 ? NEVER : ahead - age;
      seats[each * ageCount + age] = ((rung[each * groupCount + group] ?? 0) << SEAT_SHIFT) | years;
      const isFirst = age > 0 && groupOfAge[age - 1] !== group;
      if (isFirst && differs[each * groupCount + group] === 1) ahead = age;
    }
  }
  return seats;
}

/** 1 where a group has another rung or another FTE than the group before it, shape [class][group]. */
function differingGroups(space: CrowdSpace, rung: Uint8Array, ftePerHead: Float64Array): Uint8Array {
  const { groupCount, classCount, classOfRow } = space;
  const differs = new Uint8Array(classCount * groupCount);
  for (let cell = 0; cell < differs.length; cell++) {
    if (cell % groupCount > 0 && rung[cell] !== rung[cell - 1]) differs[cell] = 1;
  }
  for (let cell = 1; cell < ftePerHead.length; cell++) {
    const group = cell % groupCount;
    if (group === 0 || ftePerHead[cell] === ftePerHead[cell - 1]) continue;
    differs[(classOfRow[Math.floor(cell / groupCount)] ?? 0) * groupCount + group] = 1;
  }
  return differs;
}
